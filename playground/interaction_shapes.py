"""What the bot is sent when a member does something, and what a reply remembers of it.

Pure functions. It does *not* know what the member chose: that comes as `data`.
"""

from playground.interactions import Asked, Interaction
from playground.message_shapes import message_json
from playground.payloads import Json
from playground.permissions import in_channel
from playground.shapes import channel_json, member_json, user_json
from playground.world import Channel, User, World


def interaction_json(world: World, interaction: Interaction, data: Json) -> Json:
    """The payload of INTERACTION_CREATE."""
    channel = interaction.channel
    shape: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application.id),
        "type": int(interaction.asked),
        "data": data,
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": channel_with_permissions(world, channel, interaction.user),
        "app_permissions": str(int(in_channel(world, channel, world.bot.id))),
        "locale": "en-US",
        "entitlements": [],
        "attachment_size_limit": 10 * 1024 * 1024,
        **_place_json(world, channel, interaction.user),
    }
    if interaction.source is not None:
        shape["message"] = message_json(world, interaction.source)
    return shape


def channel_with_permissions(world: World, channel: Channel, user: User) -> Json:
    """A channel as interactions carry it, with what the member may do there."""
    bits = in_channel(world, channel, user.id)
    return {**channel_json(world, channel), "permissions": str(int(bits))}


def member_with_permissions(world: World, channel: Channel, user: User) -> Json:
    """The member who acts, with what they may do in the channel."""
    guild = world.guilds[channel.guild_id or 0]
    bits = in_channel(world, channel, user.id)
    return {**member_json(guild.members[user.id]), "permissions": str(int(bits))}


def metadata_json(world: World, interaction: Interaction) -> Json:
    """What a message says of the interaction that it answers."""
    shape: Json = {
        "id": str(interaction.id),
        "type": int(interaction.asked),
        "user": user_json(interaction.user),
        "authorizing_integration_owners": _owners(interaction.channel),
    }
    if interaction.asked is Asked.COMPONENT and interaction.source is not None:
        shape["interacted_message_id"] = str(interaction.source.id)
    if interaction.asked is Asked.MODAL and interaction.trigger is not None:
        shape["triggering_interaction_metadata"] = metadata_json(world, interaction.trigger)
    return shape


def _owners(channel: Channel) -> Json:
    return {"0": "0" if channel.guild_id is None else str(channel.guild_id)}


def _place_json(world: World, channel: Channel, user: User) -> Json:
    owners = {"authorizing_integration_owners": _owners(channel)}
    if channel.guild_id is None:
        return {**owners, "context": 1, "user": user_json(user)}
    guild_id = str(channel.guild_id)
    return {
        **owners,
        "context": 0,
        "guild_id": guild_id,
        "guild_locale": "en-US",
        "guild": {"id": guild_id, "locale": "en-US", "features": []},
        "member": member_with_permissions(world, channel, user),
    }

"""How the world looks on the wire: Discord's JSON for users, members, roles, channels, guilds.

Pure functions of plain objects. Messages and scheduled events have rooms of their own.
"""

from playground.payloads import Json, stamp, stamp_or_none
from playground.permissions import in_channel
from playground.world import Application, Channel, Guild, Kind, Member, Overwrite, Role, User, World


def user_json(user: User) -> Json:
    """A user as others see them."""
    return {
        "id": str(user.id),
        "username": user.name.lower().replace(" ", "."),
        "global_name": None if user.bot else user.name,
        "avatar": None,
        "discriminator": "0",
        "public_flags": 0,
        "flags": 0,
        "bot": user.bot,
        "primary_guild": None,
    }


def own_user_json(user: User) -> Json:
    """The bot as it sees itself."""
    private = {"mfa_enabled": True, "locale": "en-US", "verified": True, "email": None}
    return {**user_json(user), **private}


def member_json(member: Member, *, with_user: bool = True) -> Json:
    """A member; inside a message the user stands beside it instead of in it."""
    shape: Json = {
        "avatar": None,
        "banner": None,
        "communication_disabled_until": None,
        "flags": 0,
        "joined_at": stamp(member.joined_at),
        "nick": member.nick,
        "pending": False,
        "premium_since": None,
        "roles": [str(role) for role in member.roles],
        "mute": False,
        "deaf": False,
    }
    return {**shape, "user": user_json(member.user)} if with_user else shape


def role_json(role: Role) -> Json:
    """A role."""
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(int(role.permissions)),
        "position": role.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": role.managed,
        "mentionable": role.mentionable,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def overwrite_json(overwrite: Overwrite) -> Json:
    """A permission overwrite."""
    return {
        "id": str(overwrite.id),
        "type": overwrite.kind,
        "allow": str(int(overwrite.allow)),
        "deny": str(int(overwrite.deny)),
    }


def channel_json(world: World, channel: Channel) -> Json:
    """A channel of any kind, as the bot sees it."""
    if channel.kind is Kind.DM:
        return _dm_json(world, channel)
    return _thread_json(world, channel) if channel.is_thread else _guild_channel_json(channel)


def thread_member_json(channel: Channel, user_id: int, joined: Json | None = None) -> Json:
    """A membership in a thread."""
    at = channel.thread.members[user_id] if channel.thread else None
    shape = {
        "id": str(channel.id),
        "user_id": str(user_id),
        "join_timestamp": stamp_or_none(at),
        "flags": 0,
    }
    return shape if joined is None else {**shape, "member": joined}


def guild_json(guild: Guild) -> Json:
    """A guild as REST gives it."""
    return {
        **_GUILD_DEFAULTS,
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner_id),
        "roles": [role_json(role) for role in guild.roles.values()],
    }


def guild_create_json(world: World, guild: Guild, *, whole: bool) -> Json:
    """A guild as the gateway gives it; `whole` with every member (the members intent)."""
    bot_id = world.bot.id
    members = guild.members.values() if whole else [guild.members[bot_id]]
    channels = [c for c in world.channels_of(guild) if in_channel(world, c, bot_id)]
    threads = [c for c in world.threads_of(guild) if in_channel(world, c, bot_id)]
    active = [c for c in threads if c.thread and not c.thread.archived]
    return {
        **guild_json(guild),
        "joined_at": stamp(guild.joined_at),
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "voice_states": [],
        "members": [member_json(member) for member in members],
        "channels": [channel_json(world, channel) for channel in channels],
        "threads": [channel_json(world, channel) for channel in active],
        "presences": [],
        "stage_instances": [],
        "soundboard_sounds": [],
    }


def application_json(application: Application, guilds: int) -> Json:
    """The application, with the flags that say which privileged intents are on."""
    flags = (
        (1 << 13 if application.presences else 0)
        | (1 << 15 if application.members else 0)
        | (1 << 19 if application.message_content else 0)
        | 1 << 23
    )
    owner = User(application.id - 1, "Owner")
    return {
        "id": str(application.id),
        "name": application.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_json(application.bot),
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user_json(owner),
        "approximate_guild_count": guilds,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def last_message_id(channel: Channel) -> str | None:
    """The id of the newest message that everybody there sees."""
    seen = [one.id for one in channel.messages.values() if not one.ephemeral]
    return str(seen[-1]) if seen else None


def _dm_json(world: World, channel: Channel) -> Json:
    others = [world.users[one] for one in channel.recipients if one != world.bot.id]
    return {
        "id": str(channel.id),
        "type": int(channel.kind),
        "flags": 0,
        "last_message_id": last_message_id(channel),
        "recipients": [user_json(user) for user in others],
    }


def _common_json(channel: Channel) -> Json:
    return {
        "id": str(channel.id),
        "type": int(channel.kind),
        "flags": 0,
        "guild_id": str(channel.guild_id),
        "name": channel.name,
        "parent_id": None if channel.parent_id is None else str(channel.parent_id),
        "last_message_id": last_message_id(channel),
        "rate_limit_per_user": channel.slowmode,
    }


def _guild_channel_json(channel: Channel) -> Json:
    shape: Json = {
        **_common_json(channel),
        "position": channel.position,
        "nsfw": channel.nsfw,
        "permission_overwrites": [overwrite_json(one) for one in channel.overwrites.values()],
    }
    if channel.kind is Kind.VOICE:
        voice = {"bitrate": 64000, "user_limit": 0, "rtc_region": None, "video_quality_mode": 1}
        return {**shape, **voice}
    if channel.kind is Kind.FORUM:
        forum = {"default_reaction_emoji": None, "default_sort_order": None}
        shape = {**shape, **forum, "default_forum_layout": 0, "available_tags": channel.tags}
    return {**shape, "topic": channel.topic, "default_auto_archive_duration": 4320}


def _thread_json(world: World, channel: Channel) -> Json:
    state = channel.thread
    if state is None:
        raise ValueError(f"channel {channel.id} is no thread")
    written = sum(1 for one in channel.standing if not one.ephemeral)
    metadata: Json = {
        "archived": state.archived,
        "archive_timestamp": stamp(state.archive_changed_at or state.created_at),
        "auto_archive_duration": state.auto_archive_minutes,
        "locked": state.locked,
        "create_timestamp": stamp(state.created_at),
    }
    if channel.kind is Kind.PRIVATE_THREAD:
        metadata["invitable"] = state.invitable
    shape: Json = {
        **_common_json(channel),
        "owner_id": str(state.owner_id),
        "thread_metadata": metadata,
        "message_count": written,
        "member_count": min(len(state.members), 50),
        "total_message_sent": len(channel.messages),
        "applied_tags": [str(tag) for tag in state.tags],
    }
    if world.bot.id in state.members:
        shape["member"] = thread_member_json(channel, world.bot.id)
    return shape


_GUILD_DEFAULTS: Json = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "features": [],
    "banner": None,
    "application_id": None,
    "region": "us-east",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "widget_enabled": False,
    "widget_channel_id": None,
    "verification_level": 0,
    "default_message_notifications": 1,
    "mfa_level": 0,
    "explicit_content_filter": 0,
    "max_presences": None,
    "max_members": 500000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "vanity_url_code": None,
    "premium_tier": 0,
    "premium_subscription_count": 0,
    "preferred_locale": "en-US",
    "rules_channel_id": None,
    "safety_alerts_channel_id": None,
    "public_updates_channel_id": None,
    "premium_progress_bar_enabled": False,
    "nsfw": False,
    "nsfw_level": 0,
    "emojis": [],
    "stickers": [],
    "incidents_data": None,
}

"""Sends what is due through discord.py, and finds it again.

Nothing here decides what is due or what it says: the renderers are handed in by action.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import discord
from discord import ui
from discord.abc import GuildChannel
from discord.ext import commands

from bot.domain.ids import ChannelId, MessageId
from bot.domain.meeting import Gathering
from bot.domain.plan import ALONE, Action, marker
from bot.pictures.studio import Studio
from bot.services.outbox import Entry, Gone, Posted, Refused, Unreachable
from cogs.controls import carried
from cogs.delivery.enclosing import Enclosure, enclosed
from cogs.delivery.events import mirror_event
from cogs.delivery.faults import UNKNOWN_CHANNEL, understood
from cogs.delivery.forums import find_post, open_post
from cogs.delivery.places import opens_post, places
from cogs.delivery.threads import thread_of_card
from cogs.layout import without_picture
from cogs.outgoing import Attached, Outgoing, Picture, Redraw, Render

SKEW = timedelta(minutes=10)
"""How far this machine's clock and Discord's may be apart when a message is looked for."""

MOST_LOOKED_AT = 500
_MOST_REMEMBERED = 500
_SERVERS_FAULT = 500
_NO_ACCESS = {UNKNOWN_CHANNEL, 50001, 50007, 50013, 50083}
"""Codes that mean "not in this place": deleted, closed to the bot, or a locked thread."""


class DiscordMessenger:
    """The port `Messenger`, over a discord.py client that is ready."""

    def __init__(
        self,
        client: commands.Bot,
        renderers: Mapping[Action, Render],
        poll_card: Redraw,
        meeting_card: Redraw,
        file_of: Callable[[Gathering], Attached | None],
        picture_of: Callable[[Gathering], Picture | None],
        studio: Studio,
    ) -> None:
        self._client = client
        self._renderers = renderers
        self._poll_card = poll_card
        self._meeting_card = meeting_card
        self._file_of = file_of
        self._picture_of = picture_of
        self._studio = studio
        # What a card looks like is remembered for a while: an edit that changes nothing is none.
        self._shown: OrderedDict[MessageId, _Shown] = OrderedDict()

    async def find(self, entry: Entry, gathering: Gathering) -> Posted | None:
        """Looks whether this entry's message is there already."""
        with understood():
            if opens_post(gathering, entry.action):
                mark = marker(gathering.meeting, entry.key)
                return await find_post(self._client, gathering, mark)
            for place in await self._places(entry, gathering):
                found = await self._find_in(place, entry, gathering)
                if found:
                    return Posted(channel=place, message=found)
        return None

    async def _find_in(
        self, place: ChannelId, entry: Entry, gathering: Gathering
    ) -> MessageId | None:
        mark = marker(gathering.meeting, entry.key)
        since = min(entry.due_at, entry.first_try_at) - SKEW
        history = self._channel(place, gathering).history(limit=MOST_LOOKED_AT, after=since)
        try:
            async for message in history:
                if message.author == self._client.user and carried(message, mark):
                    return MessageId(message.id)
        except discord.HTTPException as error:
            if error.code not in _NO_ACCESS:
                raise
        return None

    async def post(self, entry: Entry, gathering: Gathering) -> Posted:
        """Sends the entry's message with its nonce and its marker."""
        outgoing = self._allowed(self._renderers[entry.action](gathering, entry), gathering)
        enclosure = await enclosed(outgoing.attached, self._studio)
        with understood():
            if opens_post(gathering, entry.action):
                return await open_post(self._client, gathering, outgoing, enclosure)
            return await self._post_somewhere(entry, gathering, outgoing, enclosure)

    async def _post_somewhere(
        self,
        entry: Entry,
        gathering: Gathering,
        outgoing: Outgoing,
        enclosure: Enclosure | None,
    ) -> Posted:
        """The first place that takes it; a thread that is gone leaves the channel."""
        possible = await self._places(entry, gathering)
        if not possible:
            raise Unreachable  # the post that it belongs into is not open yet
        code = UNKNOWN_CHANNEL
        for place in possible:
            try:
                message = await self._channel(place, gathering).send(
                    view=outgoing.view,
                    nonce=entry.nonce,
                    silent=outgoing.silent,
                    allowed_mentions=_only(outgoing),
                    **_file(enclosure),
                )
            except discord.HTTPException as error:
                if error.code not in _NO_ACCESS:
                    raise
                code = error.code
            else:
                return Posted(channel=place, message=MessageId(message.id))
        raise Refused(code)

    async def _places(self, entry: Entry, gathering: Gathering) -> tuple[ChannelId, ...]:
        """The places to try; what is for one member alone goes to them first."""
        possible = places(gathering, entry.action)
        if entry.action not in ALONE or entry.member is None:
            return possible
        try:
            direct = await self._client.create_dm(discord.Object(entry.member))
        except discord.HTTPException as error:
            if error.status >= _SERVERS_FAULT:
                raise
            return possible
        return ChannelId(direct.id), *possible

    async def take_back(self, posted: Posted) -> None:
        """Deletes a message of which the reason fell away while it was being sent."""
        if posted.channel is None or posted.message is None:
            return
        try:
            with understood():
                channel = self._client.get_partial_messageable(posted.channel)
                await channel.get_partial_message(posted.message).delete()
        except (Gone, Refused):
            return  # somebody was quicker, or it is out of our hands

    async def open_thread(self, gathering: Gathering) -> Posted:
        """The thread of the meeting's card, under a name that says the meeting's time."""
        with understood():
            return Posted(thread=await thread_of_card(self._client, gathering))

    async def mirror_event(self, entry: Entry, gathering: Gathering) -> Posted:
        """Makes Discord's scheduled event say what the meeting says."""
        del entry  # whatever it was planned for, the event follows the meeting as it is now
        with understood():
            return Posted(event=await mirror_event(self._client, gathering))

    async def refresh(self, gathering: Gathering) -> None:
        """Shows the cards as the meeting is now."""
        posts = gathering.meeting.posts
        with understood():
            if posts.poll_channel and posts.poll_message:
                drawn = Outgoing(self._poll_card(gathering), (), self._picture_of(gathering))
                allowed = self._allowed(drawn, gathering)
                poll = _Shown(allowed.view, allowed.attached)
                await self._show(gathering, posts.poll_channel, posts.poll_message, poll)
            if posts.card_channel and posts.card_message:
                card = _Shown(self._meeting_card(gathering), self._file_of(gathering))
                await self._show(gathering, posts.card_channel, posts.card_message, card)

    async def _show(
        self, gathering: Gathering, place: ChannelId, message: MessageId, card: "_Shown"
    ) -> None:
        before = self._shown.get(message)
        if before is not None and before.alike(card):
            return
        changes: dict[str, Any] = {"view": card.view, "allowed_mentions": _nobody()}
        if before is None or before.attached != card.attached:
            enclosure = await enclosed(card.attached, self._studio)
            changes["attachments"] = [enclosure.file()] if enclosure else []
        partial = self._channel(place, gathering).get_partial_message(message)
        await partial.edit(**changes)
        self._shown[message] = card
        while len(self._shown) > _MOST_REMEMBERED:
            self._shown.popitem(last=False)

    def _allowed(self, outgoing: Outgoing, gathering: Gathering) -> Outgoing:
        """The message without its picture where files may not be attached: its text says it all."""
        home = self._client.get_channel(gathering.group.channel_id)
        if not isinstance(outgoing.attached, Picture) or not isinstance(home, GuildChannel):
            return outgoing
        if home.permissions_for(home.guild.me).attach_files:
            return outgoing
        return replace(outgoing, view=without_picture(outgoing.view), attached=None)

    def _channel(self, place: ChannelId, gathering: Gathering) -> discord.PartialMessageable:
        return self._client.get_partial_messageable(place, guild_id=gathering.group.guild_id)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What one card shows."""

    view: ui.LayoutView
    attached: Attached | Picture | None

    def alike(self, other: "_Shown") -> bool:
        """Whether Discord would see no difference."""
        same = self.view.to_components() == other.view.to_components()
        return same and self.attached == other.attached


def _only(outgoing: Outgoing) -> discord.AllowedMentions:
    """Pings those who are meant, and nobody who is only named."""
    users = [discord.Object(member_id) for member_id in outgoing.pinged[:100]]
    return discord.AllowedMentions(everyone=False, roles=False, users=users or False)


def _nobody() -> discord.AllowedMentions:
    return discord.AllowedMentions.none()


def _file(enclosure: Enclosure | None) -> dict[str, Any]:
    return {"file": enclosure.file()} if enclosure else {}

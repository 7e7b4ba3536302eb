"""The group life in which the bot is killed: polls that settle, meetings that near, all the time.

Set through the real stores before the bot starts, so that nothing has to be clicked.
"""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.decisions import at_deadline
from bot.domain.group import Group, GroupSettings
from bot.domain.ids import ChannelId, DraftId, GroupId, GuildId, MeetingId, MemberId
from bot.domain.meeting import Answer, Choice, Kind, Phase, Soon
from bot.domain.meeting import Meeting as Kept
from bot.domain.when.slot import Slot
from bot.services.drafts import Draft
from bot.storage.database import opened
from bot.storage.drafts import DraftStore
from bot.storage.groups import GroupStore
from bot.storage.meetings import MeetingStore
from bot.storage.migrate import migrate
from playground.loopback import Loopback
from tests.delivery.due import MINUTE, Meeting

BEGIN = int(datetime(2026, 3, 2, 15, 0, tzinfo=UTC).timestamp())
APART = 2 * MINUTE
"""Meetings start at even minutes and everything else about them falls on odd ones."""

POLL_FOR = 30 * MINUTE
SETTLED_BEFORE = 101 * MINUTE
LENGTH = 65
ALREADY_SETTLED = 60 * MINUTE
"""So long before the beginning the first poll settled."""

LEADS = ((90, 30, 12), (75, 25), (80, 15))


@dataclass(frozen=True, slots=True)
class _Place:
    """A group's channel, and how many minutes before its meetings it wants to be reminded."""

    channel: int
    forum: bool
    voice: int
    leads: tuple[int, ...]


def meetings_in(places: list[_Place], count: int) -> list[Meeting]:
    """So many meetings, one after the other, spread over the places.

    A forum's meetings are called after the beginning: a post has to be there before its talk.
    """
    made: list[Meeting] = []
    for number in range(count):
        place = places[number % len(places)]
        settles = BEGIN - ALREADY_SETTLED + number * APART + MINUTE
        called = settles - POLL_FOR
        if place.forum and called < BEGIN:
            place = places[0]
        starts = settles + SETTLED_BEFORE
        ends = starts + LENGTH * MINUTE
        made.append(Meeting(place.channel, place.forum, called, settles, starts, ends, place.leads))
    return made


async def set_up(discord: Loopback, database: Path, count: int) -> list[Meeting]:
    """A server with three groups in the loopback, and so many meetings in the database."""
    server = discord.add_guild("Elm Street Practice")
    voice = server.add_voice_channel("Room").id
    channels = [
        server.add_text_channel("wednesday-group"),
        server.add_text_channel("friday-group"),
        server.add_forum("consults"),
    ]
    people = [MemberId(server.add_member(name).id) for name in ("Fran", "Omar", "Dana")]
    places = [
        _Place(channel.id, number == 2, voice if number == 0 else 0, LEADS[number])
        for number, channel in enumerate(channels)
    ]
    meetings = meetings_in(places, count)
    migrate(database)
    async with opened(database) as opened_database:
        groups, drafts = GroupStore(opened_database), DraftStore(opened_database)
        keeping = MeetingStore(opened_database)
        bound = {
            place.channel: await _group(groups, GuildId(server.id), place, people)
            for place in places
        }
        for meeting in meetings:
            await _call(keeping, drafts, bound[meeting.channel], meeting)
    return meetings


async def _group(
    groups: GroupStore, guild: GuildId, place: _Place, people: list[MemberId]
) -> Group:
    settings = GroupSettings(
        name=f"Group {place.channel}",
        zone="America/New_York",
        quorum=2,
        leads=place.leads,
        voice_channel_id=ChannelId(place.voice) if place.voice else None,
    )
    group = await groups.create(
        guild,
        ChannelId(place.channel),
        settings,
        forum=place.forum,
        creator=people[0],
        now=_instant(BEGIN),
    )
    for person in people[1:]:
        group = await groups.join(group.id, person, _instant(BEGIN))
    return group


async def _call(keeping: MeetingStore, drafts: DraftStore, group: Group, meeting: Meeting) -> None:
    """Called, answered by all but one member, and settled if its deadline is past."""
    kept = _kept(group, meeting)
    draft = await drafts.keep(_draft(group.id, kept))
    gathering = await keeping.call(kept, draft.id, kept.called_at)
    settles = _instant(meeting.settles)
    if meeting.settles <= BEGIN:
        await keeping.change(gathering.meeting.id, lambda g: at_deadline(g, settles), settles)


def _kept(group: Group, meeting: Meeting) -> Kept:
    wanted = Slot(_instant(meeting.starts), _instant(meeting.ends))
    tomorrow = 24 * 60 * MINUTE + MINUTE
    other = Slot(_instant(meeting.starts + tomorrow), _instant(meeting.ends + tomorrow))
    called = _instant(meeting.called)
    answer = Answer({wanted: Choice.YES, other: Choice.NO}, "", called)
    first, second = (member.id for member in group.members[:2])
    return Kept(
        id=MeetingId(0),
        guild_id=group.guild_id,
        group_id=group.id,
        convener_id=first,
        uid=secrets.token_hex(16),
        topic="Endings",
        kind=Kind.CASE,
        soon=Soon.TODAY,
        length=LENGTH,
        phase=Phase.POLLING,
        called_at=called,
        changed_at=called,
        deadline=_instant(meeting.settles),
        slots=(wanted, other),
        answers={first: answer, second: answer},
    )


def _draft(group_id: GroupId, kept: Kept) -> Draft:
    return Draft(
        id=DraftId(0),
        guild_id=kept.guild_id,
        group_id=group_id,
        member_id=kept.convener_id,
        meeting_id=None,
        topic=kept.topic,
        kind=kept.kind,
        soon=kept.soon,
        length=kept.length,
        typed="",
        slots=kept.slots,
        created_at=kept.called_at,
    )


def _instant(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)

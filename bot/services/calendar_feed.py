"""A member's own calendar feed: one private address for all their groups in a server.

The address holds a random token of 256 bits; only its hash is kept, so whoever reads the database
cannot follow anybody's calendar. Knows nothing of HTTP, nor of how the address is told.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, Protocol

from icalendar import vDuration

from bot.domain.group import Group
from bot.domain.ids import GuildId, MemberId
from bot.domain.meeting import Attendance, Gathering, Meeting, Phase
from bot.domain.series.course import Course
from bot.services.calendar import NEUTRAL_SUMMARY, event_of, written
from bot.services.calendar_series import events_of, first_date
from bot.services.calendar_zones import timezone_of
from bot.services.ports import Clock

LOOKS_BACK = timedelta(days=30)
"""How long a meeting stays in the feed after its end, and one that was called off as well."""

REFRESH = timedelta(hours=1)
"""How often calendars are asked to look; many do as they like."""

_TOKEN_BYTES = 32
_POST = "https://discord.com/channels/{}/{}/{}"


@dataclass(frozen=True, slots=True)
class Followed:
    """What one member's feed shows: what their groups called, and their established schedules.

    `gatherings` have, or had, a time which was not over at `since`, and belong to no series.
    `courses` come with every meeting that ever departed from its series' rule.
    """

    member_id: MemberId
    since: datetime
    gatherings: tuple[Gathering, ...]
    courses: tuple[tuple[Group, Course], ...] = ()


class CalendarLinks(Protocol):
    """Hashes of tokens as they are kept, one for a member of a server at most."""

    async def keep(
        self, guild_id: GuildId, member_id: MemberId, digest: bytes, now: datetime
    ) -> None:
        """Keeps a hash in place of the one before."""
        ...

    async def since(self, guild_id: GuildId, member_id: MemberId) -> datetime | None:
        """Since when the member has had the address that works; None where there is none."""
        ...

    async def drop(self, guild_id: GuildId, member_id: MemberId) -> bool:
        """Forgets the member's hash; False where there was none."""
        ...

    async def followed(self, digest: bytes, since: datetime) -> Followed | None:
        """What the token with that hash shows of meetings that end after `since`.

        None where no token has that hash.
        """
        ...


class CalendarFeeds:
    """What members do about their feed, and what their calendars read."""

    def __init__(self, links: CalendarLinks, clock: Clock, public: str) -> None:
        self._links = links
        self._clock = clock
        self._public = public

    async def since(self, guild_id: GuildId, member_id: MemberId) -> datetime | None:
        """Since when the member has an address; it cannot be told again."""
        return await self._links.since(guild_id, member_id)

    async def renew(self, guild_id: GuildId, member_id: MemberId) -> str:
        """A new address; one that the member had stops working."""
        token = token_urlsafe(_TOKEN_BYTES)
        now = self._clock.now().replace(microsecond=0)
        await self._links.keep(guild_id, member_id, _digest(token), now)
        return f"{self._public}/calendar/{token}.ics"

    async def revoke(self, guild_id: GuildId, member_id: MemberId) -> bool:
        """Ends the member's address; False where there was none."""
        return await self._links.drop(guild_id, member_id)

    async def read(self, token: str) -> bytes | None:
        """The feed as RFC 5545 text; None where the token is wrong, or was ended."""
        # Looked up by its hash: how long that takes says nothing of a token that is nearly right.
        since = self._clock.now() - LOOKS_BACK
        followed = await self._links.followed(_digest(token), since)
        if followed is None:
            return None
        return await asyncio.to_thread(feed_of, followed)


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()


def feed_of(followed: Followed) -> bytes:
    """What the member's calendar reads; the same for as long as nothing changes."""
    return written(
        "PUBLISH",
        _parts(followed),
        name=NEUTRAL_SUMMARY,
        x_wr_calname=NEUTRAL_SUMMARY,
        refresh_interval=_as_duration(REFRESH),
        x_published_ttl=vDuration(REFRESH).to_ical(),
    )


def _as_duration(length: timedelta) -> vDuration:
    """RFC 7986 wants it said of this property."""
    return vDuration(length, params={"VALUE": "DURATION"})


def _parts(followed: Followed) -> Iterable[Any]:
    yield from _zones(followed)
    for gathering in followed.gatherings:
        yield _event(gathering, followed.member_id)
    for group, course in followed.courses:
        yield from _series(followed, group, course)


def _zones(followed: Followed) -> Iterable[Any]:
    """The clock of each zone that a series is told in."""
    years: dict[str, int] = {}
    for _, course in followed.courses:
        first = first_date(course.series)
        if first is not None:
            zone = course.series.zone
            years[zone] = min(first.year, years.get(zone, first.year))
    for zone, year in sorted(years.items()):
        yield timezone_of(zone, year)


def _series(followed: Followed, group: Group, course: Course) -> Iterable[Any]:
    def single(meeting: Meeting) -> Any:  # noqa: ANN401 - likewise
        return _event(Gathering(group, meeting), followed.member_id)

    leads = leads_of(group, followed.member_id)
    return events_of(course, followed.since, leads, single)


def _event(gathering: Gathering, member_id: MemberId) -> Any:  # noqa: ANN401 - icalendar's own types are partial
    """A meeting as the member's own calendar shows it, with the way to its card."""
    meeting = gathering.meeting
    away = meeting.attendance.get(member_id) is Attendance.NOT_COMING
    rings = meeting.phase is Phase.SCHEDULED and not away
    event = event_of(meeting, leads_of(gathering.group, member_id) if rings else ())
    if away:
        event.add("transp", "TRANSPARENT")  # it stays in sight, and the hour stays free
    posts = meeting.posts
    if posts.card_channel and posts.card_message:
        event.add("url", _POST.format(meeting.guild_id, posts.card_channel, posts.card_message))
    return event


def leads_of(group: Group, member_id: MemberId) -> tuple[int, ...]:
    """How many minutes before a meeting the member's calendar rings: their own, or the group's."""
    member = group.member(member_id)
    own = member.wishes.leads if member else None
    return group.settings.leads if own is None else own

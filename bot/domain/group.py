"""A consultation group: who belongs to it and how it likes to meet; knows nothing of meetings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import (
    LeadTimesUnclear,
    LengthUnclear,
    NameUnclear,
    NudgesUnclear,
    QuorumUnclear,
    RoundsUnclear,
)
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.domain.wishes import AS_THE_GROUP, Wishes

DEFAULT_LEADS = (24 * 60, 60, 10)
"""Lead times in minutes: a day, an hour and ten minutes before a meeting."""

SHORTEST_MEETING = 60
LONGEST_MEETING = 8 * 60
LONGEST_LEAD = 14 * 24 * 60
MOST_LEADS = 5
LARGEST_QUORUM = 100
MOST_NUDGES = 3
LONGEST_NAME = 60
MOST_PRESENTERS = 4
LONGEST_ROUND = 20
"""Minutes; two such rounds leave four presenters five minutes each of the shortest meeting."""


class Structure(StrEnum):
    """How a group's meetings go: with presenters in turn, or by whatever is brought along."""

    INFORMAL = "informal"
    FORMAL = "formal"


class Nudge(StrEnum):
    """How a member likes to be asked once more for an answer that is missing."""

    THREAD = "thread"
    DM = "dm"


class Answers(StrEnum):
    """Who sees what was answered to a poll: everybody, or only who has answered it themselves."""

    OPEN = "open"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a group; `zone` is an IANA name, or None until the person was asked.

    `presents_at` is the latest meeting at which they presented or are to present, and
    `facilitated_at` the latest they facilitated; None where there was none since they joined.
    """

    id: MemberId
    zone: str | None
    joined_at: datetime
    nudge: Nudge = Nudge.THREAD
    presents_at: datetime | None = None
    facilitated_at: datetime | None = None
    wishes: Wishes = AS_THE_GROUP


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """What a group may change about itself; minutes for `length` and `leads`, longest first.

    `nudges` is how often, at most, one poll asks again those who have not answered. A formal group
    has `presenters` at a meeting, between an `opening` and a `closing` round, in minutes.
    """

    name: str
    zone: str
    quorum: int
    length: int = SHORTEST_MEETING
    leads: tuple[int, ...] = DEFAULT_LEADS
    voice_channel_id: ChannelId | None = None
    nudges: int = 1
    structure: Structure = Structure.INFORMAL
    presenters: int = 1
    opening: int = 5
    closing: int = 5
    answers: Answers = Answers.OPEN

    @property
    def formal(self) -> bool:
        """Whether the group has presenters."""
        return self.structure is Structure.FORMAL


@dataclass(frozen=True, slots=True)
class Group:
    """A consultation group, bound to one text or forum channel of a server."""

    id: GroupId
    guild_id: GuildId
    channel_id: ChannelId
    forum: bool
    settings: GroupSettings
    members: tuple[Member, ...]

    @property
    def name(self) -> str:
        """The group's name, as its members chose it."""
        return self.settings.name

    @property
    def member_ids(self) -> frozenset[MemberId]:
        """Who belongs to the group now."""
        return frozenset(member.id for member in self.members)

    def member(self, member_id: MemberId) -> Member | None:
        """The member with that id, or None."""
        return next((member for member in self.members if member.id == member_id), None)


def checked(settings: GroupSettings) -> GroupSettings:
    """The settings with tidy lead times; raises the refusal that names what is wrong."""
    name = " ".join(settings.name.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise NameUnclear(LONGEST_NAME)
    if not 1 <= settings.quorum <= LARGEST_QUORUM:
        raise QuorumUnclear(LARGEST_QUORUM)
    if not SHORTEST_MEETING <= settings.length <= LONGEST_MEETING:
        raise LengthUnclear(SHORTEST_MEETING, LONGEST_MEETING)
    if not 0 <= settings.nudges <= MOST_NUDGES:
        raise NudgesUnclear(MOST_NUDGES)
    _require_time_for_turns(settings)
    return replace(settings, name=name, leads=_tidy(settings.leads))


def _require_time_for_turns(settings: GroupSettings) -> None:
    rounds = (settings.opening, settings.closing)
    known = 1 <= settings.presenters <= MOST_PRESENTERS
    if not known or any(not 0 <= one <= LONGEST_ROUND for one in rounds):
        raise RoundsUnclear(MOST_PRESENTERS, LONGEST_ROUND)


def _tidy(leads: Sequence[int]) -> tuple[int, ...]:
    """Lead times without doubles, the longest first."""
    tidy = tuple(sorted(set(leads), reverse=True))
    if len(tidy) > MOST_LEADS or any(not 1 <= lead <= LONGEST_LEAD for lead in tidy):
        raise LeadTimesUnclear(MOST_LEADS, LONGEST_LEAD)
    return tidy

"""Words about rhythms: keeping one, what it calls, and what it asks where no hours are known."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.group import Group
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering, Soon
from bot.domain.rhythm import Rhythm, due_at
from cogs.wording.shared import moment, person

RHYTHM = "Ask the group for a time every few weeks, by itself; or see it"
OPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "group": "The group, if it is not the one of this channel",
        "every": "Every so many weeks, like: 4 (0: not any more)",
        "start": "The first day on which I ask, like: Mon 12 Jan (next Monday if left out)",
        "within": "How far ahead I look for a time",
    }
)
CHOICES: Mapping[Soon, str] = MappingProxyType(
    {Soon.WEEK: "Within a week", Soon.TWO_WEEKS: "Within two weeks"}
)
_WITHIN: Mapping[Soon, str] = MappingProxyType(
    {Soon.WEEK: "the week", Soon.TWO_WEEKS: "the two weeks"}
)

GIVE = "Give times"
LEAVE_OUT = "Not this time"
FORM_TITLE = "Which times could you offer?"
POST = "Post the poll"

NONE_YET = "`/group rhythm every: 4` has me ask the group for a time every four weeks, by myself."


def none(group: Group) -> str:
    """The group has no rhythm."""
    return f"**{group.name}** meets when somebody calls a meeting. {NONE_YET}"


def shown(group: Group, rhythm: Rhythm) -> str:
    """What the rhythm is, privately."""
    return f"{_rhythm(group, rhythm)}\n{_how(rhythm)}\n{_STOP}"


def kept(group: Group, rhythm: Rhythm, by: MemberId) -> str:
    """Told to the group when its rhythm is another."""
    return f"{person(by)} set this up: {_rhythm(group, rhythm)}\n{_how(rhythm)}\n{_STOP}"


def stopped(group: Group, by: MemberId) -> str:
    """Told to the group when it is not asked by itself any more."""
    return f"{person(by)} stopped it: I no longer ask **{group.name}** for a time by myself."


_STOP = "`/availability week` keeps your usual hours, and `/group rhythm every: 0` ends this."


def _rhythm(group: Group, rhythm: Rhythm) -> str:
    return (
        f"I ask **{group.name}** for a time {every(rhythm.weeks)}. The next time is"
        f" {moment(due_at(rhythm, group))}."
    )


def _how(rhythm: Rhythm) -> str:
    return (
        f"I propose times in {_WITHIN[rhythm.soon]} after that, from your usual hours. If a meeting"
        " or a poll is there already, I wait for the next turn. Where hours are missing, I ask"
        f" {person(rhythm.set_by)} for times."
    )


def every(weeks: int) -> str:
    """How often, like "every week" or "every 4 weeks"."""
    return "every week" if weeks == 1 else f"every {weeks} weeks"


def times_wanted(gathering: Gathering) -> str:
    """A turn that knows too few usual hours asks its convener."""
    meeting = gathering.meeting
    return (
        f"### Time to find our next meeting\n{person(meeting.convener_id)}, I know too few usual"
        " hours that you have in common. Which times could you offer? Anybody in"
        f" **{gathering.group.name}** may give some, until {moment(meeting.deadline)}.\n"
        "`/availability week` keeps your usual hours, and next time I can propose times myself."
    )


def preview_note() -> str:
    """Under the times that somebody gave for a turn."""
    return "You will be counted as free at these times, and stand as convener."


def left_out(by: MemberId) -> str:
    """Told to the group when a turn is left out."""
    return f"{person(by)}: not this time. I ask again when the next turn comes."


WANTED_TITLE = "Our next meeting: which times?"
"""The post in which a forum's group is asked."""

NO_RHYTHM = f"This group has no rhythm yet, so please say `every` too. {NONE_YET}"
TURN_OVER = (
    "This is done: times were given, it was left out, or it is too late."
    " `/meeting call` starts a meeting at any time."
)


def unclear(most: int) -> str:
    """Too many weeks, or too few."""
    return f"I can ask every week, or up to every {most} weeks. Please choose a number in that."

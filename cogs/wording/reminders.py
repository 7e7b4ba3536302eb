"""Words about reminders as each likes them, and about who was there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.domain.attended import there
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from bot.domain.reminders import reminded
from bot.domain.standing.typed import written_hours
from bot.domain.when.names import city_of
from bot.domain.wishes import Where, Wishes
from cogs.wording.meetings import title
from cogs.wording.shared import (
    away,
    channel,
    clock,
    counted,
    duration,
    listed,
    moment,
    people,
    person,
)

SHOW = "See how I remind you, and change it"
CHANGE_COMMAND = "Choose when, where and in which hours I remind you"
CHANGE = "Change"

FORM_TITLE = "How I remind you"
LEADS_LABEL = "How long before a meeting?"
LEADS_HINT = "Like: 1 day, 2h, 15m. Empty: as each group does. “none”: only at the start."
LEADS_EXAMPLE = "1 day, 2h, 15m"
WHERE_LABEL = "Where?"
QUIET_LABEL = "In which hours shall I keep quiet?"
QUIET_EXAMPLE = "21-8"
WHERES: Mapping[Where, str] = MappingProxyType(
    {
        Where.THREAD: "In the meeting’s thread, with the others",
        Where.DM: "By direct message, to me alone",
    }
)

SNOOZE = "Snooze"
NOT_THIS_ONE = "Not this one"
AFTER_ALL = "Remind me after all"
I_WAS_THERE = "I was there"
I_COULD_NOT = "I could not"
MEND = "Correct the list"
PICK_PEOPLE = "Who was there?"
MEND_TEXT = "Pick everybody who was there. Only you see this."
SNOOZE_TEXT = "When shall I remind you again? This is for you alone."
HUSHED = (
    "You get no more reminders of this meeting, not even at the start. Whether you come stays as"
    " you said."
)
HEARD = "Good: I remind you of this meeting again."
WAS_THERE = "Thank you. You are down as having been there."
WAS_NOT_THERE = "Thank you for saying so. You are down as not having been there."
_MOST_SHOWN = 6

ToOne = Callable[[Gathering, MemberId], str]
"""What is said to one member."""


def quiet_hint(zone: str) -> str:
    """Under the field for quiet hours."""
    return f"Like: 21-8, on your own clock ({city_of(zone)}). Empty: I may write at any hour."[:100]


def leads_default(wishes: Wishes) -> str:
    """The member's own lead times, as they are typed."""
    if wishes.leads is None:
        return ""
    return ", ".join(map(duration, wishes.leads)) or "none"


def quiet_default(wishes: Wishes) -> str:
    """The member's quiet hours, as they are typed."""
    return written_hours(wishes.quiet) if wishes.quiet else ""


def shown(wishes: Wishes, zone: str) -> str:
    """All that a member chose."""
    return "\n".join(
        (
            "**How I remind you of meeting times here.** Only you see this.",
            f"- When: {_when(wishes)}",
            f"- Where: {_where(wishes.where)}",
            f"- Quiet hours: {_quiet(wishes, zone)}",
        )
    )


def kept(wishes: Wishes, zone: str) -> str:
    """After a change."""
    return f"Done.\n{shown(wishes, zone)}"


def _when(wishes: Wishes) -> str:
    if wishes.leads is None:
        return "as each group does, and at the start."
    if not wishes.leads:
        return "only at the start."
    return f"{listed([duration(lead) for lead in wishes.leads])} before, and at the start."


def _where(where: Where) -> str:
    if where is Where.THREAD:
        return "in the meeting’s thread, with the others."
    return "by direct message. If Discord does not let me write to you, in the meeting’s thread."


def _quiet(wishes: Wishes, zone: str) -> str:
    if wishes.quiet is None:
        return "none."
    return (
        f"{written_hours(wishes.quiet)}, {city_of(zone)} time. What falls into them comes just"
        " before, or, where that is past, when they end. The word at the start always comes."
    )


def private_reminder(gathering: Gathering, member_id: MemberId) -> str:
    """Before a meeting, to one alone."""
    time = gathering.meeting.time
    if time is None:
        return ""
    return (
        f"### Reminder: we meet {away(time.starts)}\n{person(member_id)},"
        f" **{gathering.group.name}** meets {moment(time.starts)}{_place(gathering)}.\n"
        f"{title(gathering.meeting)}{_talk(gathering)}"
    )


def snoozed_reminder(gathering: Gathering, member_id: MemberId) -> str:
    """Once more, in the thread, to one who asked for it."""
    time = gathering.meeting.time
    if time is None:
        return ""
    return (
        f"### Reminder: we meet {away(time.starts)}\n{moment(time.starts)}{_place(gathering)}\n"
        f"{person(member_id)}, you asked me to remind you again."
    )


def private_start(gathering: Gathering, member_id: MemberId) -> str:
    """At the start, to one alone."""
    return (
        f"### We are starting now{_place(gathering)}\n{person(member_id)},"
        f" **{gathering.group.name}** begins.{_talk(gathering)}"
    )


def _place(gathering: Gathering) -> str:
    voice = gathering.group.settings.voice_channel_id
    return f" in {channel(voice)}" if voice else ""


def _talk(gathering: Gathering) -> str:
    thread = gathering.meeting.posts.thread
    return f"\nTalk about it in {channel(thread)}." if thread else ""


def close(gathering: Gathering) -> str:
    """After the meeting; it pings nobody."""
    time = gathering.meeting.time
    if time is None:
        return ""
    return (
        f"### That was the meeting of {moment(time.starts)}\nWho was there? It helps the group to"
        " know. Nobody is asked twice."
    )


def there_line(gathering: Gathering) -> str:
    """On the card of a meeting that is over; empty as long as nobody has said anything."""
    were = there(gathering)
    return f"**Was there ({len(were)})** {people(were)}"[:2000] if were else ""


def mended(gathering: Gathering) -> str:
    """After the convener corrected the list."""
    were = there(gathering)
    if not were:
        return "Nobody is down as having been there."
    return f"{counted(len(were), 'person was', 'people were')} there: {people(were)}."


def snooze_label(minutes: int) -> str:
    """A button that says after how long."""
    return f"In {duration(minutes)}"


def snoozed(gathering: Gathering, member_id: MemberId) -> str:
    """After a press on it."""
    at = gathering.meeting.snoozed.get(member_id)
    return f"I remind you again at {clock(at)}, you alone." if at else HEARD


def for_you(gathering: Gathering, member_id: MemberId, ahead: Sequence[datetime]) -> str:
    """Which reminders of a meeting somebody will still get; empty where that is no question."""
    meeting, member = gathering.meeting, gathering.group.member(member_id)
    if meeting.phase is not Phase.SCHEDULED or member is None:
        return ""
    if member_id in meeting.hushed:
        return "You wanted no reminders of this meeting."
    if meeting.attendance.get(member_id) is Attendance.NOT_COMING:
        return "You said that you can’t come, so I do not remind you."
    if not ahead:
        told = member in reminded(gathering)
        return "I tell you when it starts." if told else "Say that you come, and I remind you."
    times = [moment(one) for one in ahead[:_MOST_SHOWN]]
    how = "by direct message" if member.wishes.where is Where.DM else "in the thread"
    return f"I remind you {how}: {listed(times)}."

"""What the group is told when a meeting nears, moves or is called off."""

from collections.abc import Sequence

from bot.domain.availability import awaited
from bot.domain.ids import ChannelId, MemberId
from bot.domain.meeting import Gathering, Meeting
from cogs.wording.meetings import attendance_of
from cogs.wording.shared import away, channel, moment, people


def _time(meeting: Meeting) -> str:
    return moment(meeting.time.starts) if meeting.time else "no time yet"


def moved_notice(gathering: Gathering) -> str:
    """Tells the group about a move, and asks those whose word about the new time is not known."""
    asked = awaited(gathering)
    lines = ["### This meeting has moved", f"New time: **{_time(gathering.meeting)}**"]
    lines.append("What you said about the old time no longer counts.")
    if asked:
        lines.append(f"{people(asked)}, please say whether the new time works for you.")
    lines += _known(gathering)
    return "\n".join(lines)


def _known(gathering: Gathering) -> list[str]:
    """Who is not asked, because they said in the poll what the new time means to them."""
    coming, maybe, absent, _ = attendance_of(gathering)
    said = (("coming", coming), ("maybe", maybe), ("can’t come", absent))
    parts = [f"{words} {people(who)}" for words, who in said if who]
    return [f"I know already: {' · '.join(parts)}. You can still change that."] if parts else []


def cancelled_notice(gathering: Gathering, pinged: Sequence[MemberId]) -> str:
    """Tells the group that it is called off."""
    meeting = gathering.meeting
    what = f"The meeting at **{_time(meeting)}**" if meeting.time else "This poll"
    named = f" ({meeting.topic})" if meeting.topic else ""
    return f"### Called off\n{what}{named} will not take place.\n{people(pinged)}"


def reminder(gathering: Gathering, pinged: Sequence[MemberId], where: ChannelId | None) -> str:
    """Before a meeting."""
    time = gathering.meeting.time
    if time is None:
        return ""
    place = f" in {channel(where)}" if where else ""
    return (
        f"### Reminder: we meet {away(time.starts)}\n{moment(time.starts)}{place}\n{people(pinged)}"
    )


def start(pinged: Sequence[MemberId], where: ChannelId | None) -> str:
    """At the start."""
    place = f" in {channel(where)}" if where else ""
    return f"### We are starting now{place}\n{people(pinged)}"

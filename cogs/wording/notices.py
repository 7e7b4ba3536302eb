"""What the group is told when a meeting nears, moves or is called off."""

from collections.abc import Sequence

from bot.domain.ids import ChannelId, MemberId
from bot.domain.meeting import Gathering, Meeting
from cogs.wording.shared import away, channel, moment, people


def _time(meeting: Meeting) -> str:
    return moment(meeting.time.starts) if meeting.time else "no time yet"


def moved_notice(gathering: Gathering, pinged: Sequence[MemberId]) -> str:
    """Tells the group about a move."""
    meeting = gathering.meeting
    return (
        f"### This meeting has moved\nNew time: **{_time(meeting)}**\n"
        "Please say whether that works for you. Who was coming is down as maybe for now.\n"
        f"{people(pinged)}"
    )


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

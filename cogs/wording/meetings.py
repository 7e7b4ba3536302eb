"""Words about calling, showing, moving and cancelling meetings."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.availability import awaited
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Kind, Meeting, Phase, Soon
from bot.domain.when.names import city_of
from bot.domain.when.reading import Problem, ProblemKind
from bot.domain.when.shown import show_local
from bot.domain.when.slot import Slot
from cogs.wording.shared import away, channel, clock, counted, duration, moment, people, person

KINDS = {
    Kind.CASE: "Case consultation",
    Kind.SUPPORT: "Personal support",
    Kind.PRACTICE: "Practice management",
}
REGULAR = "Regular meeting"
SOON = {
    Soon.TODAY: "Today",
    Soon.TWO_DAYS: "Within 48 hours",
    Soon.WEEK: "This week",
    Soon.TWO_WEEKS: "Within two weeks",
}
OWN_TURN = "Our next meeting"
"""What a meeting without a topic is called where the group's rhythm asked for it."""

NEUTRAL = "Peer consultation"
"""What calendars and the server's event list show: nothing of the topic."""

COMMANDS = "Call a meeting, and see what is coming up"
CALL = "Call a meeting of your group"
LIST = "See open polls and coming meetings"
SHOW = "See one meeting, privately"
MOVE = "Move a meeting to another time"
CANCEL = "Call a meeting off"
START = "Begin a meeting: I share out its time, and say when a part ends"
OPTION_GROUP = "Which group, if it is not this channel's"
OPTION_MEETING = "Pick the meeting"
OPTION_TO = "The new time, like: Thu 3pm"

CALL_BUTTON = "Call a meeting"
FORM_TITLE = "Call a meeting"
TOPIC = "What is it about?"
TOPIC_HINT = "The group sees this. Please leave out client names and details."
KIND = "What kind of meeting?"
HOW_SOON = "How soon do you need it?"
LENGTH = "How long?"
TIMES = "Which times could you offer?"
TIMES_EXAMPLE = "Tue 2pm, Wed 10-12, 3/14 5:30pm"
MORE_TITLE = "Add times"
MOVE_TITLE = "Move the meeting"

POST = "Post the poll"
CHANGE = "Change"
DISCARD = "Discard"
ADD = "Add these times"
MOVE_BUTTON = "Move the meeting"
CANCEL_BUTTON = "Yes, call it off"
KEEP = "Keep it"
COMING = "I am coming"
TENTATIVE = "Maybe"
NOT_COMING = "I can’t come"
SHOW_BUTTON = "Show the meeting"
MANAGE = "Manage"
MANAGE_TEXT = "What would you like to do with this meeting? Only you see this."
MOVE_OPEN = "Move it"
CANCEL_OPEN = "Call it off"

TELLING = "I am telling those concerned."
UNTOLD = "The group has not been told of that meeting yet, so nobody needs to hear of this."

DISCARDED = "Discarded. Nothing was posted."
NOTHING_AHEAD = "Nothing is coming up. `/meeting call` starts a meeting."
KEPT = "Kept as it is."


def times_hint(zone: str) -> str:
    """Under the field for candidate times."""
    return f"In {city_of(zone)} time. Up to 25, with commas or on separate lines."[:100]


def call_times_hint(zone: str) -> str:
    """The same in the form of a call, where the field may stay empty."""
    return f"In {city_of(zone)} time, up to 25. Or leave it empty: I look in your usual hours."[
        :100
    ]


def event_text(reference: str) -> str:
    """The description of the server's event: neutral, with a reference to find it again."""
    return f"The details are with the group. Reference {reference}."


def event_place() -> str:
    """Where a meeting without a voice channel takes place, as the server's event says it."""
    return "The group’s usual place"


def preview(
    typed_slots: Sequence[Slot], problems: Sequence[Problem], late: Sequence[Slot], zone: str
) -> str:
    """What was read, before anything is posted."""
    lines = [f"Nothing is posted yet. I read your times in {city_of(zone)} time:"]
    lines += _as_read(typed_slots, problems, zone)
    if late:
        lines.append(
            f"⚠ {moment(late[0].starts)} is later than you said you need it. That is fine if you"
            " mean it."
        )
    if typed_slots:
        lines.append("You will be counted as free at these times.")
    return _within("\n".join(lines), 1900)


def preview_more(slots: Sequence[Slot], problems: Sequence[Problem], zone: str) -> str:
    """What was read as more times, or as the new time."""
    lines = ["Nothing has changed yet. I read:", *_as_read(slots, problems, zone)]
    return _within("\n".join(lines), 1900)


def _as_read(slots: Sequence[Slot], problems: Sequence[Problem], zone: str) -> list[str]:
    """Each slot, and what stands in the way of the others."""
    lines = [f"- {moment(slot.starts)} to {clock(slot.ends)}" for slot in slots]
    warned = [f"⚠ {line}" for line in problem_lines(problems, zone)]
    return [*(lines or ["- no time yet"]), *warned]


def problem_lines(problems: Sequence[Problem], zone: str) -> list[str]:
    """One sentence for each piece that gave no time."""
    return [_problem(problem, zone) for problem in problems]


def _problem(problem: Problem, zone: str) -> str:  # noqa: C901, PLR0911, PLR0912 - a line a kind
    piece = f"“{problem.piece[:60].replace('`', '')}”"
    shown = [_local(instant, zone) for instant in problem.instants]
    match problem.kind:
        case ProblemKind.UNREADABLE:
            return f"I could not read {piece}. Write a day and a time, like “Tue 2pm”."
        case ProblemKind.NO_TIME:
            return f"{piece} has a day but no time. Please add one, like “2pm”."
        case ProblemKind.NO_DAY:
            return f"{piece} has a time but no day. Please add one, like “Tue”."
        case ProblemKind.PAST:
            return f"{piece} has passed already. Please give a later time."
        case ProblemKind.DOUBLED:
            return f"{piece} is there twice; I count it once."
        case ProblemKind.AMBIGUOUS_HALF:
            return f"{piece}: morning or afternoon? Please write am or pm."
        case ProblemKind.AMBIGUOUS_DATE:
            return f"{piece} could be two dates{_or(shown)}. Please write the month as a word."
        case ProblemKind.GAP:
            return (
                f"{piece} does not exist that night: the clocks go forward."
                f" Please choose another time{_or(shown)}."
            )
        case ProblemKind.FOLD:
            return (
                f"{piece} comes twice that night: the clocks go back. Please say which{_or(shown)}."
            )
        case ProblemKind.WEEKDAY_MISMATCH:
            return f"{piece}: the day and the date do not go together. Please correct one."
        case ProblemKind.REVERSED:
            return f"{piece} ends before it starts. Please turn it round."
        case ProblemKind.TOO_SHORT:
            return f"{piece} is shorter than the meeting. Please give a longer stretch."
        case ProblemKind.TOO_MANY:
            return f"A poll holds 25 times; I stopped at {piece}."
        case ProblemKind.TOO_FAR:
            return f"{piece} is more than a year away. Please choose a nearer time."


def _or(shown: Sequence[str]) -> str:
    return f" ({' or '.join(shown)})" if shown else ""


def _local(instant: datetime, zone: str) -> str:
    return show_local(instant, ZoneInfo(zone), now=instant)


def _within(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def posted(gathering: Gathering) -> str:
    """After the press on "post"."""
    where = channel(gathering.group.channel_id)
    return f"Posted in {where}. People can answer until {moment(gathering.meeting.deadline)}."


def added(gathering: Gathering) -> str:
    """After times were added to a poll."""
    return (
        "Added. Everybody is asked about the new times, until"
        f" {moment(gathering.meeting.deadline)}."
    )


def moved(gathering: Gathering) -> str:
    """After a move."""
    if not gathering.meeting.told_by(gathering.meeting.changed_at):
        return f"Moved to {_time(gathering.meeting)}. {UNTOLD}"
    asked = people(awaited(gathering))
    asking = (
        f" I am asking {asked} whether they can come."
        if asked
        else " Everybody has said already whether they can."
    )
    return f"Moved to {_time(gathering.meeting)}.{asking}"


def cancel_question(gathering: Gathering) -> str:
    """Before calling off."""
    return f"Call off {describe(gathering)}? I will tell everybody who was coming."


def cancelled_for(gathering: Gathering) -> str:
    """To who called it off."""
    told = gathering.meeting.told_by(gathering.meeting.changed_at)
    return f"Called off: {describe(gathering)}. {TELLING if told else UNTOLD}"


def describe(gathering: Gathering) -> str:
    """A meeting in a few words."""
    meeting = gathering.meeting
    when = f" at {_time(meeting)}" if meeting.time else ""
    return f"“{named(meeting)}”{when}"


def named(meeting: Meeting) -> str:
    """What a meeting is called where there is room for a few words."""
    return meeting.topic or _kind(meeting)


def _kind(meeting: Meeting) -> str:
    if meeting.regular:
        return REGULAR
    return OWN_TURN if meeting.turn else KINDS[meeting.kind]


def _time(meeting: Meeting) -> str:
    return moment(meeting.time.starts) if meeting.time else "no time yet"


def choice_label(gathering: Gathering, zone: str, now: datetime) -> str:
    """A meeting as a choice while typing; plain text, in the reader's zone."""
    meeting = gathering.meeting
    when = (
        show_local(meeting.time.starts, ZoneInfo(zone), now=now) if meeting.time else "poll is open"
    )
    return f"{when} · {named(meeting)} · {gathering.group.name}"[:100]


def ahead(gatherings: Sequence[Gathering]) -> str:
    """Open polls and coming meetings."""
    lines = [_line(gathering) for gathering in gatherings]
    return _within("\n".join(lines), 1900)


def _line(gathering: Gathering) -> str:
    meeting = gathering.meeting
    name = f"{named(meeting)} ({gathering.group.name})"
    if meeting.time and meeting.regular and not meeting.attendance:
        return f"- {_time(meeting)}: {name}"
    if meeting.time:
        coming = sum(state is Attendance.COMING for state in meeting.attendance.values())
        return f"- {_time(meeting)}: {name}, {counted(coming, 'person is', 'people are')} coming"
    return f"- {name}: the poll is open until {moment(meeting.deadline)}"


def title(meeting: Meeting) -> str:
    """The head of a card."""
    if meeting.turn and not meeting.topic:
        return OWN_TURN
    topic = f": {meeting.topic}" if meeting.topic else ""
    return f"{REGULAR if meeting.regular else KINDS[meeting.kind]}{topic}"


def card_head(gathering: Gathering) -> str:
    """What the meeting is and when."""
    meeting = gathering.meeting
    lines = [f"## {title(meeting)}"]
    if meeting.phase is Phase.CANCELLED:
        lines.append(f"**Called off.** It was planned for {_time(meeting)}.")
    elif meeting.time:
        lines.append(f"**{moment(meeting.time.starts)}** to {clock(meeting.time.ends)}")
        if meeting.phase is Phase.HELD:
            lines.append("This meeting has taken place.")
        else:
            lines.append(f"It starts {away(meeting.time.starts)}.")
    lines.append(_called_by(gathering))
    return "\n".join(lines)


def _called_by(gathering: Gathering) -> str:
    meeting, voice = gathering.meeting, gathering.group.settings.voice_channel_id
    where = f" · in {channel(voice)}" if voice else ""
    return f"{caller(meeting)} · {duration(meeting.length)}{where}"


def caller(meeting: Meeting) -> str:
    """Who called it, or who stands for it where nobody did."""
    if meeting.turn:
        return f"Asked by your group's rhythm, for {person(meeting.convener_id)}"
    how = "In the care of" if meeting.regular else "Called by"
    return f"{how} {person(meeting.convener_id)}"


def card_attendance(gathering: Gathering) -> str:
    """Who comes."""
    by_state = attendance_of(gathering)
    lines = [f"**Coming ({len(by_state[0])})** {people(by_state[0]) or 'nobody yet'}"]
    if by_state[1]:
        lines.append(f"**Maybe ({len(by_state[1])})** {people(by_state[1])}")
    if by_state[2]:
        lines.append(f"**Can’t come** {people(by_state[2])}")
    if by_state[3]:
        lines.append(f"**Not heard from** {people(by_state[3])}")
    return _within("\n".join(lines), 2500)


def attendance_of(gathering: Gathering) -> tuple[tuple[MemberId, ...], ...]:
    """Members coming, tentative, not coming, not heard from."""
    said = gathering.meeting.attendance
    order = (Attendance.COMING, Attendance.TENTATIVE, Attendance.NOT_COMING, None)
    members = [member.id for member in gathering.group.members]
    return tuple(
        tuple(member_id for member_id in members if said.get(member_id) is state) for state in order
    )


def shown(gathering: Gathering, refused: int) -> str:
    """One meeting, privately."""
    meeting = gathering.meeting
    parts = [card_head(gathering)]
    if meeting.time:
        parts.append(card_attendance(gathering))
    else:
        parts.append(f"The poll is open until {moment(meeting.deadline)}.")
    if meeting.posts.thread:
        parts.append(f"Talk about it in {channel(meeting.posts.thread)}.")
    if refused:
        parts.append(
            f"⚠ Discord refused {counted(refused, 'message', 'messages')} about this meeting."
            " Please check that I may write in the group's channel and its threads."
        )
    return _within("\n\n".join(parts), 1500)


def attending(state: Attendance) -> str:
    """After a press on an attendance button."""
    return {
        Attendance.COMING: "You are coming. I will remind you.",
        Attendance.TENTATIVE: "I put you down as maybe. I will remind you.",
        Attendance.NOT_COMING: "Thank you for saying so. You will get no reminders for this one.",
    }[state]


def thread_title(gathering: Gathering) -> str:
    """The thread under the meeting's card; it says whose time its title shows."""
    if gathering.meeting.time is None:
        return NEUTRAL
    return f"{NEUTRAL} · {_when_there(gathering)}"[:100]


def _when_there(gathering: Gathering) -> str:
    """The time on the group's own clock, for where Discord draws no timestamps."""
    meeting, zone = gathering.meeting, gathering.group.settings.zone
    if meeting.time is None:
        return NEUTRAL
    when = show_local(meeting.time.starts, ZoneInfo(zone), now=meeting.called_at)
    return f"{when} {city_of(zone)} time"


def post_title(gathering: Gathering) -> str:
    """The post that a call, or a regular meeting, opens in a forum."""
    if gathering.meeting.regular:
        return f"{named(gathering.meeting)[:45]} · {_when_there(gathering)}"[:100]
    return title(gathering.meeting)[:100]

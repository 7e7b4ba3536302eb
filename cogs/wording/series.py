"""Words about established schedules: setting one up, what is next, and changes."""

from collections.abc import Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.series.course import Occurring
from bot.domain.series.refusals import FirstUnclear, LastUnclear
from bot.domain.series.rule import LAST, MONTH_END, MONTHLY, EveryWeeks, Rule, often_of
from bot.domain.series.schedule import Occurrence, Series, on
from bot.domain.when.names import city_of
from bot.domain.when.shown import MONTHS, show_clock, show_local
from bot.domain.when.wall import instants
from bot.services.series import Previewed, Shown
from cogs.wording.meetings import TELLING, UNTOLD, problem_lines
from cogs.wording.shared import clock, duration, moment, person

COMMANDS = "Regular meetings of your group"
CREATE = "Set up a regular meeting, like every other Tuesday at 6pm"
SHOW = "See your regular meetings, and skip, move or change them"
END = "End a regular meeting, now or after a day"
OPTION_GROUP = "Which group, if it is not this channel's"
OPTION_SERIES = "Which one, if there are several"
OPTION_LAST = "The last day on which it may still take place, like: 30 June"

FORM_TITLE = "A regular meeting"
CHANGE_TITLE = "Change all from here"
TITLE = "What is it called? (optional)"
TITLE_HINT = "The group sees this. Please leave out client names and details."
OFTEN = "How often?"
FIRST = "When is the first meeting?"
FIRST_EXAMPLE = "Tue 5 January, 6pm"
LENGTH = "How long?"
LAST_DAY = "Until when? (optional)"
LAST_HINT = "The last day on which it may take place. Empty means without an end."
LAST_EXAMPLE = "30 June"
MOVE_TITLE = "Move this meeting"
MOVE_TIME = "To what time?"
MOVE_EXAMPLE = "Thu 3pm"

START = "Start it"
START_CHANGE = "Change it"
CHANGE = "Change"
DISCARD = "Discard"
DISCARDED = "Discarded. Nothing has changed."
PICK = "Pick a meeting to skip, move or change"
SKIP = "Skip it"
SKIP_SURE = "Yes, skip it"
PUT_BACK = "Put it back"
MOVE = "Move it"
CHANGE_ALL = "Change all from here"
END_HERE = "End the series here"
END_SURE = "Yes, end it"
KEEP = "Keep it"
BACK = "Back"
KEPT = "Kept as it is."
NONE = "There is no regular meeting here. `/series create` sets one up."

STAYS = (
    "The hour stays the same there when the clocks change. A week before each meeting, or when the"
    " one before it is over, the group is asked who comes."
)
OVER = "Nothing would come of that: there is no meeting ahead. Please give a later last day."
NO_SUCH = "I could not find that regular meeting. `/series show` shows what there is."
NOT_YOURS = (
    "Only the person who set this regular meeting up, or who manages the server, can do that."
)
LAST_FIRST = "The last day is before the first meeting. Please give a later last day."

LONGEST_LIST = 1900
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}


def often(choice: int) -> str:
    """A choice of how often, in the form."""
    match choice:
        case 0:
            return "Every month, on the same weekday (like the 2nd Tuesday)"
        case -1:
            return "Every month, on the last such weekday"
        case 1:
            return "Every week"
        case 2:
            return "Every other week"
        case _:
            return f"Every {choice} weeks"


def first_hint(zone: str) -> str:
    """Under the field for the first meeting."""
    return f"A day and a time, in {city_of(zone)} time. All others follow from it."[:100]


def move_hint(zone: str) -> str:
    """Under the field for another time of one meeting."""
    return f"In {city_of(zone)} time. The other meetings stay."[:100]


def first_default(series: Series, day: date, now: datetime) -> str:
    """What stands in the field for the first meeting when all from there on is changed."""
    return show_local(on(series, day).slot.starts, ZoneInfo(series.zone), now=now)


def last_default(series: Series) -> str:
    """What stands in the field for the end."""
    return _day(series.last) if series.last else ""


def often_default(series: Series) -> int:
    """What is chosen in the form."""
    return often_of(series.rule)


OFTEN_CHOICES = (*range(1, 13), MONTHLY, MONTH_END)


def describe(series: Series) -> str:
    """A series in words: "Every other Tuesday at 6:00 pm, Berlin time, 90 minutes"."""
    until = f", until {_day(series.last)}" if series.last else ""
    return (
        f"{_rhythm(series.rule, series.anchor)} at {show_clock(series.starts)},"
        f" {city_of(series.zone)} time, {duration(series.length)}{until}"
    )


def _rhythm(rule: Rule, anchor: date) -> str:
    weekday = _WEEKDAYS[anchor.weekday()]
    match rule:
        case EveryWeeks(1):
            return f"Every {weekday}"
        case EveryWeeks(2):
            return f"Every other {weekday}"
        case EveryWeeks(weeks):
            return f"Every {weeks} weeks on {weekday}"
        case _:
            return f"Every month on the {_NTH[rule.nth]} {_WEEKDAYS[rule.weekday]}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _headed(series: Series) -> str:
    name = f"**{series.title}**: " if series.title else ""
    return f"{name}{describe(series)}"


def label(series: Series) -> str:
    """A series as a choice; plain text."""
    name = f"{series.title}: " if series.title else ""
    return f"{name}{_rhythm(series.rule, series.anchor)} at {show_clock(series.starts)}"[:100]


def preview(previewed: Previewed) -> str:
    """What was understood, before anything starts."""
    draft = previewed.draft
    lines = [
        "Nothing has changed yet. I understood:"
        if draft.follows
        else "Not started yet. I understood:",
        _headed(draft),
        *(f"- {moment(one.slot.starts)} to {clock(one.slot.ends)}" for one in previewed.first),
        *(_odd(draft, one) for one in previewed.odd[:2]),
        *_moves(previewed),
        STAYS,
    ]
    return "\n".join(lines)


def _moves(previewed: Previewed) -> list[str]:
    """What becomes of the meeting that the group knows of already."""
    known, first = previewed.known, next(iter(previewed.first), None)
    if known is None or first is None or first.slot.starts == known:
        return []
    moves = (
        f"The group knows of {moment(known)}: that meeting moves to {moment(first.slot.starts)},"
    )
    return [f"{moves} and everybody is asked whether they can come."]


def _odd(series: Series, one: Occurrence) -> str:
    """A night on which the clock does not show the hour, or shows it twice."""
    wall = datetime.combine(one.date, series.starts)
    at, day = show_clock(series.starts), _day(one.date)
    if instants(wall, ZoneInfo(series.zone)):
        return f"⚠ On {day} {at} comes twice, since the clocks go back. I take the first."
    there: time = one.slot.starts.astimezone(ZoneInfo(series.zone)).time()
    return (
        f"⚠ On {day} there is no {at}, since the clocks go forward."
        f" That meeting is at {show_clock(there)}."
    )


def started(series: Series, first: Occurring | None) -> str:
    """To who started it."""
    when = f" The first meeting is {moment(first.slot.starts)}." if first else ""
    return f"{'Changed' if series.follows else 'Started'}: {describe(series)}.{when}"


def told(series: Series, by: MemberId) -> str:
    """To the group, where it was set up in the group's channel."""
    verb = "changed a regular meeting" if series.follows else "set up a regular meeting"
    return f"{person(by)} {verb}: {_headed(series)}. `/series show` shows what is next."


def ended_told(series: Series, by: MemberId) -> str:
    """To the group, when a series was given an end in the group's channel."""
    return f"{person(by)} ended a regular meeting: {_headed(series)}."


def listed(several: Sequence[Shown]) -> str:
    """A group's series with what is next."""
    return "\n\n".join(shown(one) for one in several)[:LONGEST_LIST]


def shown(one: Shown) -> str:
    """One series with what is next."""
    lines = [_headed(one.series), f"-# In the care of {person(one.series.convener_id)}"]
    return "\n".join([*lines, *(_line(each) for each in one.ahead)])


def brief(several: Sequence[Shown]) -> str:
    """A group's series, each in a line; empty where there is none."""
    return "\n".join(f"Regular meeting: {_headed(one.series)}." for one in several)


def _line(one: Occurring) -> str:
    if one.off:
        return f"- ~~{moment(one.slot.starts)}~~ skipped"
    return f"- {moment(one.slot.starts)}{' (moved)' if one.moved else ''}"


def choice(one: Occurring, zone: str, now: datetime) -> str:
    """A meeting in the menu; plain text, in the reader's zone."""
    when = show_local(one.slot.starts, ZoneInfo(zone), now=now)
    return f"{when}{', skipped' if one.off else ''}"[:100]


def picked(one: Occurring) -> str:
    """One meeting of a series, with what can be done."""
    if one.off:
        return f"{moment(one.slot.starts)} is skipped."
    moved = " It was moved there." if one.moved else ""
    return f"{moment(one.slot.starts)} to {clock(one.slot.ends)}.{moved} What would you like to do?"


def skip_question(one: Occurring) -> str:
    """Before a meeting is skipped of which the group was told."""
    return (
        f"Skip {moment(one.slot.starts)}? The group has been told of it, so I will tell everybody"
        " that it does not take place."
    )


def skipped(gathering: Gathering) -> str:
    """After a skip."""
    meeting = gathering.meeting
    quiet = not meeting.told_by(meeting.changed_at)
    when = moment(meeting.time.starts) if meeting.time else ""
    return f"{when} is skipped; the others stay. {UNTOLD if quiet else TELLING}"


def put_back(gathering: Gathering) -> str:
    """After a skip was taken back."""
    time = gathering.meeting.time
    return f"{moment(time.starts) if time else 'It'} takes place after all."


def end_question(series: Series, day: date, one: Occurring | None, *, told_of: bool) -> str:
    """Before a series ends: `one` is the first that falls away, where it is near."""
    since = f"{moment(one.slot.starts)} and all after it" if one else f"All from {_day(day)} on"
    told_too = " The group has been told of that one, so I will tell everybody." if told_of else ""
    return f"End this? {_headed(series)}.\n{since} would fall away.{told_too}"


def ended(series: Series) -> str:
    """After a series was given an end."""
    until = f"after {_day(series.last)}" if series.last else "now"
    return f"Ended: there is no meeting {until}. What was to come is called off."


def first_unclear(error: FirstUnclear) -> str:
    """Why no first meeting could be read, or more than one."""
    if not error.problems:
        return "I read more than one time. Please give the first meeting alone, like `Tue 6pm`."
    return "\n".join(problem_lines(error.problems, error.zone))


def last_unclear(error: LastUnclear) -> str:
    """Why no end could be read."""
    piece = error.typed[:40].replace("`", "")
    return f"I could not read “{piece}” as a day within a year. Write it like `30 June`."


def too_many(most: int) -> str:
    """A group has as many as it can have."""
    return f"A group has up to {most} regular meetings. Please end one first with `/series end`."

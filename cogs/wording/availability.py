"""Words about usual hours: keeping them, days away, and what they propose and suggest."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.meeting import Choice
from bot.domain.standing.pattern import Away, Standing
from bot.domain.standing.typed import written, written_hours
from bot.domain.when.names import city_of
from bot.domain.when.shown import MONTHS, WEEKDAYS
from bot.domain.when.slot import Slot
from bot.services.standing import Proposed
from cogs.wording.shared import clock, moment

COMMANDS = "Say when you are usually free, so that times find themselves"
WEEK = "Keep your usual free hours, by weekday"
AWAY = "Keep days on which you are away, or see and take them out"
SHOW = "See what I keep about your usual hours; only you see it"
OPTION_FIRST = "The first day, like: 24 Dec"
OPTION_LAST = "The last day, if it is more than one"

FORM_TITLE = "When are you usually free?"
WEEK_LABEL = "Your usual free hours"
WEEK_EXAMPLE = "Mon 9-12, 18-21\nTue, Thu 2pm-5pm\nFri 10-11:30"
DECENT_LABEL = "Otherwise, ask me only between"
DECENT_HINT = "No time outside of this is proposed, unless you named it above."

CHANGE = "Change"
KEEP_HOURS = "Keep my usual hours"
USE = "Use my usual hours"
TAKE_OUT = "Take out days away"

NOT_KEPT = "You keep no usual hours here yet."
TRY = "`/availability week` keeps them, with lines like `Mon 9-12, 18-21`."


def week_hint(zone: str) -> str:
    """Under the field for the week."""
    return f"In {city_of(zone)} time, a line a day. Leave it empty and I forget them."[:100]


def decent_default(standing: Standing) -> str:
    """What stands in the field for decent hours."""
    return written_hours(standing.decent)


def week_default(standing: Standing) -> str:
    """What stands in the field for the week."""
    return "\n".join(written(standing.week))


def kept_week(standing: Standing) -> str:
    """After a week was kept."""
    if not standing.known:
        return "I keep no usual hours of yours any more."
    return "\n".join(["Thank you. I keep this:", *_week(standing), _nobody_sees()])


def _week(standing: Standing) -> list[str]:
    lines = [f"- {line}" for line in written(standing.week)] or [f"- {NOT_KEPT}"]
    return [
        *lines,
        f"In {city_of(standing.zone)} time, summer and winter.",
        f"Apart from these hours, I propose no time outside {written_hours(standing.decent)}.",
    ]


def _nobody_sees() -> str:
    return "The group never sees your hours, only how many could come. You still answer each poll."


def hours_unclear(pieces: Sequence[str]) -> str:
    """What of a typed week could not be read, to who typed it."""
    named = ", ".join(_quoted(piece) for piece in pieces[:5])
    return (
        f"I could not read {named}. Please write a day and hours, like `Mon 9-12, 18-21`"
        " or `Tue 2pm-5pm`. Nothing has changed, and what you typed is still there."
    )


def _quoted(piece: str) -> str:
    return f"“{piece[:60].replace('`', '')}”"


def too_many_hours(most: int) -> str:
    """More stretches on a day than are kept."""
    return (
        f"I keep up to {most} stretches a day. Please join some. Nothing has changed, and what you"
        " typed is still there."
    )


def day_unclear(typed: str) -> str:
    """A day that could not be read, to who typed it."""
    return f"I could not read {_quoted(typed)} as one day to come. Please write it like `24 Dec`."


AWAY_REVERSED = "The last day is before the first one. Please turn them round."


def too_many_aways(most: int) -> str:
    """Days away are full."""
    return f"I keep up to {most} times away. Please take one out first, with `/availability away`."


def aways(standing: Standing) -> str:
    """The days away that are kept."""
    if not standing.away:
        return "You have no days away here. `/availability away from: 24 Dec to: 2 Jan` keeps some."
    lines = [f"- {away_label(one)}" for one in standing.away]
    return "\n".join(["You are away on these days, and I count you as not free:", *lines])


def away_label(one: Away) -> str:
    """Days away in a line or a menu."""
    if one.first == one.last:
        return _day(one.first)
    return f"{_day(one.first)} to {_day(one.last)}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def shown(standing: Standing) -> str:
    """All that is kept about a member's usual hours."""
    week = _week(standing) if standing.known else [f"{NOT_KEPT} {TRY}"]
    return "\n".join(["**Your usual hours**", *week, "", aways(standing), _nobody_sees()])


def proposal(proposed: Proposed, late: Sequence[Slot], zone: str) -> str:
    """What is proposed to a convener who gave no times, before anything is posted."""
    if not proposed.known:
        return (
            "Nothing is posted yet. You gave no times, and nobody in the group keeps usual hours"
            f" that I could go by. {TRY} For now, please press Change and add a time or two."
        )
    if not proposed.proposals:
        return (
            "Nothing is posted yet. I found no time in the next two weeks at which you are free"
            " and that is no imposition on anybody. Please press Change and add times of your own."
        )
    lines = [
        "Nothing is posted yet. These times go best with your group’s usual hours.",
        f"Press Change to edit them, in {city_of(zone)} time.",
        *[
            f"- {moment(one.slot.starts)} to {clock(one.slot.ends)}: {len(one.free)} of"
            f" {proposed.known} usually free"
            for one in proposed.proposals
        ],
    ]
    if late:
        lines.append(f"⚠ {moment(late[-1].starts)} is later than you said you need it.")
    lines.append("You will be counted as free at these times, and nobody else before they answer.")
    return "\n".join(lines)


def suggestion_hint(zone: str) -> str:
    """Over the answer's menu, where usual hours have ticked it."""
    return (
        f"Ticked by your usual hours, in {city_of(zone)} time. Nothing counts until you send it."[
            :100
        ]
    )


NO_USUAL_HOURS = (
    "You keep no usual hours here yet, so I have answered nothing for you."
    " Keep them now, or press Answer on the poll."
)
NO_USUAL_HOURS_THERE = (
    "You keep no usual hours yet, so I have answered nothing for you. `/availability week` keeps"
    " them, in your group’s server. For now, please press Answer."
)
NONE_OF_THESE = (
    "By your usual hours you could come at none of these times, so I have answered nothing for"
    " you. Please press Answer on the poll to say so, or to say otherwise."
)


def used(choices: Mapping[Slot, Choice]) -> str:
    """Which times were answered with yes by usual hours."""
    lines = [f"- {moment(slot.starts)}" for slot in sorted(choices)]
    return "\n".join(["By your usual hours, you can come:", *lines])

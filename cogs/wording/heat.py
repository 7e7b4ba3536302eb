"""Words about pictures of hours: those in the picture, and the same content for who hears it.

What a picture says in cells, its alternative text says in lines, within Discord's 1024 characters;
where all of it is too long, what is best comes first and the smallest numbers are left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bot.domain.group import Group
from bot.domain.heat.grid import Cell, Heat, Row, Run, runs
from bot.domain.when.names import city_of
from bot.domain.when.shown import MONTHS, WEEKDAYS
from bot.pictures.captions import Captions

LONGEST_ALT = 1024


def week_captions(heat: Heat) -> Captions:
    """The words in a picture of usual hours."""
    alone = heat.of == 1
    title = "When you are usually free" if alone else f"How many of {heat.of} are usually free"
    return Captions(
        title=title,
        zone=_zone(heat),
        days=_heads(heat),
        rows=_labels(heat),
        scale="Free:",
        best="best" if heat.best else "",
        own="you" if heat.own and not alone else "",
    )


def poll_captions(heat: Heat) -> Captions:
    """The words in a picture of a poll's answers."""
    return Captions(
        title=f"How many of {heat.of} can come",
        zone=_zone(heat),
        days=_heads(heat),
        rows=tuple(_hour(row) for row in heat.rows),
        scale="Can come:",
        best="best so far" if heat.best else "",
        own="you" if heat.own else "",
        doubtful="2+1: 2 yes, 1 if need be" if heat.doubtful else "",
    )


def told(heat: Heat | None, group: Group | None) -> list[str]:
    """Under a member's usual hours: what the picture below counts."""
    if heat is None:
        return []
    if heat.of == 1 and group:
        return ["", "The picture has your hours alone, until two others of the group keep theirs."]
    if heat.of == 1:
        return []
    name = group.name if group else ""
    lines = ["", f"The picture shows how many of **{name}** are usually free, and never who."]
    if heat.best:
        lines.append("Framed: most people, and not too early or too late for anybody.")
    return lines


def _zone(heat: Heat) -> str:
    return f"{city_of(heat.zone)} time"


def _heads(heat: Heat) -> tuple[tuple[str, str], ...]:
    return tuple((WEEKDAYS[day.weekday()], _short(day)) for day in heat.days)


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _labels(heat: Heat) -> tuple[str, ...]:
    """Half hours need no words of their own below their hour."""
    starts = {row.starts for row in heat.rows}
    return tuple(
        "" if row.starts % 60 and row.starts - 30 in starts else _hour(row) for row in heat.rows
    )


def _hour(row: Row) -> str:
    words = _clock(row.starts)
    return f"{words} (2nd)" if row.again else words


def _clock(minutes: int) -> str:
    """A time of day as short as it can be: "9 am", "2:30 pm"."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    half = "am" if hour < 12 else "pm"  # noqa: PLR2004 - noon
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''} {half}"


def week_alt(heat: Heat) -> str:
    """The picture of usual hours in words."""
    alone = heat.of == 1
    said = [
        _Said(run.starts.date(), _stretch(run), None if alone else run.cell)
        for run in runs(heat)
        if run.cell.count
    ]
    return _alt(week_captions(heat), said, "Nobody is free at other times.")


def _stretch(run: Run) -> str:
    starts, ends = (_clock(60 * at.hour + at.minute) for at in (run.starts, run.ends))
    return f"{starts}-{ends}"


def poll_alt(heat: Heat) -> str:
    """The picture of a poll's answers in words."""
    said = [
        _Said(day, _hour(row), cell)
        for place, day in enumerate(heat.days)
        for row, cell in heat.column(place)
    ]
    return _alt(poll_captions(heat), said)


@dataclass(frozen=True, slots=True)
class _Said:
    """One cell, or several alike, in words; without a cell it is the viewer's own time."""

    day: date
    when: str
    cell: Cell | None

    @property
    def count(self) -> int:
        """How many people."""
        return self.cell.count if self.cell else 1

    def __str__(self) -> str:
        if self.cell is None:
            return self.when
        doubtful = f"{self.cell.doubtful} if need be" if self.cell.doubtful else ""
        marks = (doubtful, "best" if self.cell.best else "", "with you" if self.cell.own else "")
        told = ", ".join(filter(None, marks))
        return f"{self.when}: {self.cell.count}" + (f" ({told})" if told else "")


def _alt(captions: Captions, said: Sequence[_Said], rest: str = "") -> str:
    """All of it, or what has the most people: as much as Discord keeps."""
    title = text = f"{captions.title}, {captions.zone}."
    for least in sorted({one.count for one in said}):
        kept = [one for one in said if one.count >= least]
        left = rest if len(kept) == len(said) else f"Fewer than {least} at other times."
        text = "\n".join(filter(None, [title, *_by_day(kept), left]))
        if len(text) <= LONGEST_ALT:
            return text
    return f"{text[: LONGEST_ALT - 1]}…"


def _by_day(said: Iterable[_Said]) -> list[str]:
    return [
        f"{WEEKDAYS[day.weekday()]} {_short(day)}: {', '.join(map(str, several))}"
        for day, several in groupby(said, key=lambda one: one.day)
    ]

"""Puts atoms together: pieces of days and times, and runs of pieces that share their days.

A piece is what stands between two commas, lines, or words such as "and". "Fri 1pm, 3pm and 5pm" is
three pieces and one run: the day is said once and carries. "Mon, Wed and Fri at noon" is one run as
well: days wait for the time that follows them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.when import said
from bot.domain.when.clock_rules import clock
from bot.domain.when.groups import DAYS, Group, groups

_ASIDE = (said.ZoneSaid, said.HalfHint, said.NextWeek, said.Everywhere)


@dataclass(frozen=True, slots=True)
class DaySaid:
    """One day as it was said: a weekday, a date, or both."""

    weekday: said.Weekday | None = None
    date: said.DateSaid | None = None


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """A time of day or a range of two."""

    start: said.Clock
    end: said.Clock | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece in order: its days and times, and what was said beside them.

    `start` and `end` are its place in the text. `readable` is false where something in it may
    change what is meant.
    """

    start: int
    end: int
    hard: bool = False
    joins: bool = False
    readable: bool = True
    days: tuple[DaySaid, ...] = ()
    times: tuple[TimeSaid, ...] = ()
    days_last: bool = False
    moments: tuple[said.Moment, ...] = ()
    zone: said.ZoneSaid | None = None
    half: said.Half | None = None
    everywhere: bool = False


class _Unreadable(Exception):  # noqa: N818 - never leaves this module
    """The atoms of a piece do not fit together."""


def pieces(atoms: Iterable[said.Atom]) -> Iterator[Piece]:
    """Give the pieces of a text in order, unreadable ones included, empty ones left out."""
    for group in groups(atoms):
        yield from _read(group)


def _read(group: Group) -> Iterator[Piece]:
    heard = list(group.atoms)
    # What was carried here from an earlier line is not among the words of this piece.
    start = min(atom.start for atom in heard if atom.start >= group.start)
    blank = Piece(start, heard[-1].end, group.parting.hard, group.parting.joins)
    try:
        yield from list(_sections(heard, blank))
    except _Unreadable:
        yield replace(blank, start=group.start, end=group.end, readable=False)


def _sections(heard: list[said.Atom], blank: Piece) -> Iterator[Piece]:
    """Read one group; "Fri 1pm Mon 2pm" without a comma gives two pieces."""
    blank = _with_asides(heard, blank)
    rest = _without_marks([atom for atom in heard if not isinstance(atom.meaning, _ASIDE)])
    if any(isinstance(atom.meaning, said.Moment) for atom in rest):
        yield replace(blank, moments=_moments(rest))
        return
    parts = _day_and_time_parts(rest)
    if any(isinstance(atom.meaning, said.NextWeek) for atom in heard):
        parts = _in_following_week(parts)
    if len(parts) <= 2:  # noqa: PLR2004 - days and times, each at most once
        yield _piece(parts, blank)
        return
    if not parts[0].days:
        raise _Unreadable
    for number, (days, times) in enumerate(zip(parts[::2], [*parts[1::2], None], strict=False)):
        both = [days] if times is None else [days, times]
        one = _piece(both, replace(blank, start=both[0].start, end=both[-1].end))
        yield one if number == 0 else replace(one, hard=True)


def _with_asides(heard: list[said.Atom], blank: Piece) -> Piece:
    zones = {a.meaning: None for a in heard if isinstance(a.meaning, said.ZoneSaid)}
    halves = {a.meaning.half for a in heard if isinstance(a.meaning, said.HalfHint)}
    halves |= {
        said.Half.PM for a in heard if isinstance(a.meaning, said.NearDay) and a.meaning.evening
    }
    if len({one.zone for one in zones}) > 1 or len(halves) > 1:
        raise _Unreadable
    return replace(
        blank,
        zone=next(iter(zones), None),
        half=next(iter(halves), None),
        everywhere=any(isinstance(a.meaning, said.Everywhere) for a in heard),
    )


def _without_marks(atoms: list[said.Atom]) -> list[said.Atom]:
    """Drop dashes that are bullets, or stand between a day and its time."""
    kept: list[said.Atom] = []
    for number, atom in enumerate(atoms):
        if isinstance(atom.meaning, said.RangeMark):
            after = atoms[number + 1] if number + 1 < len(atoms) else None
            if not kept or after is None or _parts_day_from_time(kept[-1], atom, after):
                continue
        kept.append(atom)
    return kept


def _parts_day_from_time(before: said.Atom, dash: said.Atom, after: said.Atom) -> bool:
    apart = before.end < dash.start and dash.end < after.start
    return (
        apart
        and isinstance(before.meaning, DAYS)
        and isinstance(after.meaning, (said.Clock, said.Number))
    )


def _moments(atoms: list[said.Atom]) -> tuple[said.Moment, ...]:
    """One instant, or two with a dash between them."""
    found = [atom.meaning for atom in atoms]
    match found:
        case [said.Moment() as only]:
            return (only,)
        case [said.Moment() as start, said.RangeMark(), said.Moment() as end]:
            return (start, end)
        case _:
            raise _Unreadable


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    days: tuple[DaySaid, ...] = ()
    times: tuple[TimeSaid, ...] = ()


def _piece(parts: Sequence[_Part], blank: Piece) -> Piece:
    return replace(
        blank,
        days=tuple(day for part in parts for day in part.days),
        times=tuple(time for part in parts for time in part.times),
        days_last=len(parts) > 1 and not parts[0].days,
    )


def _day_and_time_parts(atoms: list[said.Atom]) -> list[_Part]:
    parts: list[_Part] = []
    place = 0
    while place < len(atoms):
        start = place
        if isinstance(atoms[place].meaning, DAYS):
            days, place = _days(atoms, place)
            part = _Part(atoms[start].start, atoms[place - 1].end, days=days)
        else:
            times, place = _times(atoms, place)
            part = _Part(atoms[start].start, atoms[place - 1].end, times=times)
        parts.append(part)
    return parts


def _in_following_week(parts: list[_Part]) -> list[_Part]:
    """Move all weekdays into the following week; beside a date, "next week" says something else."""
    days = [day for part in parts for day in part.days]
    if not days or any(day.weekday is None or day.date for day in days):
        raise _Unreadable
    return [
        replace(part, days=tuple(in_following_week(day) for day in part.days)) for part in parts
    ]


def in_following_week(day: DaySaid) -> DaySaid:
    """Give a day with its weekday, if it has one, in the following week."""
    return replace(day, weekday=replace(day.weekday, next=True)) if day.weekday else day


def _days(atoms: list[said.Atom], place: int) -> tuple[tuple[DaySaid, ...], int]:
    days: list[DaySaid] = []
    while place < len(atoms):
        meaning = atoms[place].meaning
        if isinstance(meaning, said.RangeMark):
            days[-1:] = _through(days[-1], atoms[place + 1 : place + 2])
            place += 2
            continue
        if isinstance(meaning, said.Number) and _is_day_of_month(days[-1], atoms, place):
            meaning = said.MonthDay(meaning.value)
        if not isinstance(meaning, DAYS):
            break
        _add(days, meaning)
        place += 1
    return tuple(days), place


def _add(days: list[DaySaid], meaning: said.DayMeaning) -> None:
    """Add a day to a list, or to the day before it where both together are one."""
    if isinstance(meaning, said.Workdays):
        days += [DaySaid(said.Weekday(number)) for number in range(5)]
    elif isinstance(meaning, said.Weekday):
        if days and days[-1].weekday is None:
            days[-1] = replace(days[-1], weekday=meaning)
        else:
            days.append(DaySaid(weekday=meaning))
    elif days and days[-1].date is None:
        days[-1] = replace(days[-1], date=meaning)
    else:
        days.append(DaySaid(date=meaning))


def _through(first: DaySaid, after: list[said.Atom]) -> list[DaySaid]:
    """Give the days of "Mon-Fri"."""
    last = after[0].meaning if after else None
    if first.weekday is None or first.date or not isinstance(last, said.Weekday):
        raise _Unreadable
    count = (last.number - first.weekday.number) % 7
    return [
        DaySaid(replace(first.weekday, number=(first.weekday.number + more) % 7))
        for more in range(count + 1)
    ]


def _is_day_of_month(day: DaySaid, atoms: list[said.Atom], place: int) -> bool:
    """Tell whether a bare figure after a weekday is a date: "Thu 26 14:30", "Thu 26"."""
    meaning = atoms[place].meaning
    if day.date is not None or not isinstance(meaning, said.Number):
        return False
    after = atoms[place + 1].meaning if place + 1 < len(atoms) else None
    return meaning.value >= 24 or isinstance(after, (said.Clock, said.Number))  # noqa: PLR2004 - no hour


def _times(atoms: list[said.Atom], place: int) -> tuple[tuple[TimeSaid, ...], int]:
    times: list[TimeSaid] = []
    while place < len(atoms) and not isinstance(atoms[place].meaning, DAYS):
        start = _clock(atoms[place])
        if place + 2 < len(atoms) and isinstance(atoms[place + 1].meaning, said.RangeMark):
            times.append(TimeSaid(start, _clock(atoms[place + 2])))
            place += 3
        else:
            times.append(TimeSaid(start))
            place += 1
    if len(times) > 1 and not all(time.start.fixed for time in times):
        raise _Unreadable
    return tuple(times), place


def _clock(atom: said.Atom) -> said.Clock:
    meaning = atom.meaning
    if isinstance(meaning, said.Number):
        meaning = clock(meaning.value, 0, padded=meaning.padded)
    if not isinstance(meaning, said.Clock):
        raise _Unreadable
    return meaning

"""The usual hours of a group in the seven days to come, on the clock of who looks.

Real time is walked through by quarters of an hour, in which every zone's clock runs straight: an
hour that is skipped gets no cell, one that comes twice has both its comings in one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.heat.grid import MOST_DAYS, Cell, Heat, Row, laid
from bot.domain.ids import MemberId
from bot.domain.standing.hours import askable, free
from bot.domain.standing.pattern import Standing
from bot.domain.standing.stretches import Row as Stretches
from bot.domain.standing.stretches import covers, joined
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot
from bot.domain.when.wall import at_wall

FEWEST_OTHERS = 2
"""Of one other person alone, a count would tell the whole week."""

FEWEST_TOGETHER = 2
MOST_ROWS = 24
_QUARTER = timedelta(minutes=15)
_HOUR, _HALF = 60, 30

_Place = tuple[date, int]
"""A day, and a time of day in minutes after midnight."""

_Cells = Mapping[_Place, tuple[Cell, Stretches]]
"""Each place's cell, and when in real time it is."""


def counted(standings: Mapping[MemberId, Standing], own: MemberId) -> frozenset[MemberId]:
    """Whose hours a member may see as counts: their own, and those of others if there are some."""
    known = frozenset(who for who, one in standings.items() if one.known)
    return known if len(known - {own}) >= FEWEST_OTHERS else known & {own}


def heat_of_week(
    standings: Mapping[MemberId, Standing], own: MemberId, zone_name: str, first: date
) -> Heat:
    """How many are usually free.

    Args:
        standings: the whole group, those without usual hours too: they have decent hours.
        own: who looks.
        zone_name: the IANA name of their zone.
        first: the first of seven days of that zone's calendar.

    Returns:
        The times of day at which somebody is free, with all seven days; a count is of those who
        are free all through the time. Hours, or half hours where somebody's begin or end on one
        and the grid does not become longer by that than a day has hours. The best are those with
        the most people, two at least, among the times that a call would propose to everybody.
    """
    there = zone(zone_name)
    window = _window(first, there)
    free_by = {who: free(standings[who], window) for who in counted(standings, own)}
    step = _step(free_by.values(), there)
    cells = _cells(free_by, own, _places(window, there, step))
    if len(_used(cells)) > MOST_ROWS:
        step = _HOUR
        cells = _cells(free_by, own, _places(window, there, step))
    decent = [askable(one, window) for one in standings.values()]
    best = _best({place: cell for place, (cell, when) in cells.items() if _all_in(decent, when)})
    used = _used(cells)
    found = (
        (day, Row(starts, length=step), best.get((day, starts), cell))
        for (day, starts), (cell, _) in cells.items()
        if starts in used
    )
    return laid(zone_name, len(free_by), found)


def _window(first: date, there: ZoneInfo) -> Slot:
    end = first + timedelta(days=MOST_DAYS)
    return Slot(at_wall(first, time(), there), at_wall(end, time(), there))


def _step(rows: Iterable[Stretches], there: ZoneInfo) -> int:
    """Minutes a cell: an hour, unless somebody's hours begin or end within one there."""
    ends = (at.astimezone(there).minute for row in rows for stretch in row for at in stretch)
    return _HALF if any(ends) else _HOUR


def _places(window: Slot, there: ZoneInfo, step: int) -> dict[_Place, Stretches]:
    """When, in real time, it is each time of each day."""
    quarters: defaultdict[_Place, list[tuple[datetime, datetime]]] = defaultdict(list)
    at = window.starts
    while at < window.ends:
        local = at.astimezone(there)
        minutes = 60 * local.hour + local.minute
        quarters[local.date(), minutes - minutes % step].append((at, at + _QUARTER))
        at += _QUARTER
    return {place: joined(found) for place, found in quarters.items()}


def _cells(
    free_by: Mapping[MemberId, Stretches], own: MemberId, places: Mapping[_Place, Stretches]
) -> _Cells:
    return {place: (_cell(free_by, own, when), when) for place, when in places.items()}


def _used(cells: _Cells) -> set[int]:
    """The times of day at which somebody is free on one of the days."""
    return {starts for (_, starts), (cell, _) in cells.items() if cell.count}


def _cell(free_by: Mapping[MemberId, Stretches], own: MemberId, when: Stretches) -> Cell:
    who = {one for one, row in free_by.items() if _in(row, when)}
    return Cell(len(who), own=own in who)


def _in(row: Stretches, when: Stretches) -> bool:
    return all(covers(row, starts, ends) for starts, ends in when)


def _all_in(rows: Collection[Stretches], when: Stretches) -> bool:
    return all(_in(row, when) for row in rows)


def _best(fit: Mapping[_Place, Cell]) -> dict[_Place, Cell]:
    """The cells of the most people, marked; one person alone is nobody's best."""
    most = max((cell.count for cell in fit.values()), default=0)
    if most < FEWEST_TOGETHER:
        return {}
    return {place: replace(cell, best=True) for place, cell in fit.items() if cell.count == most}

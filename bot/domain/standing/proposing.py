"""The best hours that a group has in common: most people free, spread over days.

Nobody is counted by default: who keeps no usual hours is neither free nor not. But no slot lies
outside anybody's decent hours, and who asks is free at every one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.ids import MemberId
from bot.domain.standing.hours import askable, free, present
from bot.domain.standing.pattern import Standing
from bot.domain.standing.stretches import Row, covers, within
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot

MOST_A_DAY = 2
_GRID = timedelta(minutes=15)
"""Zones differ by whole quarters of an hour, so that every zone's round times lie on it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A slot, and which members are usually free all through it."""

    slot: Slot
    free: frozenset[MemberId]


def common(standings: Mapping[MemberId, Standing], window: Slot) -> Row:
    """When all of them are usually free: instants in UTC."""
    row: Row = ((window.starts, window.ends),)
    for standing in standings.values():
        row = within(row, free(standing, window))
    return row


def best_slots(
    standings: Mapping[MemberId, Standing],
    asking: MemberId,
    window: Slot,
    length: timedelta,
    most: int,
) -> tuple[Proposal, ...]:
    """Propose slots.

    Args:
        standings: everybody concerned, those without usual hours too.
        asking: one of them, who is to be free at every slot.
        window: where to look.
        length: how long each slot is.
        most: so many slots at most.

    Returns:
        The best by the order of time, none overlapping another, at most two a day of who asks.
        Never one at which nobody is known to be free.
    """
    free_by = {who: free(one, window) for who, one in standings.items() if one.known}
    row = free_by[asking] if asking in free_by else present(standings[asking], window)
    for one in standings.values():
        row = within(row, askable(one, window))
    there = zone(standings[asking].zone)
    return _picked(list(_candidates(row, free_by, length)), there, most)


def _candidates(row: Row, free_by: Mapping[MemberId, Row], length: timedelta) -> Iterator[Proposal]:
    """Every slot on the grid, or right where a stretch begins, at which somebody is free."""
    for starts, ends in row:
        for begin in _starts(starts, ends - length):
            known = frozenset(
                who for who, hours in free_by.items() if covers(hours, begin, begin + length)
            )
            if known:
                yield Proposal(Slot(begin, begin + length), known)


def _starts(first: datetime, last: datetime) -> Iterator[datetime]:
    if first > last:
        return
    yield first
    past = timedelta(minutes=first.minute % 15, seconds=first.second)
    begin = first - past + _GRID
    while begin <= last:
        yield begin
        begin += _GRID


def _picked(candidates: Sequence[Proposal], there: ZoneInfo, most: int) -> tuple[Proposal, ...]:
    """The best one by one, each time among those that are still possible."""
    picked: list[Proposal] = []
    days = Counter[date]()
    left: list[Proposal] = list(candidates)
    while left and len(picked) < most:
        best = min(left, key=lambda one: _rank(one, days, there))
        picked.append(best)
        days[_day(best, there)] += 1
        left = [
            one
            for one in left
            if days[_day(one, there)] < MOST_A_DAY and not _overlap(one.slot, best.slot)
        ]
    return tuple(sorted(picked, key=lambda one: one.slot))


def _rank(one: Proposal, days: Counter[date], there: ZoneInfo) -> tuple[int, int, int, datetime]:
    """Most people, then the emptiest day, then the roundest start, then the earliest."""
    minute = one.slot.starts.astimezone(there).minute
    roundness = 0 if minute == 0 else 1 if minute == 30 else 2  # noqa: PLR2004 - the half hour
    return -len(one.free), days[_day(one, there)], roundness, one.slot.starts


def _day(one: Proposal, there: ZoneInfo) -> date:
    return one.slot.starts.astimezone(there).date()


def _overlap(one: Slot, other: Slot) -> bool:
    return one.starts < other.ends and other.starts < one.ends

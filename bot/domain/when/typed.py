"""Reads candidate times as people type them.

Everything is read in the member's own zone against one captured present, unless a zone is said
beside a time. What cannot be read for sure is not guessed: it becomes a problem that names the
member's own words, so that they can be asked.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.when.days import Today
from bot.domain.when.lexing import atoms
from bot.domain.when.pieces import pieces
from bot.domain.when.reading import Problem, ProblemKind, Reading
from bot.domain.when.rule import Reader
from bot.domain.when.runs import Flaw, Instants, Run, Told, runs
from bot.domain.when.said import Atom, Break
from bot.domain.when.shown import show_day, show_local, show_range
from bot.domain.when.slot import Slot
from bot.domain.when.stretches import Stretch, stretches

__all__ = [
    "Problem",
    "ProblemKind",
    "Reading",
    "Slot",
    "read_times",
    "show_day",
    "show_local",
    "show_range",
]

FURTHEST = timedelta(days=366)
"""Nothing is planned further ahead."""

_MOST_ATOMS = 400
"""Words and figures that are looked at: some times what 25 slots take."""

_ENOUGH = 200
"""Times that are looked at: lists of days and lists of times multiply."""


def read_times(
    text: str, *, now: datetime, zone: ZoneInfo, length: timedelta, most: int = 25
) -> Reading:
    """Read typed candidate times.

    Args:
        text: what the member typed.
        now: the present, captured once.
        zone: the member's own zone.
        length: how long the meeting lasts; a longer range becomes slots of this length one after
            the other, and what is left at its end is dropped.
        most: so many slots at most.

    Returns:
        The slots by their start, and a problem for each piece that gave none. There is always a
        slot or a problem.

    Raises:
        ValueError: the length is not positive.
    """
    if length <= timedelta():
        raise ValueError("a meeting has a length")
    today = Today(now.astimezone(UTC), zone)
    kept = _Kept(today.now, length, most)
    heard, rest = _bounded(text, Reader(zone, now))
    found = (each for told in runs(pieces(heard)) for each in _found(told, text, today))
    for each in islice(found, _ENOUGH):
        kept.take(each)
    rest = rest or next((_words(each) for each in found), "")
    if rest:
        kept.take(Problem(ProblemKind.TOO_MANY, rest))
    return kept.reading(text)


def _bounded(text: str, reader: Reader) -> tuple[list[Atom], str]:
    """Give the atoms of as many whole pieces as anybody types, and the start of the rest."""
    heard = list(islice(atoms(text, reader), _MOST_ATOMS + 1))
    if len(heard) <= _MOST_ATOMS:
        return heard, ""
    breaks = [place for place, atom in enumerate(heard) if isinstance(atom.meaning, Break)]
    last = breaks[-1] if breaks else 0
    return heard[:last], text[heard[last].start :].strip(" ,;\r\n").partition("\n")[0][:100]


def _found(told: Told, text: str, today: Today) -> Iterator[Stretch | Problem]:
    match told:
        case Flaw(kind=kind, piece=piece):
            yield Problem(kind, text[piece.start : piece.end])
        case Instants(piece=piece, moments=moments):
            words = text[piece.start : piece.end]
            yield Stretch(words, *(moment.instant for moment in moments))
        case Run():
            yield from stretches(told, text, today)


def _words(found: Stretch | Problem) -> str:
    return found.words if isinstance(found, Stretch) else found.piece


class _Kept:
    """The slots so far, and why a stretch gives none."""

    def __init__(self, now: datetime, length: timedelta, most: int) -> None:
        self._now = now
        self._length = length
        self._most = most
        self._slots: dict[datetime, Slot] = {}
        self._problems: dict[tuple[ProblemKind, str], Problem] = {}

    def reading(self, text: str) -> Reading:
        if not self._slots and not self._problems:
            self._add(Problem(ProblemKind.UNREADABLE, text.strip()))
        return Reading(tuple(sorted(self._slots.values())), tuple(self._problems.values()))

    def take(self, found: Stretch | Problem) -> None:
        if isinstance(found, Problem):
            self._add(found)
            return
        problem = self._unfit(found)
        if problem is not None:
            self._add(problem)
            return
        for slot in self._cut(found):
            self._keep(slot, found.words)

    def _unfit(self, stretch: Stretch) -> Problem | None:
        start, end = stretch.start, stretch.end
        if start <= self._now:
            return Problem(ProblemKind.PAST, stretch.words, (start,))
        if start > self._now + FURTHEST:
            return Problem(ProblemKind.TOO_FAR, stretch.words, (start,))
        if end is not None and end <= start:
            return Problem(ProblemKind.REVERSED, stretch.words, (start, end))
        if end is not None and end - start < self._length:
            return Problem(ProblemKind.TOO_SHORT, stretch.words, (start, end))
        return None

    def _cut(self, stretch: Stretch) -> Iterator[Slot]:
        """Cut a range into slots, one more at most than fit."""
        start = stretch.start
        end = stretch.end or start + self._length
        for _ in range(self._most + 1):
            if start + self._length > end:
                return
            yield Slot(start, start + self._length)
            start += self._length

    def _keep(self, slot: Slot, words: str) -> None:
        if slot.starts in self._slots:
            self._add(Problem(ProblemKind.DOUBLED, words, (slot.starts,)))
        elif len(self._slots) >= self._most:
            self._add(Problem(ProblemKind.TOO_MANY, words, (slot.starts,)))
        else:
            self._slots[slot.starts] = slot

    def _add(self, problem: Problem) -> None:
        self._problems.setdefault((problem.kind, problem.piece), problem)

"""Parts atoms into groups at commas, lines and joining words.

Three words need their neighbours before that: a slash joins two days but parts two times, the "and"
of "between 1 and 3pm" makes a range, and "next week" at the head of a list holds for what follows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.when import said

DAYS = (
    said.Weekday,
    said.Workdays,
    said.NearDay,
    said.DayDate,
    said.EitherDate,
    said.MonthDay,
)


@dataclass(frozen=True, slots=True)
class Group:
    """The atoms of one piece, noise left out, and what parts it from the piece before.

    `start` and `end` are its place in the text, noise included.
    """

    start: int
    end: int
    atoms: tuple[said.Atom, ...]
    parting: said.Break


def groups(atoms: Iterable[said.Atom]) -> Iterator[Group]:
    """Give the groups that say anything, in order."""
    settled = _between_settled(_slashes_settled(list(atoms)))
    yield from _next_week_carried(_parted(settled))


def _slashes_settled(atoms: Sequence[said.Atom]) -> Iterator[said.Atom]:
    """Turn each slash into nothing between two days, and into a break anywhere else."""
    heard = _heard(atoms)
    between_days = {
        one.start
        for before, one, after in zip(heard, heard[1:], heard[2:], strict=False)
        if isinstance(before.meaning, DAYS) and isinstance(after.meaning, DAYS)
    }
    for atom in atoms:
        if not isinstance(atom.meaning, said.Slash):
            yield atom
        elif atom.start in between_days:
            yield replace(atom, meaning=said.Noise())
        else:
            yield replace(atom, meaning=said.Break(joins=True))


def _between_settled(atoms: Iterable[said.Atom]) -> Iterator[said.Atom]:
    """Make "between 1 and 3" a range; a "between" without its "and" stays, and reads as nothing."""
    between: said.Atom | None = None
    held: list[said.Atom] = []
    for atom in atoms:
        if isinstance(atom.meaning, said.Between):
            between = atom
        if between is None or not isinstance(atom.meaning, said.Break):
            held.append(atom)
            continue
        if atom.meaning.joins:
            held[held.index(between)] = replace(between, meaning=said.Noise())
            held.append(replace(atom, meaning=said.RangeMark()))
        else:
            held.append(atom)
        between = None
    yield from held


def _parted(atoms: Iterable[said.Atom]) -> Iterator[Group]:
    """Part the atoms at breaks; with each group comes the sum of the breaks before it."""
    parting, held = said.Break(hard=True), list[said.Atom]()
    for atom in atoms:
        if not isinstance(atom.meaning, said.Break):
            held.append(atom)
            continue
        if _heard(held):
            yield _group(held, parting)
            parting = said.Break()
        held = []
        parting = said.Break(
            hard=parting.hard or atom.meaning.hard, joins=parting.joins or atom.meaning.joins
        )
    if _heard(held):
        yield _group(held, parting)


def _group(atoms: list[said.Atom], parting: said.Break) -> Group:
    return Group(atoms[0].start, atoms[-1].end, tuple(_heard(atoms)), parting)


def _heard(atoms: Sequence[said.Atom]) -> list[said.Atom]:
    return [atom for atom in atoms if not isinstance(atom.meaning, said.Noise)]


def _next_week_carried(parted: Iterable[Group]) -> Iterator[Group]:
    """Let "next week" before any day hold for all weekdays that follow it."""
    following: said.Atom | None = None
    for group in parted:
        first = group.atoms[0]
        if isinstance(first.meaning, said.NextWeek):
            following = first
        elif following and any(isinstance(one.meaning, said.Weekday) for one in group.atoms):
            yield replace(group, atoms=(following, *group.atoms))
            continue
        if group.atoms != (following,):
            yield group

"""From words that are likely parts of identifiers to findings: whole passages, with a reason."""

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence

from bot.identifiers.finding import Finding, Kind
from bot.identifiers.network import Judged
from bot.identifiers.patterns import apart
from bot.identifiers.pieces import SHAPES
from bot.identifiers.reasons import reason_for

CORE = 0.5
"""A passage has a word that is at least so likely."""

EDGE = 0.3
"""Words beside it that are at least so likely belong to it."""

DOUBTED = 0.12
"""A pattern's finding whose words the network holds for less likely than this is left out..."""

SETTLED = 0.95
"""...unless the pattern is as sure as this."""

_MARK = SHAPES.index("mark")
_LINE = SHAPES.index("line")
_JOINED = 2
"""So many characters may lie between two words of a passage."""


def marked(
    text: str, words: Sequence[Judged], patterned: Sequence[Finding], *, core: float = CORE
) -> tuple[Finding, ...]:
    """The findings in a text, in order, none over another."""
    passages = [_finding(text, passage) for passage in _passages(words, core)]
    believed = [one for one in patterned if one.score >= SETTLED or _believed(one, words)]
    return apart([*_named(passages, believed), *_alone(believed, passages)])


def _passages(words: Sequence[Judged], core: float) -> Iterator[list[Judged]]:
    """Runs of likely words that hold a very likely one, without marks at their ends."""
    run: list[Judged] = []
    for judged in words:
        likely = judged.likely >= min(EDGE, core) and judged.word.shape != _LINE
        if run and (not likely or judged.word.start - run[-1].word.end > _JOINED):
            yield from _whole(run, core)
            run = []
        if likely:
            run.append(judged)
    yield from _whole(run, core)


def _whole(run: list[Judged], core: float) -> Iterator[list[Judged]]:
    while run and run[-1].word.shape == _MARK and not _ends_initials(run):
        run = run[:-1]
    while run and run[0].word.shape == _MARK and len(run) > 1:
        run = run[1:]
    if any(judged.likely >= core for judged in run):
        yield run


def _ends_initials(run: Sequence[Judged]) -> bool:
    """Whether the last mark is the full stop of `J.M.` or its like."""
    return (
        len(run) > 1 and run[-1].kind is Kind.INITIALS and run[-2].word.shape == SHAPES.index("C")
    )


def _finding(text: str, passage: Sequence[Judged]) -> Finding:
    start, end = passage[0].word.start, passage[-1].word.end
    weight: dict[Kind, float] = {}
    for judged in passage:
        weight[judged.kind] = weight.get(judged.kind, 0.0) + judged.likely
    kind = max(weight, key=lambda one: weight[one])
    score = round(max(judged.likely for judged in passage), 3)
    return Finding(start, end, kind, score, reason_for(text, start, end, kind))


def _believed(finding: Finding, words: Sequence[Judged]) -> bool:
    """Whether the network holds some word of a pattern's finding for at all likely."""
    first = bisect(words, finding.start, key=lambda one: one.word.end)
    end = bisect_left(words, finding.end, key=lambda one: one.word.start)
    return any(judged.likely >= DOUBTED for judged in words[first:end])


def _over(finding: Finding, others: Sequence[Finding]) -> Sequence[Finding]:
    """Those of the others, which are in order and apart, that share a character with a finding."""
    first = bisect(others, finding.start, key=lambda one: one.end)
    return others[first : bisect_left(others, finding.end, key=lambda one: one.start)]


def _named(passages: Sequence[Finding], patterned: Sequence[Finding]) -> Iterator[Finding]:
    """The passages; where a pattern found the same kind there, in its words."""
    for passage in passages:
        same = [one for one in _over(passage, patterned) if one.kind is passage.kind]
        if same:
            start = min(passage.start, same[0].start)
            end = max(passage.end, same[0].end)
            score = max(passage.score, same[0].score)
            yield Finding(start, end, passage.kind, score, same[0].reason)
        else:
            yield passage


def _alone(patterned: Sequence[Finding], passages: Sequence[Finding]) -> Iterator[Finding]:
    """What only patterns found."""
    return (one for one in patterned if not _over(one, passages))

"""One text in, one verdict out: patterns and the network over the text, weighed together.

Callers know only `screen` and what it returns.
"""

from collections.abc import Callable

from bot.identifiers.finding import Screening
from bot.identifiers.marked import marked
from bot.identifiers.model_input import inputs_of
from bot.identifiers.network import Judgement, network
from bot.identifiers.patterns import found_by_patterns
from bot.identifiers.plain import read
from bot.identifiers.strictness import Strictness
from bot.identifiers.weighing import likelihood, warn_at

Known = Callable[[str], bool]
"""Whether a passage is known to identify no client, such as the name of a member."""


def nothing(_passage: str) -> bool:
    """No passage is known."""
    return False


def screen(
    text: str, *, known: Known = nothing, strictness: Strictness = Strictness.NUDGE
) -> Screening:
    """Look for likely client identifiers in a text of any length.

    The time grows with the length of the text. Neither the text nor the result is kept.

    Args:
        text: What was written.
        known: Findings of these passages are left out.
        strictness: How sure a finding has to be to warn.
    """
    reading = read(text)
    patterned = found_by_patterns(reading)
    model = network()
    judgement = model.judge(inputs_of(reading, patterned, model.vocabulary))
    likely = likelihood(judgement, patterned)
    at = warn_at(strictness)
    found = marked(text, judgement.words, patterned)
    if not found and likely >= at:
        # The network objects to the whole: the passage that it minds most is shown.
        found = marked(text, judgement.words, patterned, core=_surest(judgement))
    findings = tuple(one for one in found if not known(text[one.start : one.end]))
    if len(findings) < len(found):
        likely = min(likely, max((one.score for one in findings), default=0.0))
    return Screening(bool(findings) and likely >= at, findings)


def _surest(judgement: Judgement) -> float:
    return max((judged.likely for judged in judgement.words), default=1.0)


def ready() -> None:
    """Reads the network's weights, so that the first message does not wait for them."""
    network()

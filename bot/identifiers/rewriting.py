"""A neutral rewrite of a text: what may identify a client gives way to words that do not.

Pure. It suggests; the author edits what it says before anybody else reads it. What a name, a place
or a date gives way to is said by `rewriting_people`, `_places` and `_dates`; here it is fitted in.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.identifiers.cues import CLIENT
from bot.identifiers.finding import Finding, Kind
from bot.identifiers.instead import AROUND, Around, Instead
from bot.identifiers.rewriting_dates import of_age, of_date
from bot.identifiers.rewriting_people import People, of_person
from bot.identifiers.rewriting_places import of_place

Span = tuple[int, int]

_FORMAL = {
    Kind.PHONE: "[their number]",
    Kind.EMAIL: "[their e-mail]",
    Kind.URL: "[their page]",
    Kind.IP: "[their address online]",
    Kind.HANDLE: "[their account]",
    Kind.SSN: "[their number]",
    Kind.MRN: "[their number]",
    Kind.PLAN: "[their number]",
    Kind.ACCOUNT: "[their number]",
    Kind.LICENSE: "[their licence]",
    Kind.VEHICLE: "[their car]",
    Kind.DEVICE: "[their device]",
}
_EVENT = re.compile(
    r"surviv|accident|crash|shooting|\bfire\b(?! (?:chief|dep|fighter|captain|station))|blast|"
    r"lawsuit|trial|juror|verdict|exonerat|kidnap|convict",
    re.IGNORECASE,
)
_ROLE = "someone in a very visible role"
_NEWS = "someone from an event that many have heard of"
_AGE = re.compile(r"(?:9\d|1[01]\d)(?:$|[ -]?(?:y/?o|years?)\b)", re.IGNORECASE)
_CLIENT_IS = re.compile(rf"{CLIENT}(?:['\u2019]s \w+)?\s+(?:is|was)\b(?=\s)", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the)\s+$", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?P<who>he|she|they|who|mine|my \w+)\s+$", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:^|[.!?…][\"'”’)*_~|]*\s+|\n\s*)[\"'“\u2018(*_~|>]*$")


def rewritten(text: str, findings: Sequence[Finding]) -> str:
    """The text with everything that was found in other words.

    Args:
        text: What was written.
        findings: What was found in it, in order, none over another.
    """
    said, at, people = "", 0, People()
    for one in _everywhere(text, findings):
        if one.start < at:
            continue  # it went along with what was before it
        said += text[at : one.start]
        around = Around(text[one.start : one.end], said[-AROUND:], text[one.end : one.end + AROUND])
        instead = _instead(one, around, people)
        said = _said(said, around.found, instead)
        at = one.end + instead.also_after
    return said + text[at:]


def _everywhere(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, and wherever else a name that was found comes up in the same letters."""
    taken = [(one.start, one.end) for one in findings]
    names = {text[one.start : one.end]: one for one in findings if one.kind is Kind.NAME}
    more: list[Finding] = []
    for name, one in names.items():
        if name[:1].isupper():
            spans = [found.span() for found in re.finditer(rf"\b{re.escape(name)}\b", text)]
            more += [replace(one, start=start, end=end) for start, end in _free(spans, taken)]
    return sorted([*findings, *more], key=lambda one: one.start)


def _free(spans: list[Span], taken: list[Span]) -> Iterator[Span]:
    """The spans that lie over none that is taken; then they are."""
    for span in spans:
        if all(end <= span[0] or span[1] <= start for start, end in taken):
            taken.append(span)
            yield span


def _instead(one: Finding, around: Around, people: People) -> Instead:
    kind = Kind.AGE90 if _AGE.match(around.found) else one.kind
    if kind in {Kind.NAME, Kind.INITIALS}:
        return of_person(around, people)
    if kind is Kind.PLACE:
        return of_place(around, one.reason)
    if kind in _BY_WORDS:
        return _BY_WORDS[kind](around)
    return Instead(_FORMAL[kind])


def _of_file(at: Around) -> Instead:
    return Instead("[a file]" if "." in at.found else "[left out]")


def _of_description(at: Around) -> Instead:
    """What stands in place of details that together fit one person."""
    words = _NEWS if _EVENT.search(at.found) else _ROLE
    client = _CLIENT_IS.match(at.found)
    if client:
        return Instead(f"{client[0]} {words}")
    article = at.ends(_ARTICLE)
    if article:
        return Instead(words, also_before=len(article[0]))
    subject = at.ends(_SUBJECT)
    if subject is None:
        return Instead(words)
    return Instead(f"{'are' if subject['who'].lower() == 'they' else 'is'} {words}")


_BY_WORDS: dict[Kind, Callable[[Around], Instead]] = {
    Kind.DATE: of_date,
    Kind.AGE90: of_age,
    Kind.QUASI: _of_description,
    Kind.IMAGE: _of_file,
}


def _said(said: str, found: str, instead: Instead) -> str:
    """What was said so far, with the new words; a sentence begins as it began before."""
    cut = len(said) - instead.also_before
    kept, gone = said[:cut], said[cut:]
    words = instead.words
    was_capital = (gone + found).lstrip()[:1].isupper()
    if words and was_capital and _SENTENCE.search(kept[-AROUND:] if cut > AROUND else kept):
        words = words[0].upper() + words[1:]
    return kept + words

"""Cuts typed text into atoms: words and figures with what each says on its own."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bot.domain.when import said
from bot.domain.when.clock_rules import CLOCK_RULES
from bot.domain.when.day_rules import DAY_RULES, MONTH
from bot.domain.when.lexicon import NEAR_DAYS, NOISE, WORKDAYS
from bot.domain.when.rule import Reader, S, rule
from bot.domain.when.zone_rules import CITY_RULES, ZONE_RULES

_DASH = "[-\u2010-\u2015\u2212]"


def atoms(text: str, reader: Reader) -> Iterator[said.Atom]:
    """Give the atoms of a text in order; every character that is not blank is in one of them.

    The first rule that makes something of the text at a place wins.
    """
    place = 0
    while place < len(text):
        if text[place].isspace() and text[place] not in "\n\r":
            place += 1
            continue
        atom = _atom(text, place, reader)
        yield atom
        place = atom.end


def _atom(text: str, place: int, reader: Reader) -> said.Atom:
    for each in _RULES:
        found = each.read(text, place, reader)
        if found is not None:
            return said.Atom(place, *found)
    return said.Atom(place, place + 1, said.Unknown())


def _stamp(found: re.Match[str], _reader: Reader) -> said.Meaning:
    try:
        return said.Moment(datetime.fromtimestamp(int(found["seconds"]), UTC))
    except (OverflowError, ValueError, OSError):
        return said.Unknown()


def _iso(found: re.Match[str], _reader: Reader) -> said.Meaning:
    try:
        return said.Moment(datetime.fromisoformat(found[0].upper()).astimezone(UTC))
    except (OverflowError, ValueError):
        return said.Unknown()


def _word(found: re.Match[str], _reader: Reader) -> said.Meaning:
    word = found[0].lower().replace("\u2019", "'")
    if word in NEAR_DAYS:
        return said.NearDay(NEAR_DAYS[word], evening=word == "tonight")
    if word in WORKDAYS:
        return said.Workdays()
    return said.Noise() if word in NOISE else said.Unknown()


def _number(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.Number(int(found[0]), found[0].startswith("0"))


_INSTANT_RULES = (
    rule(r"<t:(?P<seconds>-?[0-9]{1,15})(?::[a-z])?>", _stamp),
    rule(
        r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{3,6})?)?"
        r"(?:Z|[+-][0-9]{2}:?[0-9]{2})(?!\w)",
        _iso,
    ),
)
_LINE_RULES = (
    rule(r"\r\n|[\n\r;]", said.Break(hard=True)),
    # the numbers of a list
    rule(rf"(?<![^\n\r])[0-9]{{1,2}}(?:\)|\.(?!{S}(?:{MONTH}|[0-9])))", said.Noise()),
)
_JOINING_RULES = (
    rule(r"[,|]", said.Break()),
    rule(r"(?:[+&]|(?:and|or|und|oder|plus)(?!\w))", said.Break(joins=True)),
    rule(rf"{_DASH}|(?:to|till|til|until|through|thru|bis)(?!\w)", said.RangeMark()),
    rule("/", said.Slash()),
    rule(r"between(?!\w)", said.Between()),
    rule(r"all(?!\w)", said.Everywhere()),
)
_OTHER_RULES = (
    rule(r"[0-9]{1,2}(?!\w)", _number),
    rule(r"[^\W_][\w'\u2019-]*", _word),
    # figures that hang together are not two figures
    rule(r"(?<=[0-9])[.:](?=[0-9])|~~", said.Unknown()),
    rule(r"[^\w<=$%^]|_", said.Noise()),
)
_RULES = (
    *_INSTANT_RULES,
    *_LINE_RULES,
    *DAY_RULES,
    *CLOCK_RULES,
    *ZONE_RULES,
    *_JOINING_RULES,
    *CITY_RULES,
    *_OTHER_RULES,
)

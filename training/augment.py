"""Other messages out of a labelled one, by rules that keep what its labels say.

Names, initials, towns, numbers and dates are replaced by others of their sort, and the writing
changes: lower case, no punctuation, slips of the keyboard. Near-twins are changed alike, so that
they still differ only in what decides.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rows import Edit, Row, edited

LISTS = Path(__file__).parent / "lists"
NUMBERED = {"MRN", "SSN", "PLAN", "ACCOUNT", "PHONE", "DEVICE", "VEHICLE", "LICENSE"}
MONTHS = (
    "january february march april may june july august september october november december".split()
)
SHORT_MONTHS = "jan feb mar apr jun jul aug sep sept oct nov dec".split()
# A name in a clean message stays where it is known for somebody or something.
_BOUND = re.compile(
    r"case|theor|author|character|film|novel|book|song|public|brand|named|saint|word|holiday"
    r"|inventory|scale|month|drug|famous|idiom|label|part|eponym|method|tv|poet|myth|app|tool"
    r"|store|shop|bank|singer|actor|series|bible|epic|history|painter|band"
    r"|assistant|verb|noun|founder|school of|model|sense|phrase|expression",
    re.IGNORECASE,
)
_TITLES = {"mr", "mrs", "ms", "miss", "dr", "mx", "mme", "frau", "herr", "sra", "señora", "sr"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTERS = "abcdefghjklmnoprstw"


def _lines(name: str) -> list[str]:
    return (LISTS / name).read_text(encoding="utf-8").split("\n")[:-1]


GIVEN = _lines("given.txt") + _lines("given_world.txt") * 3
SURNAMES = _lines("surnames.txt") + _lines("surnames_world.txt") * 3
TOWNS = _lines("towns.txt")
_KNOWN_GIVEN = {name.casefold() for name in GIVEN}
_KNOWN_TOWNS = {name.casefold() for name in TOWNS}
# Names that are words, and names that a clean message has for a theorist, a case or a star.
_KEPT = set(_lines("kept.txt"))

Draw = Callable[[random.Random, str], str | None]


def augmented(unit: Sequence[Row], rng: random.Random) -> list[Row]:
    """The rows of a unit, changed alike."""
    swaps = {}
    for row in unit:
        for part, new in _label_swaps(row, rng):
            swaps.setdefault(part.casefold(), (part, new))
    for row in unit:
        if not row.warn:
            for part, new in _clean_name_swaps(row, rng):
                swaps.setdefault(part.casefold(), (part, new))
    kept = [(part, new) for part, new in swaps.values() if _may_swap(unit, part)]
    swapped = [_swapped(row, kept) for row in unit]
    return _written(swapped, rng)


def _label_swaps(row: Row, rng: random.Random) -> Iterator[tuple[str, str]]:
    for label in row.labels:
        part = row.text[label.start : label.end]
        draw = _DRAWS.get(label.kind)
        if draw and rng.random() < 0.55:
            new = draw(rng, part)
            if new and new != part:
                yield part, new


def _clean_name_swaps(row: Row, rng: random.Random) -> Iterator[tuple[str, str]]:
    """First names in a clean message: a colleague or a daughter may as well have another one."""
    if _BOUND.search(row.why):
        return
    for match in _WORD.finditer(row.text):
        word, after = match[0], row.text[match.end() : match.end() + 2]
        followed = len(after) == 2 and after[0] == " " and after[1].isupper()
        alone = word.istitle() and not followed and row.text[: match.start()].strip()
        if alone and word.casefold() in _KNOWN_GIVEN - _KEPT and rng.random() < 0.5:
            yield word, rng.choice(GIVEN)


def _may_swap(unit: Sequence[Row], part: str) -> bool:
    """Not where the twin has the same word for somebody that everybody knows."""
    word = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE)
    clean = [row for row in unit if not row.warn and word.search(row.text)]
    bound = any(_BOUND.search(row.why) for row in clean)
    warned = any(word.search(row.text) for row in unit if row.warn)
    return not (clean and (bound or (warned and part.casefold() in _KEPT)))


def _swapped(row: Row, swaps: Sequence[tuple[str, str]]) -> Row:
    edits: list[Edit] = []
    for part, new in sorted(swaps, key=lambda one: -len(one[0])):
        word = re.compile(rf"(?<!\w){re.escape(part)}(?!\w)", re.IGNORECASE)
        edits += [
            Edit(match.start(), match.end(), _like(match[0], new))
            for match in word.finditer(row.text)
        ]
    return edited(row, _apart(edits))


def _apart(edits: Sequence[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in edits:
        if all(edit.end <= one.start or one.end <= edit.start for one in kept):
            kept.append(edit)
    return kept


def _like(old: str, new: str) -> str:
    """The new one in the case of the old."""
    if old.islower():
        return new.lower()
    return new.upper() if old.isupper() and len(old) > 2 and new.isalpha() else new


def _other_name(rng: random.Random, part: str) -> str | None:
    """Another name in the same form: title, first name, surname, initial."""
    words = part.split()
    if len(words) > 3 or not all(_WORD.fullmatch(word.strip(".,'’")) for word in words):
        return None
    titled = words[0].strip(".").casefold() in _TITLES
    made: list[str] = []
    for place, word in enumerate(words):
        bare = word.strip(".")
        if bare.casefold() in _TITLES:
            made.append(word)
        elif len(bare) == 1:
            made.append(_like(bare, rng.choice(_LETTERS).upper()) + word[1:])
        elif place == 0 and (not titled or len(words) > 2):
            made.append(rng.choice(GIVEN))
        else:
            made.append(rng.choice(SURNAMES) if place else rng.choice(GIVEN))
    return " ".join(made)


def _other_initials(rng: random.Random, part: str) -> str | None:
    if len(part) > 5 or part.casefold() in {"x", "ip"}:
        return None
    made = [_like(mark, rng.choice(_LETTERS).upper()) if mark.isalpha() else mark for mark in part]
    return "".join(made)


def _other_town(rng: random.Random, part: str) -> str | None:
    return rng.choice(TOWNS) if part.casefold() in _KNOWN_TOWNS else None


def _other_digits(rng: random.Random, part: str) -> str:
    return re.sub(
        r"\d", lambda match: match[0] if rng.random() < 0.2 else rng.choice("0123456789"), part
    )


def _other_date(rng: random.Random, part: str) -> str:
    def month(match: re.Match[str]) -> str:
        names = MONTHS if match[0].lower() in MONTHS else SHORT_MONTHS
        new = rng.choice(names)
        return new.title() if match[0][0].isupper() else new

    spelled = re.compile(rf"\b(?:{'|'.join(MONTHS + SHORT_MONTHS)})\b", re.IGNORECASE)
    numbers = re.sub(r"(?<!\d)\d{1,2}(?!\d)", lambda _: str(rng.randint(1, 12)), part)
    return spelled.sub(month, numbers)


_DRAWS: dict[str, Draw] = {
    "NAME": _other_name,
    "INITIALS": _other_initials,
    "PLACE": _other_town,
    "DATE": _other_date,
    **dict.fromkeys(NUMBERED, _other_digits),
}


def _written(unit: Sequence[Row], rng: random.Random) -> list[Row]:
    """The unit in another hand."""
    rows = list(unit)
    if rng.random() < 0.2:
        rows = [_lowered(row) for row in rows]
    if rng.random() < 0.08:
        rows = [_unpunctuated(row) for row in rows]
    if rng.random() < 0.12:
        rows = [edited(row, _marks(row, "'’", "")) for row in rows]
    if rng.random() < 0.25:
        seed = rng.random()
        rows = [_misspelt(row, random.Random(seed)) for row in rows]
    return rows


def _lowered(row: Row) -> Row:
    lowered = row.text.lower()
    return replace(row, text=lowered) if len(lowered) == len(row.text) else row


def _unpunctuated(row: Row) -> Row:
    return edited(row, _marks(row, ".,;:!?—", " "))


def _marks(row: Row, marks: str, new: str) -> list[Edit]:
    """Edits of marks outside the labels."""
    free = (place for place, mark in enumerate(row.text) if mark in marks)
    return [
        Edit(place, place + 1, new)
        for place in free
        if not any(label.start <= place < label.end for label in row.labels)
    ]


def _misspelt(row: Row, rng: random.Random) -> Row:
    """One to three slips in ordinary words of five letters or more."""
    words = [
        match
        for match in _WORD.finditer(row.text)
        if len(match[0]) > 4
        and match[0].islower()
        and not any(label.start < match.end() and match.start() < label.end for label in row.labels)
    ]
    chosen = rng.sample(words, min(len(words), rng.randint(1, 3)))
    return edited(row, [_slip(match, rng) for match in chosen])


def _slip(match: re.Match[str], rng: random.Random) -> Edit:
    word, at = match[0], rng.randrange(1, len(match[0]) - 2)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
    )
    return Edit(match.start(), match.end(), rng.choice(slips))


def joined(unit: Sequence[Row], clean: Row, *, first: bool) -> list[Row]:
    """The rows with a clean message before or after each; what is to warn about stays."""
    made: list[Row] = []
    for row in unit:
        if first:
            shift = len(clean.text) + 1
            labels = tuple(
                replace(label, start=label.start + shift, end=label.end + shift)
                for label in row.labels
            )
            made.append(replace(row, text=f"{clean.text} {row.text}", labels=labels))
        else:
            made.append(replace(row, text=f"{row.text} {clean.text}"))
    return made


_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def shortened(clean: Row, rng: random.Random) -> Row:
    """One or two sentences of a clean message are clean."""
    sentences = _SENTENCE.split(clean.text)
    start = rng.randrange(len(sentences))
    text = " ".join(sentences[start : start + rng.randint(1, 2)])
    return replace(clean, text=text) if text else clean

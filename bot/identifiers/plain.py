"""A text as patterns read it, without Discord's own syntax, and where each character stands.

Mentions, custom emoji and timestamps identify no client and would look like numbers and handles;
marks such as `**`, invisible characters and runs of blanks would part a cue from its name. Letters
and digits that only look like Latin ones are read as these. It does not know what an identifier is.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_GONE = "\x00"
_MACHINE = re.compile(
    r"<@[!&]?[0-9]{1,20}>"  # members and roles
    r"|<#[0-9]{1,20}>"
    r"|</[\w -]{1,100}:[0-9]{1,20}>"
    r"|<id:[a-z]{1,20}>"
    r"|<a?:\w{1,32}:[0-9]{1,20}>"
    r"|<t:-?[0-9]{1,20}(?::[a-zA-Z])?>"
)
_MARKS = re.compile(
    r"\*{1,3}|\|\||~~|```[a-zA-Z0-9+#-]{1,20}\n|`{1,3}|^(?:>{1,3}|#{1,3}|-#)(?= )", re.MULTILINE
)
_ANY_MARK = re.compile("[*|~`>#]")
_UNDERLINE = re.compile(r"(?<![\w/@.])(_{1,3})(?=[^\s_])([^_\n]{1,200})(\1)(?![\w.])")

_LINKED = re.compile(r"\[(?=[^\[\]\n]{1,200}\]\(https?://)|\](?=\(https?://)")
_ESCAPED = re.compile(r"\\(?=[*_~|`>#.!()\[\]{}+-])")

# Small capitals, and capitals in a square, a black circle and a black square, which no rule of
# Unicode's takes for letters of the keyboard.
_SMALL = (
    "\u1d00\u0299\u1d04\u1d05\u1d07\ua730\u0262\u029c\u026a\u1d0a\u1d0b\u029f"
    "\u1d0d\u0274\u1d0f\u1d18\u0280\ua731\u1d1b\u1d1c\u1d20\u1d21\u028f\u1d22"
)
_DRAWN = dict(zip(_SMALL, "abcdefghijklmnoprstuvwyz", strict=True)) | {
    chr(first + place): chr(ord("A") + place)
    for first in (0x1F130, 0x1F150, 0x1F170)
    for place in range(26)
}

# What phones put in for characters that patterns spell as the keyboard has them.
_TYPED = (
    dict.fromkeys("\u2018\u2019\u02bc", "'")
    | dict.fromkeys("\u201c\u201d", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\u00b7", "-")
    | dict.fromkeys("\t\r\u2800", " ")
    | _DRAWN
)
_BLANK_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u3164\uffa0"
"""Letters and marks that nobody sees."""

_UNSEEN = {"Cf", "Mn", "Me"}
"""Categories of characters that are not seen, or only above and below others."""

_VARIANTS = ("<wide>", "<narrow>", "<font>", "<circle>", "<compat>")
"""How a letter or digit may be written otherwise; not raised or lowered, which means something."""

_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04bb\u0501\u0475\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03bf\u03bd\u03b1\u03b9\u03ba\u03c1\u03c5"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u0251\u0261\u0131",
    "aeopcyxijshdvqwABEKMHOPCTYXIJSovaikpuABEZHIKMNOPTYXagi",
)
_ANY_ALIKE = re.compile(f"[{''.join(map(chr, _ALIKE))}]")
_LETTERS = re.compile(r"[^\W\d_](?:[^\W\d_]|\x00){1,60}")
_LATIN = re.compile("[A-Za-z]")


class _Signs(dict[int, str]):
    """For each character the one that patterns know it by; those that are not seen go."""

    def __missing__(self, code: int) -> str:
        self[code] = known_by = _known_by(chr(code))
        return known_by


def _known_by(sign: str) -> str:
    if sign in _TYPED:
        return _TYPED[sign]
    category = unicodedata.category(sign)
    if category in _UNSEEN or sign in _BLANK_LETTERS:
        return _GONE
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if not sign.isascii() and unicodedata.decomposition(sign).startswith(_VARIANTS):
        plain = unicodedata.normalize("NFKC", sign)
        return plain if len(plain) == 1 and plain.isascii() else sign
    return sign


_SIGNS = _Signs()

# Without regard to case, patterns take these for letters of a to z.
_SMALL_ALIKE = str.maketrans("\u0130\u0131\u017f\u212a", "iisk")


@dataclass(frozen=True, slots=True)
class Reading:
    """What patterns read of a text.

    Attributes:
        text: The characters that count.
        folded: The same in small letters, character by character as patterns take case.
        places: For each character of `text`, its place in the text that was written.
    """

    text: str
    folded: str
    places: Sequence[int]

    @property
    def as_written(self) -> bool:
        """Whether no character was taken out, so that each stands where it was written."""
        return isinstance(self.places, range)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of `text`, which is not empty, stands in the text that was written."""
        return self.places[start], self.places[end - 1] + 1


def read(text: str) -> Reading:
    """Take out of a text what Discord and phones put into it."""
    masked = _masked(text)
    if _GONE not in masked and "  " not in masked:
        return Reading(masked, _folded(masked), range(len(masked)))
    places = [place for place, mark in enumerate(masked) if mark != _GONE]
    places = [
        place
        for before, place in zip([-1, *places], places, strict=False)
        if before < 0 or masked[place] != " " or masked[before] != " "
    ]
    kept = "".join(masked[place] for place in places)
    return Reading(kept, _folded(kept), places)


def _folded(text: str) -> str:
    return (text if text.isascii() else text.translate(_SMALL_ALIKE)).lower()


def _masked(text: str) -> str:
    """The text with as many characters, and a sign where one is to go."""
    masked = _without_tabs(text) if text.isascii() else text.translate(_SIGNS)
    if "<" in masked:
        masked = _MACHINE.sub(_blank, masked)
    if "_" in masked:
        masked = _UNDERLINE.sub(_without_underline, masked)
    if "\\" in masked:
        masked = _ESCAPED.sub(_GONE, masked)
    if "](" in masked:
        masked = _LINKED.sub(lambda match: _GONE if match[0] == "[" else " ", masked)
    if not masked.isascii() and _ANY_ALIKE.search(masked):
        masked = _LETTERS.sub(_in_one_script, masked)
    if _ANY_MARK.search(masked):
        masked = _MARKS.sub(lambda match: _GONE * len(match[0]), masked)
    return masked


def _without_tabs(text: str) -> str:
    """What `_SIGNS` makes of a text of the keyboard's characters, where it changes no others."""
    return text.replace("\t", " ").replace("\r", " ")


def _in_one_script(match: re.Match[str]) -> str:
    """A word with Latin letters, all in Latin; one of another script stays as it is."""
    word = match[0]
    return word.translate(_ALIKE) if _LATIN.search(word) else word


def _blank(match: re.Match[str]) -> str:
    return " " + _GONE * (len(match[0]) - 1)


def _without_underline(match: re.Match[str]) -> str:
    return _GONE * len(match[1]) + match[2] + _GONE * len(match[3])

"""The text of a Word document: its body, notes, comments, headers, and what was struck out.

A .docx file is a zip of XML. Each part is parsed as it is unpacked, so a part that would become
very large is left when enough was read, and a document type (where entities that multiply come
from) is refused.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from bot.documents.limits import LARGEST_UNPACKED, LONGEST_TEXT, Unreadable

_PARTS = re.compile(
    r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|docProps/core\.xml"
)
_SPOKEN = {"w:t", "w:delText", "dc:title", "dc:subject"}
_BREAKS = {"w:p": "\n", "w:br": "\n", "w:tab": "\t", "w:tc": "\t", "dc:title": "\n"}
_PIECE = 64 * 1024
_ENCRYPTED = 0x1


class _Enough(Exception):  # noqa: N818 - no error: there is nothing more to be read
    """So much text was read as is looked at."""


class _DoctypeError(ValueError):
    """A part declares a document type."""


class _Words:
    """The text of one part, as its parser meets it."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._inside = 0
        self.pieces: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._inside += name in _SPOKEN

    def _end(self, name: str) -> None:
        self._inside -= name in _SPOKEN
        if name in _BREAKS:
            self._keep(_BREAKS[name])

    def _said(self, text: str) -> None:
        if self._inside:
            self._keep(text)

    def _keep(self, text: str) -> None:
        self.pieces.append(text[: self._room])
        self._room -= len(text)
        if self._room <= 0:
            raise _Enough


def word_text(data: bytes) -> str | Unreadable:
    """The text of a .docx file."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            return _text_of(packed)
    except (_DoctypeError, expat.ExpatError, zipfile.BadZipFile, *_BROKEN):
        return Unreadable.BROKEN


_BROKEN = (OSError, EOFError, ValueError, NotImplementedError, RuntimeError, LookupError)
"""What `zipfile` and the unpacking raise on damaged files besides its own error."""


def _text_of(packed: zipfile.ZipFile) -> str | Unreadable:
    parts = [one for one in packed.infolist() if _PARTS.fullmatch(one.filename)]
    if not parts:
        return Unreadable.BROKEN
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return Unreadable.ENCRYPTED
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        return Unreadable.TOO_LARGE
    pieces: list[str] = []
    for part in sorted(parts, key=lambda one: "document" not in one.filename):
        pieces += _pieces_of(packed, part, LONGEST_TEXT - sum(map(len, pieces)))
    return "".join(pieces).strip()


def _pieces_of(packed: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> list[str]:
    if room <= 0:
        return []
    words = _Words(room)
    try:
        for piece in _unpacked(packed, part):
            words.parser.Parse(piece, False)  # noqa: FBT003 - expat takes no names
        words.parser.Parse(b"", True)  # noqa: FBT003 - likewise
    except _Enough:
        pass
    return [*words.pieces, "\n"]


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The part in pieces; not more of it than it said it would become."""
    with packed.open(part) as opened:
        while piece := opened.read(_PIECE):
            yield piece


def _refuse(*_declared: object) -> None:
    raise _DoctypeError("a document type")

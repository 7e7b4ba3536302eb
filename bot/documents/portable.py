"""The text of a PDF file, page by page, until enough was read."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from bot.documents.limits import LONGEST_TEXT, MOST_PAGES, Unreadable


def portable_text(data: bytes) -> str | Unreadable:
    """The text of a PDF file and its title; call it only where it can be ended from outside."""
    logging.getLogger("pypdf").disabled = True  # its messages may quote the file
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Unreadable.ENCRYPTED
        return _text_of(reader)
    except DependencyError:  # a cipher that only another library knows
        return Unreadable.ENCRYPTED
    except (PyPdfError, *_BROKEN):
        return Unreadable.BROKEN


_BROKEN = (
    *(ArithmeticError, AttributeError, LookupError, OSError, RecursionError),
    *(AssertionError, NotImplementedError, TypeError, ValueError),
)
"""What a damaged file makes of a parser that believes it."""


def _text_of(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    pieces = [title or ""]
    length = 0
    for page in reader.pages[:MOST_PAGES]:
        pieces.append(page.extract_text())
        length += len(pieces[-1])
        if length > LONGEST_TEXT:
            break
    return "\n".join(pieces).strip()[:LONGEST_TEXT]

"""Plain text in whatever encoding it seems to be."""

import codecs

from bot.documents.limits import LONGEST_TEXT, Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def plain_text(data: bytes) -> str | Unreadable:
    """The text: by its byte order mark, else as UTF-8, else as what Windows writes."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")[:LONGEST_TEXT]
    if b"\0" in data:
        return Unreadable.BROKEN
    try:
        return data.decode("utf-8")[:LONGEST_TEXT]
    except UnicodeDecodeError:
        return data.decode("latin-1")[:LONGEST_TEXT]

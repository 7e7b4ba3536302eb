"""Which addresses Discord takes where: in buttons, embeds and media."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from playground.rules.broken import Broken
from playground.rules.reading import text_of

PAGES = ("http", "https")
MEDIA = ("http", "https", "attachment")
BUTTONS = ("http", "https", "discord")


def address(path: str, value: object, schemes: tuple[str, ...]) -> Iterator[Broken]:
    """Text that must be an address with one of these schemes; absent passes."""
    url = text_of(value)
    if url is None:
        return
    scheme, rest = _parts(url)
    if not scheme or not rest:
        yield Broken(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
    elif scheme not in schemes:
        words = f"Scheme is not supported. Scheme must be one of {schemes}."
        yield Broken(path, "URL_TYPE_INVALID_SCHEME", words)


def attached(value: object) -> str | None:
    """The file's name of an `attachment://` address."""
    url = text_of(value) or ""
    return url.removeprefix("attachment://") if url.startswith("attachment://") else None


def _parts(url: str) -> tuple[str, str]:
    try:
        split = urlsplit(url)
    except ValueError:  # such as an unclosed [ in the host
        return "", ""
    return split.scheme, split.netloc

"""Embeds: their lengths one by one, and all together. Knows nothing of the message around them."""

from collections.abc import Iterator

from playground.rules.broken import Broken, inside, length, missing, written
from playground.rules.links import MEDIA, PAGES, address
from playground.rules.reading import Fields, fields_of, items_of, text_of

MOST = 10
TOTAL = 6000
SHOWN = ("title", "description", "fields", "image", "thumbnail", "author", "footer", "video")


def embeds(at: str, value: object) -> Iterator[Broken]:
    """What is wrong with a message's list of embeds."""
    every = [fields_of(item) for item in items_of(value)]
    yield from length(at, value, 0, MOST)
    for place, embed in enumerate(every):
        yield from _embed(inside(at, place), embed)
    if sum(_size(embed) for embed in every) > TOTAL:
        words = f"Embed size exceeds maximum size of {TOTAL}"
        yield Broken(at, "MAX_EMBED_SIZE_EXCEEDED", words)


def _embed(at: str, embed: Fields) -> Iterator[Broken]:
    if not any(embed.get(name) for name in SHOWN):
        yield missing(inside(at, "description"))
    yield from length(inside(at, "title"), embed.get("title"), 0, 256)
    yield from length(inside(at, "description"), embed.get("description"), 0, 4096)
    yield from length(inside(at, "fields"), embed.get("fields"), 0, 25)
    for place, item in enumerate(items_of(embed.get("fields"))):
        field_at = inside(inside(at, "fields"), place)
        yield from written(inside(field_at, "name"), fields_of(item).get("name"), 256)
        yield from written(inside(field_at, "value"), fields_of(item).get("value"), 1024)
    yield from _edges(at, embed)
    yield from _addresses(at, embed)


def _edges(at: str, embed: Fields) -> Iterator[Broken]:
    """Footer and author: each needs its text once it is there."""
    if embed.get("footer"):
        text = fields_of(embed["footer"]).get("text")
        yield from written(inside(at, "footer.text"), text, 2048)
    if embed.get("author"):
        name = fields_of(embed["author"]).get("name")
        yield from written(inside(at, "author.name"), name, 256)


def _addresses(at: str, embed: Fields) -> Iterator[Broken]:
    author, footer = fields_of(embed.get("author")), fields_of(embed.get("footer"))
    yield from address(inside(at, "url"), embed.get("url"), PAGES)
    yield from address(inside(at, "author.url"), author.get("url"), PAGES)
    yield from address(inside(at, "author.icon_url"), author.get("icon_url"), MEDIA)
    yield from address(inside(at, "footer.icon_url"), footer.get("icon_url"), MEDIA)
    for name in ("image", "thumbnail"):
        url = fields_of(embed.get(name)).get("url")
        yield from address(inside(at, f"{name}.url"), url, MEDIA)


def _size(embed: Fields) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [
        fields_of(embed.get("footer")).get("text"),
        fields_of(embed.get("author")).get("name"),
    ]
    for item in items_of(embed.get("fields")):
        texts += [fields_of(item).get("name"), fields_of(item).get("value")]
    return sum(len(text_of(text) or "") for text in texts)

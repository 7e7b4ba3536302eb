"""What Discord makes of components that it is given: ids, defaults, links to uploaded files.

Knows the tree, not the message. Whether a component is allowed is for the rules.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from playground.payloads import Json
from playground.reading import (
    CONTAINER,
    FILE,
    GALLERY,
    SELECTS,
    SEPARATOR,
    THUMBNAIL,
    walk,
)
from playground.world import Attachment

_DEFAULTS: dict[int, Json] = {
    CONTAINER: {"accent_color": None, "spoiler": False},
    SEPARATOR: {"spacing": 1, "divider": True},
    THUMBNAIL: {"description": None, "spoiler": False},
    FILE: {"spoiler": False},
    **{kind: {"min_values": 1, "max_values": 1} for kind in SELECTS},
}


def stored(components: list[Json], files: Mapping[str, Attachment]) -> list[Json]:
    """The components as Discord keeps and returns them; `files` are the message's by name."""
    taken = {one["id"] for one in walk(components) if one.get("id")}
    free = (number for number in count(1) if number not in taken)
    return [_stored(component, free, files) for component in components]


def with_files(embeds: list[Json], files: Mapping[str, Attachment]) -> list[Json]:
    """Embeds as Discord keeps them: typed, with `attachment://` turned into addresses."""
    return [_stored_embed(embed, files) for embed in embeds]


def _stored(component: Json, free: Iterator[int], files: Mapping[str, Attachment]) -> Json:
    kind: int = component["type"]
    given = {key: value for key, value in component.items() if value is not None}
    kept: Json = {**_DEFAULTS.get(kind, {}), **given}
    if not kept.get("id"):
        kept["id"] = next(free)
    if "default_values" in kept:  # taken as numbers too, always given as snowflakes
        kept["default_values"] = [{**one, "id": str(one["id"])} for one in kept["default_values"]]
    for key in ("components", "items"):
        if key in kept and kind != GALLERY:
            kept[key] = [_stored(child, free, files) for child in kept[key]]
    for key in ("component", "accessory"):
        if key in kept:
            kept[key] = _stored(kept[key], free, files)
    return _MEDIA.get(kind, _unchanged)(kept, files)


def _unchanged(component: Json, _files: Mapping[str, Attachment]) -> Json:
    return component


def _thumbnail(component: Json, files: Mapping[str, Attachment]) -> Json:
    return {**component, "media": _media(component["media"]["url"], files)}


def _gallery(component: Json, files: Mapping[str, Attachment]) -> Json:
    plain: Json = {"description": None, "spoiler": False}
    items = [
        {**plain, **item, "media": _media(item["media"]["url"], files)}
        for item in component["items"]
    ]
    return {**component, "items": items}


def _file(component: Json, files: Mapping[str, Attachment]) -> Json:
    name = component["file"]["url"].removeprefix("attachment://")
    found = files.get(name)
    size = None if found is None else len(found.content)
    return {
        **component,
        "file": _media(component["file"]["url"], files),
        "name": name,
        "size": size,
    }


_MEDIA: dict[int, Callable[[Json, Mapping[str, Attachment]], Json]] = {
    THUMBNAIL: _thumbnail,
    GALLERY: _gallery,
    FILE: _file,
}


def _media(url: str, files: Mapping[str, Attachment]) -> Json:
    found = files.get(url.removeprefix("attachment://"))
    if found is None:
        return {"id": "1", "url": url, "proxy_url": url}
    known = {"attachment_id": str(found.id), "content_type": found.content_type}
    return {"id": str(found.id), "url": found.url, "proxy_url": found.url, **known}


def _stored_embed(embed: Json, files: Mapping[str, Attachment]) -> Json:
    kept: Json = {"type": "rich", **{k: v for k, v in embed.items() if v is not None}}
    for key in ("image", "thumbnail"):
        if key in kept:
            kept[key] = {**kept[key], **_address(kept[key]["url"], files)}
    if "fields" in kept:
        kept["fields"] = [{"inline": False, **entry} for entry in kept["fields"]]
    return kept


def _address(url: str, files: Mapping[str, Attachment]) -> dict[str, Any]:
    found = files.get(url.removeprefix("attachment://"))
    address = url if found is None else found.url
    return {"url": address, "proxy_url": address}

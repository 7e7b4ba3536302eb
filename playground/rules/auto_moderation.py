"""Rules of AutoMod: what makes one whole, their sizes, and patterns as Rust reads them."""

from collections.abc import Iterator

from playground.rules.broken import Broken, inside, length, missing, no_choice, written
from playground.rules.reading import Fields, fields_of, items_of, number_of, text_of
from playground.rust_patterns import is_pattern

MESSAGE_SENT = 1
KEYWORD, SPAM, KEYWORD_LIST, MENTIONS, PROFILE = 1, 3, 4, 5, 6
BLOCK = 1
LONGEST_WORDS = 150
MOST_KEYWORDS, LONGEST_KEYWORD = 1000, 60
MOST_PATTERNS, LONGEST_PATTERN = 10, 260
MOST_ALLOWED = 100


def moderation_rule(given: Fields, *, new: bool) -> Iterator[Broken]:
    """What Discord would refuse of a rule that is made (`new`) or edited."""
    if new or "name" in given:
        yield from written("name", given.get("name"), 100)
    if new:
        yield from _kind(given)
    yield from _actions(given, new=new)
    yield from _trigger(fields_of(given.get("trigger_metadata")))
    yield from length("exempt_roles", given.get("exempt_roles"), 0, 20)
    yield from length("exempt_channels", given.get("exempt_channels"), 0, 50)


def _kind(given: Fields) -> Iterator[Broken]:
    if number_of(given.get("event_type")) not in {MESSAGE_SENT, 2}:
        yield no_choice("event_type", (MESSAGE_SENT, 2))
    kind = number_of(given.get("trigger_type"))
    if kind not in {KEYWORD, SPAM, KEYWORD_LIST, MENTIONS, PROFILE}:
        yield no_choice("trigger_type", (KEYWORD, SPAM, KEYWORD_LIST, MENTIONS, PROFILE))
    trigger = fields_of(given.get("trigger_metadata"))
    looks = items_of(trigger.get("keyword_filter")) or items_of(trigger.get("regex_patterns"))
    if kind == KEYWORD and not looks:
        yield missing("trigger_metadata")


def _actions(given: Fields, *, new: bool) -> Iterator[Broken]:
    actions = given.get("actions")
    if (new or "actions" in given) and not items_of(actions):
        yield missing("actions")
    yield from length("actions", actions, 0, 5)
    for place, item in enumerate(items_of(actions)):
        action = fields_of(item)
        words = fields_of(action.get("metadata")).get("custom_message")
        if number_of(action.get("type")) == BLOCK and words is not None:
            path = inside(inside("actions", place), "metadata.custom_message")
            yield from length(path, words, 1, LONGEST_WORDS)


def _trigger(trigger: Fields) -> Iterator[Broken]:
    sizes = (
        ("keyword_filter", MOST_KEYWORDS, LONGEST_KEYWORD),
        ("regex_patterns", MOST_PATTERNS, LONGEST_PATTERN),
        ("allow_list", MOST_ALLOWED, LONGEST_KEYWORD),
    )
    for name, most, longest in sizes:
        path = inside("trigger_metadata", name)
        yield from length(path, trigger.get(name), 0, most)
        for place, item in enumerate(items_of(trigger.get(name))):
            yield from written(inside(path, place), item, longest)
    for place, item in enumerate(items_of(trigger.get("regex_patterns"))):
        if not is_pattern(text_of(item) or ""):
            path = inside("trigger_metadata.regex_patterns", place)
            yield Broken(path, "AUTO_MODERATION_INVALID_REGEX", "Invalid regex")

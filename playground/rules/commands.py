"""Application commands as they are registered, and the choices that autocompletion offers."""

import re
from collections import Counter
from collections.abc import Iterator

from playground.rules.broken import Broken, inside, length, missing, repeated, written
from playground.rules.reading import Fields, fields_of, items_of, number_of, text_of

SLASH = 1
MOST_COMMANDS = {SLASH: 100, 2: 15, 3: 15}
MOST_OPTIONS = MOST_CHOICES = 25
MOST_CHARACTERS = 8000
SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, NUMBER = 3, 4, 10
NAME = re.compile(r"[-_'\w]{1,32}")


def commands(value: object) -> Iterator[Broken]:
    """What Discord would refuse of all commands of an application, or of a guild, at once."""
    every = [fields_of(item) for item in items_of(value)]
    counted = Counter(_type(each) for each in every)
    for kind, most in MOST_COMMANDS.items():
        if counted[kind] > most:
            words = f"Must be {most} or fewer in length."
            yield Broken("", "BASE_TYPE_MAX_LENGTH", words)
    for place in repeated([(_type(each), text_of(each.get("name"))) for each in every]):
        words = "Application command names must be unique"
        yield Broken(inside("", place), "APPLICATION_COMMANDS_DUPLICATE_NAME", words)
    for place, each in enumerate(every):
        yield from command(inside("", place), each)


def command(at: str, given: Fields) -> Iterator[Broken]:
    """What Discord would refuse of one command."""
    if _type(given) == SLASH:
        yield from _named(at, given)
        yield from _options(at, given, depth=0)
    else:
        yield from written(inside(at, "name"), given.get("name"), 32)
        yield from _undescribed(at, given)
    if _size(given) > MOST_CHARACTERS:
        words = f"Command exceeds maximum size ({MOST_CHARACTERS})"
        yield Broken(at, "APPLICATION_COMMAND_TOO_LARGE", words)


def suggestions(at: str, given: Fields) -> Iterator[Broken]:
    """What Discord would refuse of an answer to autocompletion."""
    yield from _choices(at, given.get("choices"))


def _type(given: Fields) -> int:
    return number_of(given.get("type")) or SLASH


def _named(at: str, given: Fields) -> Iterator[Broken]:
    """A slash command, subcommand or option: a lower-case name and a description."""
    name = text_of(given.get("name"))
    if name is None:
        yield missing(inside(at, "name"))
    elif not NAME.fullmatch(name) or name != name.lower():
        words = "Command name is invalid"
        yield Broken(inside(at, "name"), "APPLICATION_COMMAND_INVALID_NAME", words)
    yield from written(inside(at, "description"), given.get("description"), 100)


def _undescribed(at: str, given: Fields) -> Iterator[Broken]:
    if given.get("description"):
        words = "Context menu commands cannot have description"
        code = "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"
        yield Broken(inside(at, "description"), code, words)
    if given.get("options"):
        words = "Context menu commands cannot have options"
        code = "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID"
        yield Broken(inside(at, "options"), code, words)


def _options(at: str, given: Fields, depth: int) -> Iterator[Broken]:
    path = inside(at, "options")
    options = [fields_of(item) for item in items_of(given.get("options"))]
    yield from length(path, given.get("options"), 0, MOST_OPTIONS)
    yield from _order(path, options)
    yield from _mixture(path, options, depth)
    for place in repeated([text_of(option.get("name")) for option in options]):
        words = "Option name is already used in these options"
        yield Broken(inside(path, place), "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", words)
    for place, option in enumerate(options):
        yield from _option(inside(path, place), option)


def _order(path: str, options: list[Fields]) -> Iterator[Broken]:
    optional = False
    for place, option in enumerate(options):
        if number_of(option.get("type")) in {SUBCOMMAND, GROUP}:
            continue
        if optional and option.get("required") is True:
            words = "Required options must be placed before non-required options"
            code = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
            yield Broken(inside(path, place), code, words)
        optional = optional or option.get("required") is not True


def _mixture(path: str, options: list[Fields], depth: int) -> Iterator[Broken]:
    """Subcommands stand with their like, in a command or in a group; groups in a command alone."""
    nesting = {0: {SUBCOMMAND, GROUP}, 1: {SUBCOMMAND}}.get(depth, set[int]())
    kinds = {number_of(option.get("type")) or 0 for option in options}
    nested = kinds & {SUBCOMMAND, GROUP}
    mixed = nested and kinds - nested
    only_subcommands = depth == 1 and kinds - {SUBCOMMAND}
    if mixed or nested - nesting or only_subcommands:
        words = (
            "Sub-command and sub-command group option types are mutually exclusive to all others"
        )
        yield Broken(path, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", words)


def _option(at: str, option: Fields) -> Iterator[Broken]:
    yield from _named(at, option)
    kind = number_of(option.get("type"))
    if kind == GROUP:
        yield from _options(at, option, depth=1)
    elif kind == SUBCOMMAND:
        yield from _options(at, option, depth=2)
    else:
        yield from _value(at, option)


def _value(at: str, option: Fields) -> Iterator[Broken]:
    """An option that takes a value: its choices and limits."""
    yield from _choices(at, option.get("choices"))
    if option.get("autocomplete") is True and option.get("choices"):
        words = "Autocomplete and choices are mutually exclusive"
        code = "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE"
        yield Broken(inside(at, "choices"), code, words)
    for low, high in (("min_value", "max_value"), ("min_length", "max_length")):
        least, most = option.get(low), option.get(high)
        if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
            words = f"{low} must be less than or equal to {high}"
            yield Broken(inside(at, low), "APPLICATION_COMMAND_OPTIONS_RANGE_INVALID", words)


def _choices(at: str, value: object) -> Iterator[Broken]:
    path = inside(at, "choices")
    choices = [fields_of(item) for item in items_of(value)]
    yield from length(path, value, 0, MOST_CHOICES)
    for place, choice in enumerate(choices):
        yield from written(inside(inside(path, place), "name"), choice.get("name"), 100)
        yield from length(inside(inside(path, place), "value"), choice.get("value"), 1, 100)
    for place in repeated([text_of(choice.get("name")) for choice in choices]):
        words = "Option choice name is already used in these choices"
        code = "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS"
        yield Broken(inside(path, place), code, words)


def _size(given: Fields) -> int:
    """The characters that count: names, descriptions and choices' values, the longest of each."""
    own = _longest(given, "name") + _longest(given, "description")
    choices = [fields_of(item) for item in items_of(given.get("choices"))]
    own += sum(
        _longest(choice, "name") + len(text_of(choice.get("value")) or "") for choice in choices
    )
    return own + sum(_size(fields_of(item)) for item in items_of(given.get("options")))


def _longest(given: Fields, name: str) -> int:
    translated = fields_of(given.get(f"{name}_localizations")).values()
    return max(len(text_of(text) or "") for text in (given.get(name), *translated))

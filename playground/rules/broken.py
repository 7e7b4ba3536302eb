"""One broken rule: where in the body, Discord's code for it, Discord's words.

Codes and words are Discord's where they are publicly known. Where they are not, the code is one of
the same family and only says that Discord refuses; nothing may depend on its letters.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from playground.rules.reading import number_of, text_of


@dataclass(frozen=True, slots=True)
class Broken:
    """What Discord would refuse.

    Attributes:
        path: Like `components[0].components[1].label`, `[2].name` in a list; "" for the whole body.
        code: Discord's name for it, such as `BASE_TYPE_MAX_LENGTH`. A code of digits is a code of
            the whole answer instead of 50035: `50006`, an empty message.
        message: Discord's words; never a value of the body.
    """

    path: str
    code: str
    message: str


def inside(at: str, name: str | int) -> str:
    """The path of a field or an item of what is at this path."""
    if isinstance(name, int):
        return f"{at}[{name}]"
    return f"{at}.{name}" if at else name


def missing(path: str) -> Broken:
    """A field that must be there and is not, or is blank."""
    return Broken(path, "BASE_TYPE_REQUIRED", "This field is required")


def no_choice(path: str, choices: object) -> Broken:
    """A value that is none of those allowed."""
    return Broken(path, "BASE_TYPE_CHOICES", f"Value must be one of {choices}.")


def wrong_type(path: str, allowed: object) -> Broken:
    """A component of a type that has no place here."""
    return Broken(path, "UNION_TYPE_CHOICES", f'Value of field "type" must be one of {allowed}.')


def length(path: str, value: object, low: int, high: int) -> Iterator[Broken]:
    """Text or a list whose length must be in a range; anything else passes."""
    if not isinstance(value, str | list) or low <= len(value) <= high:  # pyright: ignore[reportUnknownArgumentType] - only counted
        return
    if low == 0:
        yield Broken(path, "BASE_TYPE_MAX_LENGTH", f"Must be {high} or fewer in length.")
    else:
        words = f"Must be between {low} and {high} in length."
        yield Broken(path, "BASE_TYPE_BAD_LENGTH", words)


def written(path: str, value: object, high: int) -> Iterator[Broken]:
    """Text that must be there, and not be blank, up to a length."""
    if not (text_of(value) or "").strip():
        yield missing(path)
    else:
        yield from length(path, value, 1, high)


def between(path: str, value: object, low: int, high: int) -> Iterator[Broken]:
    """A number that must be in a range; anything else passes."""
    number = number_of(value)
    if number is None:
        return
    if number < low:
        words = f"int value should be greater than or equal to {low}."
        yield Broken(path, "NUMBER_TYPE_MIN", words)
    if number > high:
        yield Broken(path, "NUMBER_TYPE_MAX", f"int value should be less than or equal to {high}.")


def repeated(values: Sequence[Hashable]) -> Iterator[int]:
    """The places of values that came earlier in the list; None never repeats."""
    seen: set[Hashable] = set()
    for place, value in zip(count(), values, strict=False):
        if value is not None and value in seen:
            yield place
        seen.add(value)

"""Colours by number: a sequential scale that people who see few colours read by its lightness."""

Colour = tuple[int, int, int]

PAPER: Colour = (0x1E, 0x22, 0x28)
"""A ground of the picture's own, which looks the same in Discord's light and dark themes."""

INK: Colour = (0xF2, 0xF3, 0xF5)
SOFT: Colour = (0xB4, 0xBA, 0xC4)
NOBODY: Colour = (0x2F, 0x35, 0x3E)
LINE: Colour = (0x2A, 0x2F, 0x37)
_BLACK: Colour = (0, 0, 0)
_WHITE: Colour = (0xFF, 0xFF, 0xFF)

_VIRIDIS: tuple[Colour, ...] = (
    (0x48, 0x28, 0x78),
    (0x3E, 0x49, 0x89),
    (0x31, 0x68, 0x8E),
    (0x26, 0x82, 0x8E),
    (0x1F, 0x9E, 0x89),
    (0x35, 0xB7, 0x79),
    (0x6E, 0xCE, 0x58),
    (0xB5, 0xDE, 0x2B),
    (0xFD, 0xE7, 0x25),
)
"""Viridis from its second tenth on: the first is hardly seen on a dark ground."""


def shade(share: float) -> Colour:
    """The colour for a share between 0 and 1; more is lighter."""
    place = share * (len(_VIRIDIS) - 1)
    low = min(int(place), len(_VIRIDIS) - 2)
    part = place - low
    one, two = _VIRIDIS[low], _VIRIDIS[low + 1]
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, two, strict=True))
    return red, green, blue


def luminance(colour: Colour) -> float:
    """How light a colour is, from 0 to 1, as WCAG reckons it."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG reckons it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ink_on(colour: Colour) -> Colour:
    """Black or white, whichever is read best on a colour: between them one always is."""
    return max((_WHITE, _BLACK), key=lambda ink: contrast(ink, colour))

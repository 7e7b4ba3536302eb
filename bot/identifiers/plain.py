"""Discord's own syntax taken out of a text, each piece by as many blanks, so that offsets hold.

Mentions, custom emoji and timestamps identify no client and would look like numbers and handles;
marks such as `**` would part a cue from its name. It does not know what an identifier is.
"""

import re

_MACHINE = re.compile(
    r"<@[!&]?[0-9]{1,20}>"  # members and roles
    r"|<#[0-9]{1,20}>"
    r"|</[\w -]{1,100}:[0-9]{1,20}>"
    r"|<id:[a-z]{1,20}>"
    r"|<a?:\w{1,32}:[0-9]{1,20}>"
    r"|<t:-?[0-9]{1,20}(?::[a-zA-Z])?>"
)
_FENCE = re.compile(r"```[a-zA-Z0-9+#-]{1,20}\n|`{1,3}")
_MARKS = re.compile(r"\*{1,3}|\|\||~~|(?m:^(?:>{1,3}|#{1,3}|-#)(?= ))")
_UNDERLINE = re.compile(r"(?<![\w/@.])(_{1,3})(?=[^\s_])([^_\n]{1,200})(\1)(?![\w.])")

# Look-alikes that phones put in for what patterns spell with the keyboard's own characters.
_TYPED = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u00b7": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\uff20": "@",
        "\t": " ",
        "\r": " ",
    }
)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without_underline(match: re.Match[str]) -> str:
    return " " * len(match[1]) + match[2] + " " * len(match[3])


def plain(text: str) -> str:
    """The text as patterns read it: the same number of code points, each at its place."""
    typed = text.translate(_TYPED)
    if "<" in typed:
        typed = _MACHINE.sub(_blank, typed)
    if "`" in typed:
        typed = _FENCE.sub(_blank, typed)
    if "_" in typed:
        typed = _UNDERLINE.sub(_without_underline, typed)
    return _MARKS.sub(_blank, typed)

"""The controls under a private review, and under the copy of a message that was removed."""

from typing import Any

import discord

from cogs.confidentiality.subjects import Button, Subject
from cogs.controls import button
from cogs.wording import reviews as wording

REMOVED = "removed"
_PRIMARY = discord.ButtonStyle.primary
_SECONDARY = discord.ButtonStyle.secondary


def review_choices(subject: Subject, *, reword: bool, objected: bool = False) -> tuple[Button, ...]:
    """What an author may do about a text that stands.

    Args:
        subject: the text.
        reword: whether it has words of their own.
        objected: whether a rewrite is shown that was objected to.
    """
    keep = (
        subject.button(wording.FALSE_ALARM, "alarm"),
        subject.button(wording.CONSENTED, "consent"),
    )
    if subject.title:
        return keep
    if objected:  # what is asked now is about the rewrite
        keep = (subject.button(wording.POST_ANYWAY, "anyway"),)
    swap = (subject.button(wording.REWORD, "reword", _PRIMARY),) if reword else ()
    return (subject.button(wording.DELETE, "delete", discord.ButtonStyle.danger), *swap, *keep)


def removed_choices(
    number: int, channel_id: int, answered: int, *, words: bool = True, objected: bool = False
) -> tuple[Button, ...]:
    """What an author may do about a message that was removed.

    Args:
        number: the message's id.
        channel_id: where it stood.
        answered: the message there that it answered, or 0.
        words: whether there were words in it, which can be posted again.
        objected: whether a rewrite is shown that was objected to.
    """

    def choice(label: str, verb: str, style: discord.ButtonStyle = _SECONDARY) -> Any:  # noqa: ANN401 - as discord.py types it
        return button(label, REMOVED, number, verb, f"{channel_id}.{answered}", style=style)

    if not words:
        return (choice(wording.LEAVE, "leave"),)
    anyway = (choice(wording.POST_ANYWAY, "anyway"),) if objected else ()
    return (
        choice(wording.POST_REWRITE, "reword", _PRIMARY),
        *anyway,
        choice(wording.POST_FALSE_ALARM, "alarm"),
        choice(wording.POST_CONSENTED, "consent"),
        choice(wording.LEAVE, "leave"),
    )

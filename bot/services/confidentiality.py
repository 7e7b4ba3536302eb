"""Keeps client identifiers from being seen: screens texts, and remembers decisions, never texts."""

import asyncio
from functools import partial

from bot.domain.errors import LikelyIdentifier, TextTooLong
from bot.domain.ids import MessageId
from bot.identifiers import Known, Screening, Strictness, nothing, screen
from bot.services.ports import Clock, Warnings
from bot.services.warnings import Decision, Warned

INLINE_LENGTH = 600
"""Texts up to here are screened on the spot; longer ones on a thread, so that nobody waits."""


async def screened(
    text: str, known: Known = nothing, strictness: Strictness = Strictness.NUDGE
) -> Screening:
    """The verdict on a text; the event loop is not held up by a long one.

    Args:
        text: what was written.
        known: which passages identify nobody here; called on another thread for a long text.
        strictness: how sure a finding has to be to warn.
    """
    work = partial(screen, text, known=known, strictness=strictness)
    if len(text) <= INLINE_LENGTH:
        return work()
    return await asyncio.to_thread(work)


async def require_clean(
    where: str,
    text: str,
    longest: int,
    known: Known = nothing,
    strictness: Strictness = Strictness.NUDGE,
) -> str:
    """The text without outer blanks, if it may be seen by others.

    Args:
        where: what the text is for, as the wording knows it.
        text: what was typed.
        longest: how many characters its place can show.
        known: which passages identify nobody here.
        strictness: how sure a finding has to be to warn.

    Raises:
        TextTooLong: it does not fit.
        LikelyIdentifier: it may identify a client; nothing of it is kept.
    """
    tidy = text.strip()
    if len(tidy) > longest:
        raise TextTooLong(where, longest)
    verdict = await screened(tidy, known, strictness)
    if verdict.warn:
        raise LikelyIdentifier(where, tuple(finding.reason for finding in verdict.findings))
    return tidy


class Confidentiality:
    """Warnings about messages: one a message, with what the author decided."""

    def __init__(self, warnings: Warnings, clock: Clock) -> None:
        self._warnings = warnings
        self._clock = clock

    async def warned(self, warned: Warned) -> bool:
        """Remembers that a message is warned about; False where it was before."""
        return await self._warnings.keep(warned)

    async def find(self, message_id: MessageId) -> Warned | None:
        """The warning about a message, or None."""
        return await self._warnings.get(message_id)

    async def replied(self, message_id: MessageId, reply_id: MessageId) -> None:
        """Remembers where the warning stands."""
        await self._warnings.set_reply(message_id, reply_id)

    async def decide(self, message_id: MessageId, decision: Decision) -> None:
        """Remembers what the author decided."""
        await self._warnings.decide(message_id, decision, self._clock.now())

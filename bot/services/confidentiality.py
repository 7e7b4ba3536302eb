"""Keeps client identifiers from being seen: screens texts, and remembers decisions, never texts."""

import asyncio
import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import partial

from bot.domain.errors import LikelyIdentifier, TextTooLong
from bot.domain.group import Group
from bot.domain.ids import ChannelId, GroupId, MessageId
from bot.identifiers import Known, Screening, Strictness, nothing, screen
from bot.services.actor import Actor
from bot.services.learning import KEY_BYTES, hashed
from bot.services.ports import Clock, GuardChoices, Warnings
from bot.services.warnings import Decision, Notice, Record, Told, Warned

REMIND_AFTER = timedelta(hours=4)
"""So long after a warning its author is reminded, once, where nothing happened."""


async def screened(
    text: str, known: Known = nothing, strictness: Strictness = Strictness.NUDGE
) -> Screening:
    """The verdict on a text; it is made on a thread, so that nobody waits for it.

    Args:
        text: what was written.
        known: which passages identify nobody here; called on another thread.
        strictness: how sure a finding has to be to warn.
    """
    work = partial(screen, text, known=known, strictness=strictness)
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
    """Warnings, one a message, and what groups chose about their guard and taught it."""

    def __init__(self, warnings: Warnings, choices: GuardChoices, clock: Clock) -> None:
        self._warnings = warnings
        self._choices = choices
        self._clock = clock

    # Warnings.

    async def warned(self, warned: Warned) -> bool:
        """Remembers that a message is warned about; False where it was before."""
        return await self._warnings.keep(warned)

    async def find(self, message_id: MessageId) -> Warned | None:
        """The warning about a message, or None."""
        return await self._warnings.get(message_id)

    async def noticed(self, message_id: MessageId, notice: Notice, *, again: bool = True) -> None:
        """Remembers how the author was told and where; `again`: they are reminded once."""
        waits = again and notice.told in {Told.IN_REPLY, Told.PRIVATELY}
        remind_at = self._clock.now() + REMIND_AFTER if waits else None
        await self._warnings.set_notice(message_id, notice, remind_at)

    async def decide(self, message_id: MessageId, decision: Decision) -> None:
        """Remembers what the author decided."""
        await self._warnings.decide(message_id, decision, self._clock.now())

    async def due_reminders(self) -> tuple[Warned, ...]:
        """The warnings that nothing happened about for too long; each is given once."""
        return await self._warnings.claim_reminders(self._clock.now())

    async def record(self, group_id: GroupId) -> Record:
        """What became of a group's alarms, by kind."""
        return await self._warnings.record(group_id)

    # How strict, and what is known.

    async def strictness(self, group_id: GroupId, channels: Sequence[ChannelId]) -> Strictness:
        """What the group chose for the first of the channels that it chose for, or as a whole."""
        chosen = await self._choices.choices(group_id)
        fitting = (chosen[place] for place in (*channels, None) if place in chosen)
        return next(fitting, Strictness.NUDGE)

    async def strictnesses(self, group_id: GroupId) -> Mapping[ChannelId | None, Strictness]:
        """What the group chose, by channel; None stands for the group as a whole."""
        return await self._choices.choices(group_id)

    async def choose(
        self,
        group: Group,
        actor: Actor,
        strictness: Strictness | None,
        channel_id: ChannelId | None = None,
    ) -> None:
        """A member chooses for the group or a channel; None takes a channel's choice back."""
        _require_settler(group, actor)
        await self._choices.choose(group.id, channel_id, strictness)

    async def known(self, group_id: GroupId) -> Known:
        """Which passages the group said are no identifiers."""
        lessons = await self._choices.lessons(group_id)
        return lessons.knows if lessons else nothing

    async def learned(self, group_id: GroupId) -> int:
        """How many passages the group taught."""
        lessons = await self._choices.lessons(group_id)
        return len(lessons.hashes) if lessons else 0

    async def learn(self, group_id: GroupId, passages: Iterable[str]) -> None:
        """Remembers passages as no identifiers, each as a keyed hash; see `learning`."""
        key = await self._choices.key(group_id, secrets.token_bytes(KEY_BYTES))
        hashes = {hashed(key, passage) for passage in passages}
        await self._choices.learn(group_id, sorted(hashes), self._clock.now())

    async def forget(self, group: Group, actor: Actor) -> int:
        """Forgets all that the group taught; gives how many passages those were."""
        _require_settler(group, actor)
        return await self._choices.forget(group.id)


def either(*several: Known) -> Known:
    """Known to any of them."""
    return lambda passage: any(known(passage) for known in several)


def _require_settler(group: Group, actor: Actor) -> None:
    """The same may settle the guard as may change the group's settings."""
    if not actor.manages:
        actor.require_member(group)

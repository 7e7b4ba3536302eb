"""Ways to break the delivery, one at a time, to see that its tests notice.

A pytest plugin: `CONVENE_MUTANT=no_look pytest -p tests.delivery.mutants tests/delivery/...`.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection
from typing import Any

from bot.services import delivery
from bot.services.delivery import Delivery
from bot.services.outbox import Entry, Posted, State, Unreachable
from bot.storage import outbox_rows
from bot.storage.outbox import OutboxStore
from tests.delivery.pretend_discord import PretendDiscord

Patched = Any
"""Classes are patched where Python lets us; their own types do not foresee it."""


def _no_nonce() -> None:
    """Every try sends with a nonce of its own."""
    post = PretendDiscord.post

    async def fresh(self: PretendDiscord, entry: Entry, gathering: Any) -> Posted:  # noqa: ANN401
        return await post(self, replace(entry, nonce=secrets.token_hex(12)), gathering)

    _set(PretendDiscord, "post", fresh)


def _no_look() -> None:
    """Nobody looks whether an earlier try has arrived."""
    _set(Delivery, "_may_have_arrived", _never)


def _look_only_on_retry() -> None:
    """A late first try does not look: a restored copy is not thought of."""
    _set(Delivery, "_may_have_arrived", _tried_before)


def _done_before_sent() -> None:
    """Marked as done, then sent."""
    send = Delivery._send  # pyright: ignore[reportPrivateUsage] - mutants look behind the curtain

    async def early(self: Delivery, entry: Entry, gathering: Any) -> None:  # noqa: ANN401
        await _outbox(self).finish(entry, State.DONE, entry.due_at, Posted(), lambda g: g.meeting)
        await send(self, entry, gathering)

    _set(Delivery, "_send", early)


def _never_again() -> None:
    """What was claimed by a run that died stays claimed."""

    async def nothing(_self: OutboxStore) -> int:
        return 0

    _set(OutboxStore, "recover", nothing)
    _set(delivery, "LEASE", delivery.LEASE * 10_000)


def _unknown_is_failed() -> None:
    """A lost answer ends the entry as failed."""
    _end_unknown_as(State.FAILED)


def _unknown_is_done() -> None:
    """A lost answer ends the entry as done."""
    _end_unknown_as(State.DONE)


def _end_unknown_as(state: State) -> None:
    async def ended(self: Delivery, entry: Entry) -> None:
        await _outbox(self).finish(entry, state, entry.due_at, Posted(), lambda g: g.meeting)

    _set(Delivery, "_later", ended)


def _never_too_late() -> None:
    """What is useless is sent all the same."""
    _set(Delivery, "_expired", _never)


def _withdrawn_is_ignored() -> None:
    """What left the plan while it was being sent stays there."""
    _set(outbox_rows, "withdrawn", _never)
    _set(Delivery, "_left_the_plan", _never)
    bring = Delivery._bring  # pyright: ignore[reportPrivateUsage] - see above

    async def blind(self: Delivery, entry: Entry, gathering: Any) -> None:  # noqa: ANN401
        await bring(self, replace(entry, withdrawn=False), gathering)

    _set(Delivery, "_bring", blind)


def _retry_with_new_nonce() -> None:
    """A second try gets another nonce, and does not look."""
    give_back = outbox_rows.give_back

    def renamed(db: Connection, entry: Entry, at: datetime) -> None:
        db.execute("UPDATE outbox SET nonce = ? WHERE id = ?", (secrets.token_hex(12), entry.id))
        give_back(db, entry, at)

    _set(outbox_rows, "give_back", renamed)
    _no_look()


def _no_unique_key() -> None:
    """What is done is planned once more, as it would be if nothing told that it is known."""
    reconcile = outbox_rows.reconcile
    doubled: set[tuple[str, str]] = set()

    def doubling(db: Connection, meeting: Any, plan: Any, now: datetime) -> None:  # noqa: ANN401
        wanted = tuple(plan)
        reconcile(db, meeting, wanted, now)
        for one in wanted:
            if (meeting.uid, one.key) not in doubled:
                again = db.execute(
                    "UPDATE outbox SET state = 'pending', attempts = 0, nonce = ?"
                    " WHERE key = ? AND state = 'done'",
                    (secrets.token_hex(12), one.key),
                )
                doubled.update([(meeting.uid, one.key)] * again.rowcount)

    _set(outbox_rows, "reconcile", doubling)


def _no_pause() -> None:
    """A lost answer is forgotten: the entry is pending as if it had never been tried."""

    def forgotten(db: Connection, entry: Entry, at: datetime) -> None:
        db.execute(
            "UPDATE outbox SET state = 'pending', attempts = 0, next_at = due_at WHERE id = ?",
            (entry.id,),
        )

    _set(outbox_rows, "give_back", forgotten)


def _refusal_is_unknown() -> None:
    """What Discord refused for good is tried for ever."""
    post = PretendDiscord.post

    async def soft(self: PretendDiscord, entry: Entry, gathering: Any) -> Posted:  # noqa: ANN401
        try:
            return await post(self, entry, gathering)
        except delivery.Refused as refused:
            raise Unreachable from refused

    _set(PretendDiscord, "post", soft)


MUTANTS: dict[str, Callable[[], None]] = {
    "no_nonce": _no_nonce,
    "no_look": _no_look,
    "look_only_on_retry": _look_only_on_retry,
    "done_before_sent": _done_before_sent,
    "never_again": _never_again,
    "unknown_is_failed": _unknown_is_failed,
    "unknown_is_done": _unknown_is_done,
    "never_too_late": _never_too_late,
    "withdrawn_is_ignored": _withdrawn_is_ignored,
    "retry_with_new_nonce": _retry_with_new_nonce,
    "no_unique_key": _no_unique_key,
    "no_pause": _no_pause,
    "refusal_is_unknown": _refusal_is_unknown,
}


def _never(*_: object) -> bool:
    return False


def _tried_before(_self: Delivery, entry: Entry) -> bool:
    return entry.attempts > 1


def _set(where: Patched, name: str, value: object) -> None:
    setattr(where, name, value)


def _outbox(one: Delivery) -> OutboxStore:
    patched: Patched = one
    return patched._outbox


def pytest_configure() -> None:
    """Breaks what the environment names, before the tests are collected."""
    name = os.environ.get("CONVENE_MUTANT")
    if name:
        MUTANTS[name]()

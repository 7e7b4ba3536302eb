"""The outbox as rows: what is planned, claimed and done; functions inside a transaction."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from sqlite3 import Connection, Row

from bot.domain.ids import ChannelId, EntryId, MeetingId, MemberId, MessageId
from bot.domain.meeting import Meeting
from bot.domain.plan import CHANGING, REMINDERS, Action, Planned, worth_adding
from bot.services.outbox import Entry, Posted, Standing, State
from bot.storage.instants import read, read_or_none, stored, stored_or_none

_LIVE = "state IN ('pending', 'sending')"
_CHANGING = ", ".join(f"'{action}'" for action in CHANGING)
_REMINDERS = ", ".join(f"'{action}'" for action in sorted(REMINDERS))


def reconcile(db: Connection, meeting: Meeting, plan: Iterable[Planned], now: datetime) -> None:
    """Makes the meeting's waiting entries equal to its plan.

    What is being sent while it leaves the plan is marked: the sender finds out and takes it back.
    """
    wanted = {planned.key: planned for planned in plan}
    known = {
        row["key"]: row
        for row in db.execute(
            "SELECT id, key, state, due_at, expires_at FROM outbox WHERE meeting_id = ?",
            (meeting.id,),
        )
    }
    for key, row in known.items():
        if key not in wanted and not _over(row, now):
            _withdraw(db, row, now)
    for key, planned in wanted.items():
        if key not in known:
            if worth_adding(planned, now):
                _insert(db, meeting, planned)
        else:
            _adjust(db, known[key], planned)
            if known[key]["state"] == "cancelled" and worth_adding(planned, now):
                _revive(db, known[key], planned)


def _over(row: Row, now: datetime) -> bool:
    """Whether it was too late for the entry before the change: it was missed, not withdrawn."""
    return row["expires_at"] is not None and row["expires_at"] <= stored(now)


def _withdraw(db: Connection, row: Row, now: datetime) -> None:
    # An entry that was tried may have arrived, and one that is due may have been sent before an
    # older copy of the database was put back; only what is yet to come can simply go.
    at = stored(now)
    db.execute(
        "UPDATE outbox SET state = 'cancelled', finished_at = ?"
        " WHERE id = ? AND state = 'pending' AND attempts = 0 AND due_at > ?",
        (at, row["id"], at),
    )
    db.execute(f"UPDATE outbox SET withdrawn = 1 WHERE id = ? AND {_LIVE}", (row["id"],))  # noqa: S608


def _insert(db: Connection, meeting: Meeting, planned: Planned) -> None:
    db.execute(
        "INSERT INTO outbox (guild_id, meeting_id, key, action, lead, member_id, nonce, due_at,"
        " expires_at, next_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending')",
        (
            meeting.guild_id,
            meeting.id,
            planned.key,
            planned.action.value,
            planned.lead,
            planned.member,
            secrets.token_hex(12),
            stored(planned.due_at),
            stored_or_none(planned.expires_at),
            stored(planned.due_at),
        ),
    )


def _adjust(db: Connection, row: Row, planned: Planned) -> None:
    """A known entry follows its plan while it waits; one that was tried keeps when it was due."""
    due, expires = stored(planned.due_at), stored_or_none(planned.expires_at)
    if row["due_at"] != due:
        db.execute(
            "UPDATE outbox SET due_at = ?, next_at = ?"
            " WHERE id = ? AND state = 'pending' AND attempts = 0",
            (due, due, row["id"]),
        )
    db.execute(
        f"UPDATE outbox SET withdrawn = 0, expires_at = ? WHERE id = ? AND {_LIVE}",  # noqa: S608
        (expires, row["id"]),
    )


def _revive(db: Connection, row: Row, planned: Planned) -> None:
    """An entry that came back to the plan; one that was tried is looked for before it is sent."""
    due, expires = stored(planned.due_at), stored_or_none(planned.expires_at)
    db.execute(
        "UPDATE outbox SET state = 'pending', withdrawn = 0, nonce = ?, due_at = ?,"
        " expires_at = ?, next_at = ?, finished_at = NULL WHERE id = ?",
        (secrets.token_hex(12), due, expires, due, row["id"]),
    )


def claim(db: Connection, now: datetime, lease: timedelta, most: int) -> tuple[Entry, ...]:
    """Takes due entries, and those whose lease ran out, the longest due first.

    Before all others those that change meetings: the rest may be pointless after them.
    """
    at = stored(now)
    rows = db.execute(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1,"  # noqa: S608 - our own words
        " first_try_at = coalesce(first_try_at, ?), lease_until = ?"
        " WHERE id IN (SELECT id FROM outbox WHERE next_at <= ?"
        "  AND (state = 'pending' OR (state = 'sending' AND lease_until <= ?))"
        f"  ORDER BY action IN ({_CHANGING}) DESC, due_at, id LIMIT ?) RETURNING *",
        (at, stored(now + lease), at, at, most),
    ).fetchall()
    return tuple(sorted((_entry(row) for row in rows), key=lambda one: (one.due_at, one.id)))


def _entry(row: Row) -> Entry:
    return Entry(
        id=EntryId(row["id"]),
        meeting_id=MeetingId(row["meeting_id"]),
        key=row["key"],
        action=Action(row["action"]),
        lead=row["lead"],
        nonce=row["nonce"],
        due_at=read(row["due_at"]),
        expires_at=read_or_none(row["expires_at"]),
        attempts=row["attempts"],
        first_try_at=read(row["first_try_at"] or row["due_at"]),
        withdrawn=bool(row["withdrawn"]),
        member=None if row["member_id"] is None else MemberId(row["member_id"]),
    )


def withdrawn(db: Connection, entry: Entry) -> bool:
    """Whether the entry left the plan, perhaps after it was claimed."""
    row = db.execute("SELECT withdrawn FROM outbox WHERE id = ?", (entry.id,)).fetchone()
    return bool(row and row["withdrawn"])


def end(db: Connection, entry: Entry, state: State, now: datetime, posted: Posted) -> None:
    """Ends a claimed entry."""
    db.execute(
        "UPDATE outbox SET state = ?, finished_at = ?, channel_id = ?, message_id = ?,"
        " lease_until = NULL WHERE id = ?",
        (state.value, stored(now), posted.channel, posted.message, entry.id),
    )


def give_back(db: Connection, entry: Entry, at: datetime) -> None:
    """The entry waits again, until `at`."""
    db.execute(
        f"UPDATE outbox SET state = 'pending', next_at = ?, lease_until = NULL"  # noqa: S608
        f" WHERE id = ? AND {_LIVE}",
        (stored(at), entry.id),
    )


def recover(db: Connection) -> int:
    """What a former run was sending waits again, to be looked at at once."""
    return db.execute(
        "UPDATE outbox SET state = 'pending', lease_until = NULL WHERE state = 'sending'"
    ).rowcount


def next_at(db: Connection) -> datetime | None:
    """When the next entry wants attention."""
    row = db.execute(
        "SELECT min(CASE state WHEN 'sending' THEN lease_until ELSE next_at END) AS at"  # noqa: S608
        f" FROM outbox WHERE {_LIVE}"
    ).fetchone()
    return read_or_none(row["at"])


def oldest_due(db: Connection, now: datetime) -> datetime | None:
    """Since when the most overdue entry waits."""
    row = db.execute(
        f"SELECT min(due_at) AS at FROM outbox WHERE {_LIVE} AND due_at <= ?",  # noqa: S608
        (stored(now),),
    ).fetchone()
    return read_or_none(row["at"])


def standing(db: Connection, meeting_id: MeetingId) -> tuple[Standing, ...]:
    """The meeting's reminders that stand in Discord, as far as is known."""
    rows = db.execute(
        f"SELECT * FROM outbox WHERE meeting_id = ? AND state = 'done' AND action IN ({_REMINDERS})"  # noqa: S608 - our own words
        " AND message_id IS NOT NULL ORDER BY due_at, id",
        (meeting_id,),
    ).fetchall()
    return tuple(
        Standing(
            EntryId(row["id"]),
            row["key"],
            Posted(ChannelId(row["channel_id"]), MessageId(row["message_id"])),
        )
        for row in rows
    )


def taken_away(db: Connection, entry_id: EntryId) -> None:
    """Remembers that an entry's message stands no more."""
    db.execute("UPDATE outbox SET message_id = NULL WHERE id = ?", (entry_id,))


def undelivered(db: Connection, meeting_id: MeetingId) -> tuple[Entry, ...]:
    """The meeting's entries that Discord refused."""
    rows = db.execute(
        "SELECT * FROM outbox WHERE meeting_id = ? AND state = 'failed' ORDER BY due_at, id",
        (meeting_id,),
    ).fetchall()
    return tuple(_entry(row) for row in rows)

"""Drafts of calls as rows; functions that run inside a transaction."""

from datetime import datetime
from sqlite3 import Connection, Row

from bot.domain.errors import NoSuchDraft
from bot.domain.ids import DraftId, GroupId, GuildId, MeetingId, MemberId
from bot.domain.meeting import Kind, Soon
from bot.domain.when.slot import Slot
from bot.services.drafts import Draft
from bot.storage.instants import read, stored


def insert(db: Connection, draft: Draft) -> DraftId:
    """A new draft."""
    cursor = db.execute(
        "INSERT INTO draft (guild_id, group_id, member_id, meeting_id, topic, kind, soon, length,"
        " typed, slots, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            draft.guild_id,
            draft.group_id,
            draft.member_id,
            draft.meeting_id,
            draft.topic,
            draft.kind.value,
            draft.soon.value,
            draft.length,
            draft.typed,
            " ".join(f"{stored(slot.starts)}-{stored(slot.ends)}" for slot in draft.slots),
            stored(draft.created_at),
        ),
    )
    return DraftId(cursor.lastrowid or 0)


def by_id(db: Connection, draft_id: DraftId) -> Draft:
    """The draft; refuses with NoSuchDraft."""
    row = db.execute("SELECT * FROM draft WHERE id = ?", (draft_id,)).fetchone()
    if row is None:
        raise NoSuchDraft
    return _draft(row)


def _draft(row: Row) -> Draft:
    meeting_id = row["meeting_id"]
    return Draft(
        id=DraftId(row["id"]),
        guild_id=GuildId(row["guild_id"]),
        group_id=GroupId(row["group_id"]),
        member_id=MemberId(row["member_id"]),
        meeting_id=None if meeting_id is None else MeetingId(meeting_id),
        topic=row["topic"],
        kind=Kind(row["kind"]),
        soon=Soon(row["soon"]),
        length=row["length"],
        typed=row["typed"],
        slots=tuple(_slot(pair) for pair in row["slots"].split()),
        created_at=read(row["created_at"]),
    )


def _slot(pair: str) -> Slot:
    starts, ends = pair.split("-")
    return Slot(read(int(starts)), read(int(ends)))


def use_up(db: Connection, draft_id: DraftId) -> None:
    """Takes the draft away; refuses where it is gone: it was posted already, or too old."""
    if not delete(db, draft_id):
        raise NoSuchDraft


def delete(db: Connection, draft_id: DraftId) -> bool:
    """Takes the draft away; False where it is gone already."""
    return db.execute("DELETE FROM draft WHERE id = ?", (draft_id,)).rowcount > 0


def delete_before(db: Connection, instant: datetime) -> int:
    """Takes away what was typed before `instant` and never posted."""
    return db.execute("DELETE FROM draft WHERE created_at < ?", (stored(instant),)).rowcount

"""How members like to be reminded, and what they said on reminders, as rows in a transaction."""

from collections.abc import Mapping
from datetime import datetime
from sqlite3 import Connection, Row
from typing import Any

from bot.domain.ids import GuildId, MeetingId, MemberId
from bot.domain.meeting import Meeting
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import AS_THE_GROUP, Where, Wishes
from bot.storage.instants import read, read_or_none, stored, stored_or_none

WISHES = "wish.leads, wish.place, wish.quiet_starts, wish.quiet_ends, wish.since"


def wishes_in(row: Row) -> Wishes:
    """The wishes in a row that has the columns of `WISHES`; each may be NULL."""
    if row["place"] is None:
        return AS_THE_GROUP
    leads, starts = row["leads"], row["quiet_starts"]
    return Wishes(
        leads=None if leads is None else tuple(int(lead) for lead in leads.split(",") if lead),
        where=Where(row["place"]),
        quiet=None if starts is None else Hours(starts, row["quiet_ends"]),
        since=read_or_none(row["since"]),
    )


def wishes_of(db: Connection, guild_id: GuildId, member_id: MemberId) -> Wishes:
    """A member's wishes in a server."""
    row = db.execute(
        f"SELECT {WISHES} FROM wish WHERE guild_id = ? AND member_id = ?",  # noqa: S608 - our names
        (guild_id, member_id),
    ).fetchone()
    return wishes_in(row) if row else AS_THE_GROUP


def set_wishes(db: Connection, guild_id: GuildId, member_id: MemberId, wishes: Wishes) -> None:
    """Keeps a member's wishes; how they are nudged stays as it was."""
    leads = None if wishes.leads is None else ",".join(map(str, wishes.leads))
    quiet = wishes.quiet
    db.execute(
        "INSERT INTO wish (guild_id, member_id, nudge, leads, place, quiet_starts, quiet_ends,"
        " since) VALUES (?, ?, 'thread', ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " leads = excluded.leads, place = excluded.place, quiet_starts = excluded.quiet_starts,"
        " quiet_ends = excluded.quiet_ends, since = excluded.since",
        (
            guild_id,
            member_id,
            leads,
            wishes.where.value,
            quiet.starts if quiet else None,
            quiet.ends if quiet else None,
            stored_or_none(wishes.since),
        ),
    )


def touch_wishes(db: Connection, guild_id: GuildId, member_id: MemberId, now: datetime) -> None:
    """The member's zone is another: what their quiet hours say about the past is past."""
    db.execute(
        "UPDATE wish SET since = ? WHERE guild_id = ? AND member_id = ?",
        (stored(now), guild_id, member_id),
    )


def choices_on(db: Connection, meeting_id: MeetingId) -> dict[str, Any]:
    """What members said on the meeting's reminders and about who was there, as its fields."""
    who = (meeting_id,)
    said = db.execute("SELECT * FROM reminder_choice WHERE meeting_id = ?", who).fetchall()
    came = db.execute("SELECT * FROM attended WHERE meeting_id = ?", who).fetchall()
    return {
        "snoozed": {
            MemberId(row["member_id"]): read(row["snoozed_until"])
            for row in said
            if row["snoozed_until"] is not None
        },
        "hushed": frozenset(MemberId(row["member_id"]) for row in said if row["hushed"]),
        "attended": {MemberId(row["member_id"]): bool(row["was_there"]) for row in came},
    }


def save_choices(db: Connection, before: Meeting, after: Meeting) -> None:
    """Writes what differs."""
    if (before.snoozed, before.hushed) != (after.snoozed, after.hushed):
        db.execute("DELETE FROM reminder_choice WHERE meeting_id = ?", (after.id,))
        db.executemany(
            "INSERT INTO reminder_choice VALUES (?, ?, ?, ?)",
            [
                (after.id, who, stored_or_none(after.snoozed.get(who)), int(who in after.hushed))
                for who in {*after.snoozed, *after.hushed}
            ],
        )
    if before.attended != after.attended:
        _save_attended(db, after.id, after.attended)


def _save_attended(db: Connection, meeting_id: MeetingId, said: Mapping[MemberId, bool]) -> None:
    db.execute("DELETE FROM attended WHERE meeting_id = ?", (meeting_id,))
    db.executemany(
        "INSERT INTO attended VALUES (?, ?, ?)",
        [(meeting_id, who, int(was)) for who, was in said.items()],
    )

"""Meetings with their slots, answers and attendance as rows; functions inside a transaction."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from sqlite3 import Connection, Row

from bot.domain.agenda.facts import Agenda
from bot.domain.errors import NoSuchMeeting
from bot.domain.ids import (
    ChannelId,
    EventId,
    GroupId,
    GuildId,
    MeetingId,
    MemberId,
    MessageId,
    SeriesId,
)
from bot.domain.meeting import (
    Answer,
    Attendance,
    Choice,
    Kind,
    Meeting,
    Nudged,
    Phase,
    Posts,
    Regular,
    Soon,
)
from bot.domain.when.slot import Slot
from bot.storage import reminder_rows
from bot.storage.agenda_rows import agenda_of, save_agenda
from bot.storage.instants import read, read_or_none, stored, stored_or_none

_COLUMNS = (
    "guild_id, group_id, convener_id, uid, topic, kind, soon, length, phase, called_at,"
    " changed_at, deadline, round, revision, starts_at, ends_at, poll_channel, poll_message,"
    " card_channel, card_message, thread, event,"
    " nudged, nudged_round, restored, restored_at, short_at, impossible_at,"
    " turn, version,"
    " series_id, occurrence, announce_at"
)
_NAMES = tuple(name.strip() for name in _COLUMNS.split(","))


def meeting_by_id(db: Connection, meeting_id: MeetingId) -> Meeting:
    """The meeting; refuses with NoSuchMeeting where it is gone."""
    row = db.execute("SELECT * FROM meeting WHERE id = ?", (meeting_id,)).fetchone()
    if row is None:
        raise NoSuchMeeting
    return _meeting(db, row)


def live_meetings(db: Connection, group_id: GroupId) -> tuple[Meeting, ...]:
    """The group's meetings that are polled or scheduled, in the order of their calling."""
    rows = db.execute(
        "SELECT * FROM meeting WHERE group_id = ?"
        " AND phase IN ('polling', 'undecided', 'scheduled') ORDER BY called_at, id",
        (group_id,),
    ).fetchall()
    return tuple(_meeting(db, row) for row in rows)


def _meeting(db: Connection, row: Row) -> Meeting:
    slots = tuple(
        Slot(read(found["starts_at"]), read(found["ends_at"]))
        for found in db.execute(
            "SELECT starts_at, ends_at FROM slot WHERE meeting_id = ? ORDER BY starts_at",
            (row["id"],),
        )
    )
    time = Slot(read(row["starts_at"]), read(row["ends_at"])) if row["starts_at"] else None
    return Meeting(
        id=MeetingId(row["id"]),
        guild_id=GuildId(row["guild_id"]),
        group_id=GroupId(row["group_id"]),
        convener_id=MemberId(row["convener_id"]),
        uid=row["uid"],
        topic=row["topic"],
        kind=Kind(row["kind"]),
        soon=Soon(row["soon"]),
        length=row["length"],
        phase=Phase(row["phase"]),
        called_at=read(row["called_at"]),
        changed_at=read(row["changed_at"]),
        deadline=read(row["deadline"]),
        slots=slots,
        round=row["round"],
        revision=row["revision"],
        time=time,
        answers=_answers(db, row["id"], slots),
        attendance=_attendance(db, row["id"]),
        posts=_posts(row),
        nudged=Nudged(row["nudged"], row["nudged_round"]),
        restored=row["restored"],
        restored_at=read_or_none(row["restored_at"]),
        short_at=read_or_none(row["short_at"]),
        regular=_regular(row),
        impossible_at=read_or_none(row["impossible_at"]),
        turn=date.fromisoformat(row["turn"]) if row["turn"] else None,
        agenda=agenda_of(db, MeetingId(row["id"])),
        **reminder_rows.choices_on(db, MeetingId(row["id"])),
        version=row["version"],
    )


def _regular(row: Row) -> Regular | None:
    if row["series_id"] is None:
        return None
    day = date.fromisoformat(row["occurrence"])
    return Regular(SeriesId(row["series_id"]), day, read(row["announce_at"]))


def _posts(row: Row) -> Posts:
    def channel(name: str) -> ChannelId | None:
        return None if row[name] is None else ChannelId(row[name])

    def message(name: str) -> MessageId | None:
        return None if row[name] is None else MessageId(row[name])

    return Posts(
        poll_channel=channel("poll_channel"),
        poll_message=message("poll_message"),
        card_channel=channel("card_channel"),
        card_message=message("card_message"),
        thread=channel("thread"),
        event=None if row["event"] is None else EventId(row["event"]),
    )


def _answers(db: Connection, meeting_id: int, slots: tuple[Slot, ...]) -> dict[MemberId, Answer]:
    by_start = {stored(slot.starts): slot for slot in slots}
    choices: dict[int, dict[Slot, Choice]] = defaultdict(dict)
    for row in db.execute(
        "SELECT member_id, starts_at, choice FROM choice WHERE meeting_id = ?", (meeting_id,)
    ):
        choices[row["member_id"]][by_start[row["starts_at"]]] = Choice(row["choice"])
    return {
        MemberId(row["member_id"]): Answer(
            choices[row["member_id"]], row["note"], read(row["answered_at"])
        )
        for row in db.execute("SELECT * FROM answer WHERE meeting_id = ?", (meeting_id,))
    }


def _attendance(db: Connection, meeting_id: int) -> dict[MemberId, Attendance]:
    rows = db.execute("SELECT member_id, state FROM attendance WHERE meeting_id = ?", (meeting_id,))
    return {MemberId(row["member_id"]): Attendance(row["state"]) for row in rows}


def insert_meeting(db: Connection, meeting: Meeting) -> MeetingId:
    """A new meeting; its id is given by the database, whatever the meeting says."""
    marks = ", ".join("?" * len(_NAMES))
    cursor = db.execute(
        f"INSERT INTO meeting ({_COLUMNS}) VALUES ({marks})",  # noqa: S608 - our own column names
        _values(meeting),
    )
    meeting_id = MeetingId(cursor.lastrowid or 0)
    _save_slots(db, meeting_id, meeting.slots)
    for member_id, answer in meeting.answers.items():
        _save_answer(db, meeting_id, member_id, answer)
    save_agenda(db, meeting_id, Agenda(), meeting.agenda)
    return meeting_id


def save_meeting(db: Connection, before: Meeting, after: Meeting) -> None:
    """Writes what differs between the meeting as it was read and as it shall be."""
    assignments = ", ".join(f"{name} = ?" for name in _NAMES)
    db.execute(
        f"UPDATE meeting SET {assignments} WHERE id = ?",  # noqa: S608 - our own column names
        (*_values(after), after.id),
    )
    _drop_slots(db, after.id, [slot for slot in before.slots if slot not in after.slots])
    _save_slots(db, after.id, [slot for slot in after.slots if slot not in before.slots])
    for member_id, answer in after.answers.items():
        if before.answers.get(member_id) != answer:
            _save_answer(db, after.id, member_id, answer)
    if before.attendance != after.attendance:
        _save_attendance(db, after)
    save_agenda(db, after.id, before.agenda, after.agenda)
    reminder_rows.save_choices(db, before, after)


def _values(meeting: Meeting) -> tuple[object, ...]:
    posts, time, regular = meeting.posts, meeting.time, meeting.regular
    return (
        meeting.guild_id,
        meeting.group_id,
        meeting.convener_id,
        meeting.uid,
        meeting.topic,
        meeting.kind.value,
        meeting.soon.value,
        meeting.length,
        meeting.phase.value,
        stored(meeting.called_at),
        stored(meeting.changed_at),
        stored(meeting.deadline),
        meeting.round,
        meeting.revision,
        stored_or_none(time.starts if time else None),
        stored_or_none(time.ends if time else None),
        posts.poll_channel,
        posts.poll_message,
        posts.card_channel,
        posts.card_message,
        posts.thread,
        posts.event,
        meeting.nudged.count,
        meeting.nudged.round,
        meeting.restored,
        stored_or_none(meeting.restored_at),
        stored_or_none(meeting.short_at),
        stored_or_none(meeting.impossible_at),
        meeting.turn.isoformat() if meeting.turn else None,
        meeting.version,
        regular.series if regular else None,
        regular.date.isoformat() if regular else None,
        stored_or_none(regular.announce_at if regular else None),
    )


def _save_slots(db: Connection, meeting_id: MeetingId, slots: Iterable[Slot]) -> None:
    db.executemany(
        "INSERT INTO slot (meeting_id, starts_at, ends_at) VALUES (?, ?, ?)",
        [(meeting_id, stored(slot.starts), stored(slot.ends)) for slot in slots],
    )


def _drop_slots(db: Connection, meeting_id: MeetingId, slots: Iterable[Slot]) -> None:
    """Takes slots out; what was said about them goes with them."""
    db.executemany(
        "DELETE FROM slot WHERE meeting_id = ? AND starts_at = ?",
        [(meeting_id, stored(slot.starts)) for slot in slots],
    )


def _save_answer(
    db: Connection, meeting_id: MeetingId, member_id: MemberId, answer: Answer
) -> None:
    db.execute(
        "INSERT INTO answer (meeting_id, member_id, note, answered_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET note = excluded.note, answered_at = excluded.answered_at",
        (meeting_id, member_id, answer.note, stored(answer.at)),
    )
    db.executemany(
        "INSERT INTO choice (meeting_id, member_id, starts_at, choice) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET choice = excluded.choice",
        [
            (meeting_id, member_id, stored(slot.starts), choice.value)
            for slot, choice in answer.choices.items()
        ],
    )


def _save_attendance(db: Connection, meeting: Meeting) -> None:
    db.execute("DELETE FROM attendance WHERE meeting_id = ?", (meeting.id,))
    db.executemany(
        "INSERT INTO attendance (meeting_id, member_id, state) VALUES (?, ?, ?)",
        [(meeting.id, member, state.value) for member, state in meeting.attendance.items()],
    )


def unshown(db: Connection) -> tuple[MeetingId, ...]:
    """Meetings that have cards in Discord which are older than what is known."""
    rows = db.execute(
        "SELECT id FROM meeting WHERE shown < version"
        " AND coalesce(poll_message, card_message) IS NOT NULL ORDER BY id"
    ).fetchall()
    return tuple(MeetingId(row["id"]) for row in rows)


def set_shown(db: Connection, meeting_id: MeetingId, version: int) -> None:
    """Remembers which version of a meeting its cards show."""
    db.execute("UPDATE meeting SET shown = max(shown, ?) WHERE id = ?", (version, meeting_id))


def meetings_ahead(db: Connection, guild_id: GuildId, since: datetime) -> tuple[Meeting, ...]:
    """The server's meetings that are open, or whose time ends after `since`."""
    rows = db.execute(
        "SELECT * FROM meeting WHERE guild_id = ? AND (phase IN ('polling', 'undecided')"
        " OR (phase = 'scheduled' AND ends_at > ?)) ORDER BY coalesce(starts_at, deadline), id",
        (guild_id, stored(since)),
    ).fetchall()
    return tuple(_meeting(db, row) for row in rows)


def of_series(db: Connection, series_id: SeriesId, since: datetime) -> tuple[Meeting, ...]:
    """The meetings of a series that exist and end after `since`, whatever became of them."""
    rows = db.execute(
        "SELECT * FROM meeting WHERE series_id = ? AND ends_at > ? ORDER BY occurrence",
        (series_id, stored(since)),
    ).fetchall()
    return tuple(_meeting(db, row) for row in rows)


def on_date(db: Connection, series_id: SeriesId, day: date) -> Meeting | None:
    """The meeting of a series on a date, where it exists."""
    row = db.execute(
        "SELECT * FROM meeting WHERE series_id = ? AND occurrence = ?",
        (series_id, day.isoformat()),
    ).fetchone()
    return _meeting(db, row) if row else None


def hand_on(db: Connection, series_id: SeriesId, convener_id: MemberId) -> None:
    """Gives what is to come of a series another convener."""
    db.execute(
        "UPDATE meeting SET convener_id = ?, version = version + 1"
        " WHERE series_id = ? AND phase IN ('scheduled', 'cancelled')",
        (convener_id, series_id),
    )


MOST_IN_A_CALENDAR = 300
"""Of one group: what is further away shows up in time."""


def called_with_time(db: Connection, group_id: GroupId, since: datetime) -> tuple[Meeting, ...]:
    """The group's called meetings that have, or had, a time which ends after `since`, in order."""
    rows = db.execute(
        "SELECT * FROM meeting WHERE group_id = ? AND series_id IS NULL"
        " AND phase IN ('scheduled', 'held', 'cancelled') AND ends_at > ?"
        " ORDER BY starts_at, id LIMIT ?",
        (group_id, stored(since), MOST_IN_A_CALENDAR),
    ).fetchall()
    return tuple(_meeting(db, row) for row in rows)


def departing(db: Connection, series_id: SeriesId, since: datetime) -> tuple[Meeting, ...]:
    """The meetings of a series that end after `since`, and all that ever were off or moved."""
    rows = db.execute(
        "SELECT * FROM meeting WHERE series_id = ?"
        " AND (ends_at > ? OR phase = 'cancelled' OR revision > 0 OR restored > 0)"
        " ORDER BY occurrence",
        (series_id, stored(since)),
    ).fetchall()
    return tuple(_meeting(db, row) for row in rows)

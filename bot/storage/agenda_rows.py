"""Agendas as rows, and who took which turn; functions that run inside a transaction."""

from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection, Row

from bot.domain.agenda.facts import Agenda, Box, Laid, Part, Swap, Topic, Turn, TurnState
from bot.domain.agenda.queue import facilitator, taken
from bot.domain.ids import GroupId, MeetingId, MemberId
from bot.domain.meeting import Gathering, Phase
from bot.storage.instants import read, stored, stored_or_none

_PRESENTS = """
SELECT member_id, max(at) AS at FROM (
    SELECT member_id, at FROM turn_taken WHERE group_id = :group AND part = 'presenter'
    UNION ALL
    SELECT turn.member_id, meeting.starts_at FROM turn JOIN meeting ON meeting.id = turn.meeting_id
    WHERE meeting.group_id = :group AND meeting.phase = 'scheduled'
    AND meeting.starts_at IS NOT NULL AND turn.state IN ('offered', 'accepted')
) GROUP BY member_id
"""
_FACILITATED = """
SELECT member_id, max(at) AS at FROM turn_taken
WHERE group_id = :group AND part = 'facilitator' GROUP BY member_id
"""


def agenda_of(db: Connection, meeting_id: MeetingId) -> Agenda:
    """A meeting's agenda; an empty one where nothing is kept."""
    row = db.execute("SELECT * FROM agenda WHERE meeting_id = ?", (meeting_id,)).fetchone()
    if row is None:
        return Agenda()
    return Agenda(
        turns={MemberId(one["member_id"]): _turn(one) for one in _rows(db, "turn", meeting_id)},
        topics=tuple(
            Topic(one["number"], MemberId(one["member_id"]), one["text"])
            for one in _rows(db, "topic", meeting_id)
        ),
        facilitator=_member(row["facilitator"]),
        laid=_laid(db, row),
        asks=row["asks"],
        swaps=row["swaps"],
        given=row["given"],
    )


def _rows(db: Connection, table: str, meeting_id: MeetingId) -> list[Row]:
    """In the order of the primary key."""
    query = f"SELECT * FROM {table} WHERE meeting_id = ?"  # noqa: S608 - our own tables
    return db.execute(query, (meeting_id,)).fetchall()


def _member(number: int | None) -> MemberId | None:
    return None if number is None else MemberId(number)


def _turn(row: Row) -> Turn:
    swap = None
    if row["swap"] is not None:
        swap = Swap(row["swap"], MemberId(row["swap_to"]), read(row["swap_at"]))
    state = TurnState(row["state"])
    return Turn(state, row["position"], row["ask"], read(row["at"]), row["title"], swap)


def _laid(db: Connection, row: Row) -> Laid | None:
    if row["laid_number"] is None:
        return None
    boxes = tuple(
        Box(
            Part(one["part"]),
            read(one["starts_at"]),
            read(one["ends_at"]),
            _member(one["member_id"]),
            one["text"],
        )
        for one in _rows(db, "box", MeetingId(row["meeting_id"]))
    )
    return Laid(row["laid_number"], row["laid_revision"], read(row["laid_at"]), boxes)


def save_agenda(db: Connection, meeting_id: MeetingId, before: Agenda, after: Agenda) -> None:
    """Writes an agenda anew where it differs; an empty one leaves no row."""
    if before == after:
        return
    db.execute("DELETE FROM agenda WHERE meeting_id = ?", (meeting_id,))
    if after == Agenda():
        return
    laid = after.laid
    db.execute(
        "INSERT INTO agenda (meeting_id, facilitator, asks, swaps, given, laid_number,"
        " laid_revision, laid_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(meeting_id, after.facilitator, after.asks, after.swaps, after.given),
            *((laid.number, laid.revision) if laid else (None, None)),
            stored_or_none(laid.at if laid else None),
        ),
    )
    db.executemany(
        "INSERT INTO turn VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_turn_values(meeting_id, who, turn) for who, turn in after.turns.items()],
    )
    db.executemany(
        "INSERT INTO topic VALUES (?, ?, ?, ?)",
        [(meeting_id, one.number, one.member_id, one.text) for one in after.topics],
    )
    db.executemany(
        "INSERT INTO box VALUES (?, ?, ?, ?, ?, ?, ?)",
        [_box_values(meeting_id, *one) for one in enumerate(laid.boxes if laid else ())],
    )


def _turn_values(meeting_id: MeetingId, who: MemberId, turn: Turn) -> tuple[object, ...]:
    swap = turn.swap
    told = (swap.number, swap.to, stored(swap.at)) if swap else (None, None, None)
    known = (turn.state.value, turn.position, turn.ask, stored(turn.at), turn.title)
    return meeting_id, who, *known, *told


def _box_values(meeting_id: MeetingId, place: int, box: Box) -> tuple[object, ...]:
    times = stored(box.starts), stored(box.ends)
    return meeting_id, place, box.part.value, *times, box.member_id, box.text


def keep_turns_taken(db: Connection, before: Gathering, phase: Phase) -> None:
    """Once a meeting is held: who presented and who facilitated, and when. Never about what."""
    time, group = before.meeting.time, before.group
    if phase is not Phase.HELD or before.meeting.phase is Phase.HELD or time is None:
        return
    if not group.settings.formal:
        return
    led = facilitator(before)
    parts = [("presenter", one) for one in taken(before)]
    parts += [("facilitator", led)] if led else []
    db.executemany(
        "INSERT INTO turn_taken VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [(group.id, who, part, stored(time.starts)) for part, who in parts],
    )


def presents_at(db: Connection, group_id: GroupId) -> dict[MemberId, datetime]:
    """When members presented last, or are to present."""
    return _instants(db.execute(_PRESENTS, {"group": group_id}))


def facilitated_at(db: Connection, group_id: GroupId) -> dict[MemberId, datetime]:
    """When members facilitated last."""
    return _instants(db.execute(_FACILITATED, {"group": group_id}))


def _instants(rows: Iterable[Row]) -> dict[MemberId, datetime]:
    return {MemberId(row["member_id"]): read(row["at"]) for row in rows}

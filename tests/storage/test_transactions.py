"""A transaction is all or nothing, alone on the writer, and seen by the reader whole or not."""

import asyncio
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

import pytest

from bot.domain import decisions
from bot.domain.errors import NothingChanged
from bot.domain.ids import MemberId
from bot.domain.meeting import Choice, Gathering, Meeting, Phase
from bot.services.ports import Decide
from bot.storage.database import opened
from bot.storage.migrate import migrate
from tests.domain.examples import ADA, NOON, a_meeting, after
from tests.storage.stores import SETTINGS, Stores

LATE_FAULT = """
CREATE TRIGGER late_fault BEFORE INSERT ON outbox WHEN new.action = 'reminder'
BEGIN SELECT raise(ABORT, 'the disk is full'); END
"""
INSERT = "INSERT INTO server (guild_id, creators) VALUES (?, 'managers')"


def an_answer(member: MemberId, note: str = "") -> Decide:
    """A step in which somebody says yes to everything."""

    def step(before: Gathering) -> Meeting:
        choices = dict.fromkeys(before.meeting.slots, Choice.YES)
        return decisions.answered(before, member, choices, note, NOON)

    return step


async def test_a_refusal_in_the_step_leaves_everything_as_it_was(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    before = await stores.dump()

    def refusing(_: Gathering) -> Meeting:
        raise NothingChanged

    with pytest.raises(NothingChanged):
        await stores.meetings.change(called.meeting.id, refusing, NOON)
    assert await stores.dump() == before


async def test_a_fault_after_half_the_rows_leaves_everything_as_it_was(stores: Stores) -> None:
    """The meeting is written first; it must not stay scheduled without its reminders."""
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    await stores.run(LATE_FAULT)
    before = await stores.dump()
    with pytest.raises(sqlite3.IntegrityError, match="the disk is full"):
        await stores.meetings.change(
            called.meeting.id, lambda g: decisions.chosen(g, g.meeting.slots[0], NOON), NOON
        )
    assert await stores.dump() == before
    await stores.run("DROP TRIGGER late_fault")
    after_all = await stores.meetings.change(
        called.meeting.id, lambda g: decisions.chosen(g, g.meeting.slots[0], NOON), NOON
    )
    assert after_all.meeting.phase is Phase.SCHEDULED


async def test_a_group_change_that_fails_for_a_meeting_changes_no_group(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    await stores.meetings.change(
        called.meeting.id, lambda g: decisions.chosen(g, g.meeting.slots[0], NOON), NOON
    )
    await stores.run(LATE_FAULT)
    before = await stores.dump()
    with pytest.raises(sqlite3.IntegrityError):
        await stores.groups.change(group.id, lambda s: replace(s, leads=(30,)), NOON)
    assert await stores.dump() == before


async def test_a_draft_is_used_up_only_if_its_meeting_came_to_be(stores: Stores) -> None:
    group = await stores.a_group()
    meeting = a_meeting(group_id=group.id)
    await stores.called(meeting)
    before = await stores.dump()
    with pytest.raises(sqlite3.IntegrityError):
        await stores.called(meeting)  # its uid is taken
    left = await stores.dump()
    (draft,) = left.pop("draft")
    assert draft[5] == meeting.topic
    before.pop("draft")
    assert left == before


async def test_an_error_of_any_kind_undoes_what_was_written(stores: Stores) -> None:
    class Stop(BaseException):
        pass

    def work(db: Connection) -> None:
        db.execute(INSERT, (1,))
        raise Stop

    with pytest.raises(Stop):
        await stores.database.write(work)
    assert await stores.rows("SELECT * FROM server") == []
    await stores.run(INSERT, 2)  # the connection is in no transaction any more
    assert len(await stores.rows("SELECT * FROM server")) == 1


async def test_fifty_who_answer_at_once_are_all_kept(stores: Stores) -> None:
    people = tuple(MemberId(number) for number in range(1000, 1050))
    group = await stores.a_group(members=people, settings=replace(SETTINGS, quorum=26))
    called = await stores.called(a_meeting(group_id=group.id, convener_id=people[0]))
    await asyncio.gather(
        *(
            stores.meetings.change(called.meeting.id, an_answer(member, str(member)), NOON)
            for member in people
        )
    )
    meeting = (await stores.meetings.get(called.meeting.id)).meeting
    assert {member: answer.note for member, answer in meeting.answers.items()} == {
        member: str(member) for member in people
    }
    assert meeting.phase is Phase.SCHEDULED
    assert len(meeting.attendance) == 50


async def test_transactions_of_many_coroutines_do_not_fall_into_one_another(
    stores: Stores,
) -> None:
    """Each adds one to the same number; a lost update would show."""
    await stores.run("INSERT INTO person VALUES (1, 1, '0')")

    def add(db: Connection) -> None:
        (found,) = db.execute("SELECT zone FROM person").fetchone()
        db.execute("UPDATE person SET zone = ?", (str(int(found) + 1),))

    await asyncio.gather(*(stores.database.write(add) for _ in range(100)))
    assert (await stores.rows("SELECT zone FROM person"))[0]["zone"] == "100"


async def test_the_reader_does_not_see_half_a_transaction(stores: Stores) -> None:
    half, go_on = threading.Event(), threading.Event()

    def work(db: Connection) -> None:
        db.execute(INSERT, (1,))
        half.set()
        assert go_on.wait(10)
        db.execute(INSERT, (2,))

    writing = asyncio.create_task(stores.database.write(work))
    try:
        assert await asyncio.to_thread(half.wait, 10)
        assert await stores.rows("SELECT * FROM server") == []
    finally:
        go_on.set()
    await writing
    assert len(await stores.rows("SELECT * FROM server")) == 2


async def test_one_look_of_the_reader_is_one_moment(stores: Stores) -> None:
    loop = asyncio.get_running_loop()

    def look(db: Connection) -> tuple[int, int]:
        first = len(db.execute("SELECT * FROM server").fetchall())
        asyncio.run_coroutine_threadsafe(stores.run(INSERT, 1), loop).result(10)
        return first, len(db.execute("SELECT * FROM server").fetchall())

    assert await stores.database.read(look) == (0, 0)
    assert len(await stores.rows("SELECT * FROM server")) == 1


async def test_the_reader_cannot_write(stores: Stores) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await stores.database.read(lambda db: db.execute(INSERT, (1,)))


async def test_a_transaction_that_began_is_finished_though_its_caller_was_cancelled(
    stores: Stores,
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(db: Connection) -> None:
        db.execute(INSERT, (1,))
        begun.set()
        assert go_on.wait(10)
        db.execute(INSERT, (2,))

    writing = asyncio.create_task(stores.database.write(work))
    assert await asyncio.to_thread(begun.wait, 10)
    writing.cancel()
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await writing
    await stores.run(INSERT, 3)  # waits its turn behind the one that was left alone
    assert [row["guild_id"] for row in await stores.rows("SELECT guild_id FROM server")] == [
        1,
        2,
        3,
    ]


async def test_an_acknowledged_answer_is_in_the_files_at_once(
    stores: Stores, path: Path, tmp_path: Path
) -> None:
    """Nothing is closed or written back first: this is what a kill would leave."""
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    await stores.meetings.change(called.meeting.id, an_answer(ADA), after(1))
    left = tmp_path / "left" / path.name
    shutil.copytree(path.parent, left.parent, ignore=shutil.ignore_patterns("left", "*-shm"))
    with closing(sqlite3.connect(left)) as other:
        assert other.execute("SELECT member_id FROM answer").fetchall() == [(ADA,)]


async def test_the_database_closes_though_its_user_failed(path: Path) -> None:
    """A connection that stays open keeps the whole process from ending."""
    migrate(path)
    before = threading.active_count()

    async def use() -> None:
        async with opened(path) as database:
            assert threading.active_count() == before + 2
            await database.write(lambda db: db.execute(INSERT, (1 // 0,)))

    with pytest.raises(ZeroDivisionError):
        await use()
    await _threads_ended(before)


async def test_the_database_closes_though_it_could_not_be_opened(tmp_path: Path) -> None:
    before = threading.active_count()
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"this is no database at all, and long enough to be looked at" * 30)
    with pytest.raises(sqlite3.DatabaseError):
        async with opened(broken):
            pass
    await _threads_ended(before)


async def _threads_ended(count: int) -> None:
    for _ in range(100):
        if threading.active_count() <= count:
            return
        await asyncio.sleep(0.02)
    assert threading.active_count() <= count

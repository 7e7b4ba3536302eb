"""Who presented is kept as who and when; what about goes with the meeting."""

from dataclasses import replace
from datetime import datetime

from bot.domain import decisions
from bot.domain.agenda import offers, topics
from bot.domain.agenda.facts import Agenda, TurnState
from bot.domain.agenda.queue import queue
from bot.domain.group import Group, Structure
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase
from tests.domain.examples import ADA, BEN, CLEO, EVE, NOON, a_meeting, after, slot
from tests.storage.stores import SETTINGS, Stores

FORMAL = replace(SETTINGS, structure=Structure.FORMAL)


async def settled(stores: Stores, group: Group, hours: float, uid: str = "one") -> Gathering:
    """A meeting at that hour to which all come; one step of it has followed."""
    coming = dict.fromkeys(group.member_ids, Attendance.COMING)
    meeting = a_meeting(group_id=group.id, uid=uid, phase=Phase.SCHEDULED, time=slot(hours))
    called = await stores.called(meeting)
    return await stores.meetings.change(
        called.meeting.id, lambda g: replace(g.meeting, attendance=coming), NOON
    )


async def accept(stores: Stores, meeting: Gathering, who: MemberId) -> Gathering:
    """Somebody says that they present."""
    return await stores.meetings.change(
        meeting.meeting.id, lambda g: offers.accepted(g, who, NOON), NOON
    )


async def held(stores: Stores, meeting: Gathering) -> Gathering:
    """The meeting's time is over."""
    ends = meeting.meeting.time.ends if meeting.meeting.time else NOON
    return await stores.meetings.change(
        meeting.meeting.id, lambda g: decisions.at_end(g, ends), ends
    )


def turned(group: Group) -> dict[MemberId, tuple[datetime | None, datetime | None]]:
    """When each presented and facilitated."""
    return {one.id: (one.presents_at, one.facilitated_at) for one in group.members}


async def test_a_step_of_the_meeting_asks_who_is_next(stores: Stores) -> None:
    group = await stores.a_group(settings=FORMAL)
    meeting = await settled(stores, group, 48)
    assert {who: one.state for who, one in meeting.meeting.agenda.turns.items()} == {
        ADA: TurnState.OFFERED
    }


async def test_who_presented_and_who_facilitated_waits_anew(stores: Stores) -> None:
    group = await stores.a_group(settings=FORMAL)
    meeting = await accept(stores, await settled(stores, group, 48), ADA)
    over = await held(stores, meeting)
    assert over.meeting.agenda == Agenda()
    after_it = await stores.groups.get(group.id)
    assert turned(after_it) == {ADA: (after(48), None), BEN: (None, after(48)), CLEO: (None, None)}
    assert queue(after_it) == (BEN, CLEO, ADA)
    assert await stores.rows("SELECT * FROM agenda") == []


async def test_who_was_asked_and_said_nothing_is_not_taken_to_have_presented(
    stores: Stores,
) -> None:
    group = await stores.a_group(settings=FORMAL)
    await held(stores, await settled(stores, group, 48))
    assert (await stores.groups.get(group.id)).members[0].presents_at is None


async def test_who_is_asked_for_one_meeting_is_not_asked_for_the_next_as_well(
    stores: Stores,
) -> None:
    group = await stores.a_group(settings=FORMAL)
    await settled(stores, group, 48)
    second = await settled(stores, group, 72, "two")
    assert list(second.meeting.agenda.turns) == [BEN]
    assert queue(await stores.groups.get(group.id)) == (CLEO, ADA, BEN)


async def test_a_member_who_leaves_takes_their_turns_along(stores: Stores) -> None:
    group = await stores.a_group(settings=FORMAL)
    await held(stores, await accept(stores, await settled(stores, group, 48), ADA))
    await stores.groups.leave(group.id, ADA, after(50))
    assert [row["member_id"] for row in await stores.rows("SELECT * FROM turn_taken")] == [BEN]
    again = await stores.groups.join(group.id, ADA, after(51))
    assert queue(again) == (BEN, CLEO, ADA)


async def test_a_member_who_leaves_frees_a_turn_and_one_who_joins_can_take_it(
    stores: Stores,
) -> None:
    group = await stores.a_group(settings=FORMAL, members=(ADA,))
    meeting = await settled(stores, group, 48)
    await stores.groups.join(group.id, EVE, after(1))
    await stores.groups.leave(group.id, ADA, after(2))
    turns = (await stores.meetings.get(meeting.meeting.id)).meeting.agenda.turns
    assert {who: one.state for who, one in turns.items()} == {
        ADA: TurnState.PASSED,
        EVE: TurnState.OFFERED,
    }


async def test_a_group_that_becomes_formal_asks_for_its_next_meeting(stores: Stores) -> None:
    group = await stores.a_group()
    meeting = await settled(stores, group, 48)
    assert meeting.meeting.agenda == Agenda()
    await stores.groups.change(group.id, lambda _: FORMAL, after(1))
    now = await stores.meetings.get(meeting.meeting.id)
    assert list(now.meeting.agenda.turns) == [ADA]


async def test_no_word_of_a_topic_outlives_the_meeting(stores: Stores) -> None:
    group = await stores.a_group()
    meeting = await settled(stores, group, 48)
    number = meeting.meeting.id
    await stores.meetings.change(number, lambda g: topics.with_topic(g, BEN, "Fees", NOON), NOON)
    assert "Fees" in str(await stores.dump())
    await held(stores, meeting)
    assert "Fees" not in str(await stores.dump())


async def test_a_group_that_becomes_formal_asks_another_for_each_meeting(stores: Stores) -> None:
    group = await stores.a_group()
    both = [await settled(stores, group, hours, f"{hours}") for hours in (48, 72)]
    await stores.groups.change(group.id, lambda _: FORMAL, after(1))
    asked = [(await stores.meetings.get(one.meeting.id)).meeting.agenda.turns for one in both]
    assert [list(turns) for turns in asked] == [[ADA], [BEN]]

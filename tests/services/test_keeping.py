"""Who may do what with a meeting, and that the delivery hears of it."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.domain.errors import (
    LikelyIdentifier,
    NoSlotWithQuorum,
    NoSuchMeeting,
    NotAMember,
    NotScheduled,
    NotTheConvener,
    PollClosed,
    TextTooLong,
)
from bot.domain.ids import MeetingId
from bot.domain.meeting import Attendance, Choice, Gathering, Phase
from bot.services.actor import Actor
from tests.domain.examples import ADA, BEN, CLEO, FINN, GUILD, a_meeting, after, slot
from tests.services.conftest import House

TIME = slot(24)
CONVENER, OTHER, MANAGER = Actor(ADA), Actor(BEN), Actor(FINN, manages=True)
YES = {TIME: Choice.YES}
Act = Callable[[House, MeetingId, Actor], Awaitable[Gathering]]

CONVENING: list[Act] = [
    lambda house, meeting_id, actor: house.meetings.choose(meeting_id, actor, TIME),
    lambda house, meeting_id, actor: house.meetings.cancel(meeting_id, actor),
    lambda house, meeting_id, actor: house.meetings.settle_now(meeting_id, actor),
    lambda house, meeting_id, actor: house.meetings.extend(meeting_id, actor, after(13)),
]
NAMES = ["choose", "cancel", "settle now", "extend"]


async def a_poll(house: House) -> Gathering:
    """A poll of Ada's for two slots, in a group of three with a quorum of two."""
    group = await house.stores.a_group()
    return await house.stores.called(a_meeting([TIME, slot(48)], group_id=group.id))


async def answered(house: House, gathering: Gathering) -> None:
    """Two members can make TIME; one has not answered."""
    for member in (ADA, BEN):
        await house.meetings.answer(gathering.meeting.id, member, YES, "")


@pytest.mark.parametrize("act", CONVENING, ids=NAMES)
async def test_a_member_who_did_not_call_it_may_not(house: House, act: Act) -> None:
    gathering = await a_poll(house)
    await answered(house, gathering)
    before = await house.stores.dump()
    with pytest.raises(NotTheConvener):
        await act(house, gathering.meeting.id, OTHER)
    assert await house.stores.dump() == before


@pytest.mark.parametrize("actor", [CONVENER, MANAGER], ids=["convener", "manager"])
@pytest.mark.parametrize("act", CONVENING, ids=NAMES)
async def test_the_convener_and_who_manages_the_server_may(
    house: House, act: Act, actor: Actor
) -> None:
    gathering = await a_poll(house)
    await answered(house, gathering)
    stirred = house.stirred
    after_it = await act(house, gathering.meeting.id, actor)
    assert after_it.meeting != gathering.meeting
    assert after_it == await house.meetings.get(gathering.meeting.id)
    assert house.stirred == stirred + 1


async def test_the_last_answer_settles(house: House) -> None:
    gathering = await a_poll(house)
    await answered(house, gathering)
    settled = await house.meetings.answer(gathering.meeting.id, CLEO, YES, " by train ")
    assert (settled.meeting.phase, settled.meeting.time) == (Phase.SCHEDULED, TIME)
    assert settled.meeting.answers[CLEO].note == "by train"


async def test_settling_now_needs_the_quorum(house: House) -> None:
    gathering = await a_poll(house)
    with pytest.raises(NoSlotWithQuorum):
        await house.meetings.settle_now(gathering.meeting.id, CONVENER)


async def test_a_refused_answer_stirs_nobody(house: House) -> None:
    gathering = await a_poll(house)
    with pytest.raises(NotAMember):
        await house.meetings.answer(gathering.meeting.id, FINN, YES, "")
    house.clock.steer(after(12), rate=0)
    with pytest.raises(PollClosed):
        await house.meetings.answer(gathering.meeting.id, BEN, YES, "")
    assert house.stirred == 0


async def test_a_note_that_may_identify_a_client_leaves_no_trace(house: House) -> None:
    gathering = await a_poll(house)
    with pytest.raises(LikelyIdentifier) as refused:
        await house.meetings.answer(
            gathering.meeting.id, BEN, YES, "after my client, zzrefused@example.org"
        )
    assert refused.value.where == "note"
    assert all("zzrefused" not in reason for reason in refused.value.reasons)
    assert b"zzrefused" not in house.on_disk()
    assert BEN not in (await house.meetings.get(gathering.meeting.id)).meeting.answers


async def test_a_note_longer_than_its_place_is_refused(house: House) -> None:
    gathering = await a_poll(house)
    with pytest.raises(TextTooLong):
        await house.meetings.answer(gathering.meeting.id, BEN, YES, "x" * 201)


async def test_attendance_is_kept_once_there_is_a_time(house: House) -> None:
    gathering = await a_poll(house)
    meeting_id = gathering.meeting.id
    with pytest.raises(NotScheduled):
        await house.meetings.attend(meeting_id, BEN, Attendance.COMING)
    await house.meetings.choose(meeting_id, CONVENER, TIME)
    kept = await house.meetings.attend(meeting_id, BEN, Attendance.TENTATIVE)
    assert kept.meeting.attendance == {BEN: Attendance.TENTATIVE}


async def test_changes_are_kept_in_whole_seconds(house: House) -> None:
    """What is planned from them must be the same after they were read back."""
    gathering = await a_poll(house)
    house.clock.steer(after(1) + timedelta(microseconds=999_999), rate=0)
    cancelled = await house.meetings.cancel(gathering.meeting.id, CONVENER)
    assert cancelled.meeting.changed_at == after(1)


async def test_what_lies_ahead_and_what_is_not_there(house: House) -> None:
    gathering = await a_poll(house)
    assert await house.meetings.ahead(GUILD) == (gathering,)
    assert await house.meetings.undelivered(gathering.meeting.id) == ()
    with pytest.raises(NoSuchMeeting):
        await house.meetings.get(MeetingId(99))

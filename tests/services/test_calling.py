"""Calling: typed times become a draft, are shown back, and only then a meeting."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import (
    LengthUnclear,
    LikelyIdentifier,
    NoSlots,
    NoSuchDraft,
    NotAMember,
    NothingChanged,
    NotTheConvener,
    PollClosed,
    TextTooLong,
    TimePassed,
)
from bot.domain.group import Group
from bot.domain.meeting import Attendance, Choice, Gathering, Kind, Phase, Soon
from bot.services.actor import Actor
from bot.services.calling import Calling, Prepared, Refilled, Typed
from tests.domain.examples import ADA, BEN
from tests.services.conftest import House

FORM = Typed("Endings", Kind.CASE, Soon.WEEK, 60, "Tue 2pm, Wed 10am")
NEW_YORK = "America/New_York"
CONVENER, OTHER, MANAGER = Actor(ADA), Actor(BEN), Actor(BEN, manages=True)
TUESDAY = datetime(2026, 1, 13, 19, tzinfo=UTC)


async def prepared(house: House, calling: Calling, form: Typed = FORM) -> tuple[Group, Prepared]:
    """A group, and a call that Ada typed and was shown."""
    group = await house.stores.a_group()
    return group, await calling.prepare(group, CONVENER, form, NEW_YORK)


async def posted(house: House, calling: Calling, form: Typed = FORM) -> Gathering:
    """A call that was posted."""
    _, draft = await prepared(house, calling, form)
    return await calling.post(draft.draft.id, CONVENER)


async def test_times_are_read_in_the_callers_zone_and_kept_with_their_words(house: House) -> None:
    calling = house.calling()
    _, shown = await prepared(house, calling)
    assert [one.starts for one in shown.draft.slots] == [TUESDAY, TUESDAY + timedelta(hours=20)]
    assert [one.length for one in shown.draft.slots] == [timedelta(hours=1)] * 2
    assert (shown.draft.typed, shown.problems, shown.late) == (FORM.times, (), ())
    assert await calling.draft(shown.draft.id, CONVENER) == shown.draft


async def test_nothing_is_posted_by_preparing(house: House) -> None:
    group, _ = await prepared(house, house.calling())
    assert await house.meetings.ahead(group.guild_id) == ()
    assert house.stirred == 0


async def test_pieces_that_cannot_be_read_are_named_and_the_rest_is_kept(house: House) -> None:
    _, shown = await prepared(house, house.calling(), replace(FORM, times="Tue 2pm, whenever"))
    assert len(shown.draft.slots) == 1
    assert shown.problems
    assert shown.draft.typed == "Tue 2pm, whenever"


async def test_times_beyond_how_soon_it_is_needed_are_pointed_out(house: House) -> None:
    form = replace(FORM, soon=Soon.TODAY, times="today 3pm, Thu 10am")
    _, shown = await prepared(house, house.calling(), form)
    assert [one.starts.day for one in shown.late] == [15]
    assert len(shown.draft.slots) == 2


async def test_a_form_that_is_mended_takes_the_place_of_the_one_before(house: House) -> None:
    calling = house.calling()
    group, first = await prepared(house, calling)
    second = await calling.prepare(
        group, CONVENER, replace(FORM, topic="Beginnings"), NEW_YORK, replaces=first.draft.id
    )
    assert (await calling.draft(second.draft.id, CONVENER)).topic == "Beginnings"
    with pytest.raises(NoSuchDraft):
        await calling.draft(first.draft.id, CONVENER)


async def test_posting_makes_a_poll_in_which_the_convener_can_come(house: House) -> None:
    gathering = await posted(house, house.calling())
    meeting = gathering.meeting
    assert (meeting.phase, meeting.convener_id, meeting.topic) == (Phase.POLLING, ADA, "Endings")
    assert (meeting.kind, meeting.soon, meeting.length) == (Kind.CASE, Soon.WEEK, 60)
    assert set(meeting.answers[ADA].choices.values()) == {Choice.YES}
    assert meeting.deadline < TUESDAY
    assert house.stirred == 1
    assert await house.meetings.get(meeting.id) == gathering


async def test_each_meeting_has_a_name_of_its_own_in_calendars(house: House) -> None:
    calling = house.calling()
    group, first = await prepared(house, calling)
    second = await calling.prepare(group, CONVENER, FORM, NEW_YORK)
    one = await calling.post(first.draft.id, CONVENER)
    other = await calling.post(second.draft.id, CONVENER)
    assert one.meeting.uid != other.meeting.uid


async def test_a_second_press_posts_nothing_more(house: House) -> None:
    calling = house.calling()
    group, shown = await prepared(house, calling)
    presses = await asyncio.gather(
        *(calling.post(shown.draft.id, CONVENER) for _ in range(5)), return_exceptions=True
    )
    assert sum(isinstance(one, Gathering) for one in presses) == 1
    assert sum(isinstance(one, NoSuchDraft) for one in presses) == 4
    assert len(await house.meetings.ahead(group.guild_id)) == 1


async def test_a_draft_belongs_to_who_typed_it(house: House) -> None:
    calling = house.calling()
    _, shown = await prepared(house, calling)
    for touch in (calling.post, calling.drop, calling.draft, calling.add_slots, calling.move):
        with pytest.raises(NoSuchDraft):
            await touch(shown.draft.id, MANAGER)
    assert await calling.draft(shown.draft.id, CONVENER) == shown.draft


async def test_a_dropped_draft_is_gone(house: House) -> None:
    calling = house.calling()
    _, shown = await prepared(house, calling)
    await calling.drop(shown.draft.id, CONVENER)
    with pytest.raises(NoSuchDraft):
        await calling.post(shown.draft.id, CONVENER)


async def test_a_draft_without_a_time_cannot_be_posted(house: House) -> None:
    calling = house.calling()
    _, shown = await prepared(house, calling, replace(FORM, times="whenever"))
    with pytest.raises(NoSlots):
        await calling.post(shown.draft.id, CONVENER)
    assert await calling.draft(shown.draft.id, CONVENER) == shown.draft


async def test_a_draft_whose_time_came_while_it_was_looked_at_cannot_be_posted(
    house: House,
) -> None:
    calling = house.calling()
    _, shown = await prepared(house, calling)
    house.clock.steer(TUESDAY, rate=0)
    with pytest.raises(TimePassed):
        await calling.post(shown.draft.id, CONVENER)


async def test_only_members_call(house: House) -> None:
    group = await house.stores.a_group(members=(BEN,))
    with pytest.raises(NotAMember):
        await house.calling().prepare(group, CONVENER, FORM, NEW_YORK)


# What is refused


@pytest.mark.parametrize(
    ("form", "refusal"),
    [
        (replace(FORM, length=59), LengthUnclear),
        (replace(FORM, length=481), LengthUnclear),
        (replace(FORM, topic="call her at 617-555-0134"), LikelyIdentifier),
        (replace(FORM, times="Tue 2pm, her SSN is 219-09-9999"), LikelyIdentifier),
    ],
)
async def test_a_refused_form_can_be_had_back_by_who_typed_it(
    house: House, form: Typed, refusal: type[Exception]
) -> None:
    calling = house.calling()
    group = await house.stores.a_group()
    with pytest.raises(Refilled) as refused:
        await calling.prepare(group, CONVENER, form, NEW_YORK)
    assert isinstance(refused.value.refusal, refusal)
    assert calling.held(refused.value.held, CONVENER) == (group, form)
    with pytest.raises(NoSuchDraft):
        calling.held(refused.value.held, MANAGER)
    with pytest.raises(NoSuchDraft):
        calling.held(refused.value.held + 1, CONVENER)


async def test_what_is_held_is_only_in_memory_and_not_for_ever(house: House) -> None:
    calling = house.calling()
    group = await house.stores.a_group()
    held: list[int] = []
    for _ in range(201):
        with pytest.raises(Refilled) as refused:
            await calling.prepare(group, CONVENER, replace(FORM, length=1), NEW_YORK)
        held.append(refused.value.held)
    with pytest.raises(NoSuchDraft):
        calling.held(held[0], CONVENER)
    assert calling.held(held[1], CONVENER)[0] == group
    with pytest.raises(NoSuchDraft):
        house.calling().held(held[1], CONVENER)


async def test_what_the_guard_refused_leaves_no_trace_on_the_disk(house: House) -> None:
    calling = house.calling()
    group, _ = await prepared(house, calling, replace(FORM, topic="a word that may be kept"))
    with pytest.raises(Refilled):
        await calling.prepare(
            group, CONVENER, replace(FORM, topic="text 617-555-0134 zzrefused"), NEW_YORK
        )
    with pytest.raises(Refilled):
        await calling.prepare(
            group, CONVENER, replace(FORM, times="Tue 2pm zzrefused 219-09-9999 ssn"), NEW_YORK
        )
    on_disk = house.on_disk()
    assert b"a word that may be kept" in on_disk
    for word in (b"zzrefused", b"555-0134", b"219-09-9999"):
        assert word not in on_disk


async def test_a_topic_longer_than_its_place_is_refused(house: House) -> None:
    group = await house.stores.a_group()
    with pytest.raises(TextTooLong) as refused:
        await house.calling().prepare(group, CONVENER, replace(FORM, topic="x" * 151), NEW_YORK)
    assert (refused.value.where, refused.value.longest) == ("topic", 150)


# More times, another time


async def test_more_times_reach_the_poll_and_use_up_their_draft(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    shown = await calling.retime(meeting.id, CONVENER, "Fri 9am", NEW_YORK)
    assert shown.late == ()
    gathering = await calling.add_slots(shown.draft.id, CONVENER)
    assert [one.starts.day for one in gathering.meeting.slots] == [13, 14, 16]
    assert house.stirred == 2
    with pytest.raises(NoSuchDraft):
        await calling.add_slots(shown.draft.id, CONVENER)


async def test_times_that_change_nothing_keep_their_draft(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    shown = await calling.retime(meeting.id, CONVENER, "Tue 2pm", NEW_YORK)
    with pytest.raises(NothingChanged):
        await calling.add_slots(shown.draft.id, CONVENER)
    assert await calling.draft(shown.draft.id, CONVENER) == shown.draft


async def test_a_move_goes_to_the_first_time_and_the_mover_comes(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    await house.meetings.choose(meeting.id, CONVENER, meeting.slots[0])
    shown = await calling.retime(meeting.id, CONVENER, "Fri 9am, Thu 9am", NEW_YORK)
    moved = (await calling.move(shown.draft.id, CONVENER)).meeting
    assert moved.time is not None
    assert (moved.time.starts.day, moved.revision) == (15, 1)
    assert moved.attendance == {ADA: Attendance.COMING}


async def test_a_move_without_a_time_is_refused(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    shown = await calling.retime(meeting.id, CONVENER, "whenever", NEW_YORK)
    with pytest.raises(NoSlots):
        await calling.move(shown.draft.id, CONVENER)


async def test_a_call_is_no_retiming_and_a_retiming_no_call(house: House) -> None:
    calling = house.calling()
    group, call = await prepared(house, calling)
    with pytest.raises(NoSuchDraft):
        await calling.add_slots(call.draft.id, CONVENER)
    meeting = (await calling.post(call.draft.id, CONVENER)).meeting
    retimed = await calling.retime(meeting.id, CONVENER, "Fri 9am", NEW_YORK)
    with pytest.raises(NoSuchDraft):
        await calling.post(retimed.draft.id, CONVENER)
    assert len(await house.meetings.ahead(group.guild_id)) == 1


async def test_only_the_convener_or_who_manages_the_server_retimes(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    with pytest.raises(NotTheConvener):
        await calling.retime(meeting.id, OTHER, "Fri 9am", NEW_YORK)
    shown = await calling.retime(meeting.id, MANAGER, "Fri 9am", NEW_YORK)
    assert len((await calling.add_slots(shown.draft.id, MANAGER)).meeting.slots) == 3


async def test_a_right_that_was_lost_meanwhile_counts_no_more(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    shown = await calling.retime(meeting.id, MANAGER, "Fri 9am", NEW_YORK)
    with pytest.raises(NotTheConvener):
        await calling.add_slots(shown.draft.id, OTHER)


async def test_more_times_for_a_poll_that_ended_meanwhile_are_refused(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    shown = await calling.retime(meeting.id, CONVENER, "Fri 9am", NEW_YORK)
    await house.meetings.cancel(meeting.id, CONVENER)
    with pytest.raises(PollClosed):
        await calling.add_slots(shown.draft.id, CONVENER)


async def test_a_retiming_is_screened_before_it_is_kept(house: House) -> None:
    calling = house.calling()
    meeting = (await posted(house, calling)).meeting
    with pytest.raises(LikelyIdentifier):
        await calling.retime(
            meeting.id, CONVENER, "Fri 9am, my client is at 617-555-0134", NEW_YORK
        )
    assert b"555-0134" not in house.on_disk()

"""Who is reminded when and where: as each likes it, and once for all who share an instant."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import attended, decisions
from bot.domain.errors import NotAMember, NotOver, NotScheduled, TooLateToSnooze
from bot.domain.group import Group
from bot.domain.ids import MemberId
from bot.domain.meeting import Attendance, Gathering, Phase, Posts
from bot.domain.plan import ALONE, REMINDERS, Action, Planned, plan, worth_adding
from bot.domain.reminders import ahead, choices, heard, hushed, pinged, snoozed
from bot.domain.standing.pattern import Hours
from bot.domain.wishes import Where, Wishes
from tests.domain.examples import ADA, BEN, CLEO, DEV, EVE, NOON, a_group, a_poll, after, slot

TIME = slot(48)
MINUTE = timedelta(minutes=1)
NIGHT = Hours(21 * 60, 32 * 60)
PEOPLE = (ADA, BEN, CLEO)
DM = Wishes(where=Where.DM)


def liking(group: Group, **wishes: Wishes) -> Group:
    """The group in which members, by name, have these wishes."""
    named = {"ada": ADA, "ben": BEN, "cleo": CLEO}
    by_id = {named[name]: liked for name, liked in wishes.items()}
    members = tuple(replace(one, wishes=by_id.get(one.id, one.wishes)) for one in group.members)
    return replace(group, members=members)


def a_meeting_of(group: Group, *coming: MemberId, **facts: object) -> Gathering:
    """A meeting at TIME to which these come."""
    said = dict.fromkeys(coming, Attendance.COMING)
    given = {"phase": Phase.SCHEDULED, "time": TIME, "attendance": said, **facts}
    return a_poll(group=group, **given)  # pyright: ignore[reportArgumentType] - real fields


def planned(gathering: Gathering, *actions: Action) -> list[Planned]:
    """What is planned of these kinds."""
    return [one for one in plan(gathering) if one.action in actions]


def common(gathering: Gathering) -> dict[int, tuple[MemberId, ...]]:
    """Whom the thread's reminders ping, by minutes before the start."""
    return {
        one.lead: pinged(gathering, one.lead)
        for one in planned(gathering, Action.REMINDER)
        if one.lead
    }


def alone(gathering: Gathering) -> list[tuple[MemberId | None, int | None]]:
    """Who is reminded alone, and how long before."""
    return [(one.member, one.lead) for one in planned(gathering, Action.REMINDER_DM)]


def test_who_likes_the_groups_ways_is_pinged_together() -> None:
    gathering = a_meeting_of(a_group(), *PEOPLE)
    assert common(gathering) == dict.fromkeys((1440, 60, 10), PEOPLE)
    assert alone(gathering) == []


def test_own_lead_times_have_their_own_message_and_one_where_they_meet_the_others() -> None:
    group = liking(a_group(), ben=Wishes(leads=(60, 15)), cleo=Wishes(leads=(15,)))
    gathering = a_meeting_of(group, *PEOPLE)
    assert common(gathering) == {1440: (ADA,), 60: (ADA, BEN), 15: (BEN, CLEO), 10: (ADA,)}


def test_who_is_reminded_alone_is_left_out_of_the_thread_and_starts_alone_too() -> None:
    gathering = a_meeting_of(liking(a_group(), ben=DM), *PEOPLE)
    assert common(gathering) == dict.fromkeys((1440, 60, 10), (ADA, CLEO))
    assert alone(gathering) == [(BEN, 1440), (BEN, 60), (BEN, 10)]
    assert [one.member for one in planned(gathering, Action.START_DM)] == [BEN]
    assert pinged(gathering, 0) == (ADA, CLEO)


def test_where_all_who_come_are_told_alone_the_thread_is_silent() -> None:
    gathering = a_meeting_of(liking(a_group(), ben=DM, cleo=DM), BEN, CLEO)
    assert planned(gathering, Action.REMINDER, Action.START) == []
    assert len(alone(gathering)) == 6


def test_as_long_as_nobody_comes_the_thread_is_reminded_as_the_group_likes_it() -> None:
    group = liking(a_group(), ada=DM, ben=DM, cleo=DM)
    assert common(a_meeting_of(group)) == dict.fromkeys((1440, 60, 10), ())


def test_one_may_want_no_reminder_but_the_start() -> None:
    gathering = a_meeting_of(liking(a_group(), ben=Wishes(leads=())), BEN)
    assert common(gathering) == {}
    assert pinged(gathering, 0) == (BEN,)


def test_what_falls_into_the_night_is_one_message_the_evening_before() -> None:
    """At noon in London; an hour and ten minutes before are quiet for Ben, who works at night."""
    day = Hours(10 * 60, 20 * 60)
    gathering = a_meeting_of(liking(a_group(), ben=Wishes(quiet=day)), ADA, BEN)
    assert common(gathering) == {
        1440: (ADA,),
        24 * 60 + 121: (BEN,),
        121: (BEN,),
        60: (ADA,),
        10: (ADA,),
    }


def test_a_meeting_that_was_set_in_the_quiet_hours_is_told_of_when_they_end() -> None:
    """Set at seven, for nine; an hour before would be eight, which is the end of the night."""
    early = slot(21)  # 9:00 in London
    group = liking(a_group(leads=(90,)), ben=Wishes(quiet=NIGHT))
    gathering = a_meeting_of(group, BEN, time=early, changed_at=after(19))
    assert common(gathering) == {60: (BEN,)}


def test_where_the_quiet_hours_end_after_the_start_there_is_only_the_start() -> None:
    early = slot(19)  # 7:00 in London
    group = liking(a_group(leads=(30,)), ben=Wishes(quiet=NIGHT))
    gathering = a_meeting_of(group, BEN, time=early, changed_at=after(17))
    assert common(gathering) == {}
    assert pinged(gathering, 0) == (BEN,)


def test_quiet_hours_that_are_chosen_late_do_not_bring_back_what_is_past() -> None:
    """Chosen at 22:00: the evening before is over, so the morning after it is."""
    early = slot(21)
    late = Wishes(quiet=NIGHT, since=after(10))
    gathering = a_meeting_of(liking(a_group(leads=(120,)), ben=late), BEN, time=early)
    assert common(gathering) == {60: (BEN,)}


def test_snoozing_brings_it_once_more_to_oneself_until_the_next_is_due() -> None:
    gathering = a_meeting_of(liking(a_group(), cleo=DM), *PEOPLE)
    at = TIME.starts - 60 * MINUTE
    for who, action in ((BEN, Action.SNOOZE), (CLEO, Action.SNOOZE_DM)):
        (one,) = planned(gathering.having(snoozed(gathering, who, 10, at)), *SNOOZES)
        assert (one.action, one.member) == (action, who)
        assert (one.due_at, one.expires_at) == (at + 10 * MINUTE, TIME.starts - 10 * MINUTE)


SNOOZES = (Action.SNOOZE, Action.SNOOZE_DM)


def test_snoozing_to_the_moment_of_the_next_reminder_adds_nothing() -> None:
    gathering = a_meeting_of(a_group(), *PEOPLE)
    after_it = gathering.having(snoozed(gathering, BEN, 60, TIME.starts - 70 * MINUTE))
    assert planned(after_it, *SNOOZES) == []


@pytest.mark.parametrize(("left", "fit"), [(61, (10, 60)), (60, (10,)), (11, (10,)), (10, ())])
def test_only_such_snoozes_are_offered_as_fit_before_the_start(
    left: int, fit: tuple[int, ...]
) -> None:
    gathering = a_meeting_of(a_group(), *PEOPLE)
    now = TIME.starts - left * MINUTE
    assert choices(gathering, now) == fit
    for minutes in {10, 60} - set(fit):
        with pytest.raises(TooLateToSnooze):
            snoozed(gathering, BEN, minutes, now)


def test_not_this_one_takes_everything_from_one_and_saying_that_one_comes_gives_it_back() -> None:
    gathering = a_meeting_of(a_group(), ADA, BEN)
    quiet = gathering.having(hushed(gathering, BEN, NOON))
    assert pinged(quiet, 60) == pinged(quiet, 0) == (ADA,)
    assert quiet.meeting.attendance == gathering.meeting.attendance
    back = quiet.having(heard(quiet, BEN, NOON))
    comes = quiet.having(decisions.attending(quiet, BEN, Attendance.COMING, NOON))
    assert pinged(back, 60) == pinged(comes, 60) == (ADA, BEN)


def test_what_was_snoozed_is_forgotten_with_the_time_that_it_was_for() -> None:
    gathering = a_meeting_of(a_group(), ADA, BEN)
    waits = gathering.having(snoozed(gathering, BEN, 10, NOON))
    moved = decisions.moved(waits, slot(60), NOON + MINUTE)
    assert moved.snoozed == decisions.cancelled(waits, NOON + MINUTE).snoozed == {}


def test_strangers_and_what_has_begun_are_refused() -> None:
    gathering = a_meeting_of(a_group(), ADA)
    for step in (hushed, heard):
        with pytest.raises(NotAMember):
            step(gathering, DEV, NOON)
        with pytest.raises(NotScheduled):
            step(gathering, ADA, TIME.starts)


def test_one_can_see_what_is_ahead() -> None:
    gathering = a_meeting_of(liking(a_group(), ben=Wishes(leads=(90, 30))), ADA, BEN)
    waits = gathering.having(snoozed(gathering, BEN, 10, TIME.starts - 90 * MINUTE))
    now = TIME.starts - 90 * MINUTE
    assert ahead(waits, BEN, now) == (TIME.starts - 80 * MINUTE, TIME.starts - 30 * MINUTE)
    assert ahead(waits, CLEO, now) == ahead(waits, EVE, now) == ()


def test_the_close_comes_a_minute_after_the_end_if_the_meeting_was_held() -> None:
    seen = Posts(card_channel=1, card_message=2)  # pyright: ignore[reportArgumentType] - NewTypes of int
    gathering = a_meeting_of(a_group(), *PEOPLE, posts=seen)
    assert planned(gathering, Action.CLOSE) == []
    held = gathering.having(decisions.at_end(gathering, TIME.ends))
    (close,) = plan(held)
    assert (close.action, close.due_at) == (Action.CLOSE, TIME.ends + MINUTE)
    assert close.expires_at == TIME.ends + timedelta(hours=6)
    off = gathering.having(decisions.cancelled(gathering, NOON))
    assert planned(off, Action.CLOSE) == []


def test_who_was_there_is_said_by_each_and_mended_by_the_convener() -> None:
    gathering = a_meeting_of(a_group(), *PEOPLE)
    with pytest.raises(NotOver):
        attended.said_there(gathering, BEN, TIME.ends - MINUTE, was=True)
    now = TIME.ends
    one = gathering.having(attended.said_there(gathering, BEN, now, was=True))
    two = one.having(attended.said_there(one, CLEO, now, was=False))
    assert attended.there(two) == (BEN,)
    mended = two.having(attended.mended(two, (ADA, CLEO, EVE), now))
    assert attended.there(mended) == (ADA, CLEO)
    assert mended.meeting.attended == {ADA: True, BEN: False, CLEO: True}


WISHES = st.builds(
    Wishes,
    leads=st.sampled_from([None, (), (60, 15), (2880, 30, 10)]),
    where=st.sampled_from(Where),
    quiet=st.sampled_from([None, NIGHT, Hours(0, 600), Hours(700, 1000)]),
    since=st.sampled_from([None, after(20), after(40)]),
)
SAID = st.dictionaries(st.sampled_from(PEOPLE), st.sampled_from(Attendance))


@given(WISHES, WISHES, WISHES, SAID, st.integers(1, 100), st.frozensets(st.sampled_from(PEOPLE)))
def test_whatever_they_like_nobody_is_reminded_twice_at_once_or_after_the_start(
    ada: Wishes,
    ben: Wishes,
    cleo: Wishes,
    said: dict[MemberId, Attendance],
    hours: int,
    hush: frozenset[MemberId],
) -> None:
    group = liking(a_group(), ada=ada, ben=ben, cleo=cleo)
    time = slot(hours)
    gathering = a_meeting_of(group, time=time, attendance=said, hushed=hush)
    told: list[tuple[MemberId, datetime]] = []
    for one in planned(gathering, *REMINDERS):
        assert NOON < one.due_at <= time.starts
        assert one.expires_at is not None
        assert one.due_at < one.expires_at
        to = (one.member,) if one.action in ALONE else pinged(gathering, one.lead or 0)
        told += [(who, one.due_at) for who in to if who]
    assert len(told) == len(set(told))
    comes = {who for who, state in said.items() if state is not Attendance.NOT_COMING} - hush
    assert {who for who, _ in told} == comes
    assert {who for who, at in told if at == time.starts} == comes


def test_what_is_wished_for_late_does_not_reach_back() -> None:
    gathering = a_meeting_of(liking(a_group(), ben=DM), BEN)
    for one in planned(gathering, Action.REMINDER_DM, Action.START_DM):
        assert worth_adding(one, one.due_at - MINUTE)
        assert not worth_adding(one, one.due_at)

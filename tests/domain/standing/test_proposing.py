"""The slots that are proposed: most people free, in everybody's decent hours, spread over days."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.ids import MemberId
from bot.domain.standing.pattern import Standing
from bot.domain.standing.proposing import MOST_A_DAY, Proposal, best_slots
from bot.domain.standing.typed import read_week
from bot.domain.when.slot import Slot
from tests.domain.standing.drawn import likely, standings, windows
from tests.domain.standing.minutes import is_askable, is_free, minutes_of

ADA, BEN, CLEO = MemberId(1), MemberId(2), MemberId(3)
HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 1, 12, tzinfo=UTC)
WEEK = Slot(MONDAY, MONDAY + timedelta(days=7))


def keeps(zone: str, text: str) -> Standing:
    return Standing(zone, read_week(text).week)


def proposed(members: dict[MemberId, Standing], most: int = 6) -> tuple[Proposal, ...]:
    return best_slots(members, ADA, WEEK, HOUR, most)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(standings, min_size=1, max_size=4) | st.lists(likely, min_size=2, max_size=4),
    windows(60),
    st.sampled_from((45, 60, 90)),
)
def test_whatever_the_group_proposals_are_what_they_say(
    group: list[Standing], window: Slot, length: int
) -> None:
    members = {MemberId(number): one for number, one in enumerate(group, start=1)}
    found = best_slots(members, ADA, window, timedelta(minutes=length), 4)
    for one in found:
        minutes = list(minutes_of(one.slot))
        free = {who for who, each in members.items() if all(is_free(each, at) for at in minutes)}
        assert one.free == free
        assert one.free
        assert ADA in free or not members[ADA].known
        assert all(is_askable(each, at) for each in members.values() for at in minutes)
        assert window.starts <= one.slot.starts < one.slot.ends <= window.ends
    assert len(found) <= 4
    assert all(a.slot.ends <= b.slot.starts for a, b in pairwise(found))
    there = ZoneInfo(members[ADA].zone)
    by_day = Counter(one.slot.starts.astimezone(there).date() for one in found)
    assert all(count <= MOST_A_DAY for count in by_day.values())
    assert max((len(one.free) for one in found), default=0) == _most_free(members, window, length)


def _most_free(members: dict[MemberId, Standing], window: Slot, length: int) -> int:
    """The best that any quarter of an hour gives, reckoned by minutes."""
    minutes = list(minutes_of(window))
    free = {who: [is_free(one, at) for at in minutes] for who, one in members.items()}
    ready = [
        all(is_askable(one, at) for one in members.values())
        and (free[ADA][place] or not members[ADA].known)
        and not (not members[ADA].known and _away(members[ADA], at))
        for place, at in enumerate(minutes)
    ]
    best = 0
    for start in range(len(minutes) - length + 1):
        begins = minutes[start].minute % 15 == 0 or not start or not ready[start - 1]
        if begins and all(ready[start : start + length]):
            best = max(best, sum(all(row[start : start + length]) for row in free.values()))
    return best


def _away(standing: Standing, at: datetime) -> bool:
    day = at.astimezone(ZoneInfo(standing.zone)).date()
    return any(one.first <= day <= one.last for one in standing.away)


def test_the_hours_that_most_have_in_common_come_first_and_round_ones() -> None:
    members = {
        ADA: keeps("America/New_York", "Mon 9-5, Tue 9-5"),
        BEN: keeps("Europe/London", "Mon 14:10-18:00, Tue 15:00-17:00"),
        CLEO: keeps("America/New_York", "Tue 10-12"),
    }
    found = proposed(members, most=3)
    assert [(one.slot.starts.isoformat()[5:16], sorted(one.free)) for one in found] == [
        ("01-12T15:00", [ADA, BEN]),
        ("01-13T15:00", [ADA, BEN, CLEO]),
        ("01-13T16:00", [ADA, BEN, CLEO]),
    ]


def test_they_are_spread_over_days() -> None:
    members = {
        ADA: keeps("Europe/London", "Mon-Fri 9-18"),
        BEN: keeps("Europe/London", "Mon-Fri 9-18"),
    }
    found = proposed(members, most=5)
    assert [one.slot.starts.weekday() for one in found] == [0, 1, 2, 3, 4]
    assert len(proposed(members, most=25)) == 10


def test_who_is_free_for_a_part_of_the_hour_is_not_free() -> None:
    members = {
        ADA: keeps("Europe/London", "Mon 9-10"),
        BEN: keeps("Europe/London", "Mon 9-9:45"),
    }
    assert [one.free for one in proposed(members)] == [frozenset({ADA})]


def test_nobody_is_asked_at_an_indecent_hour_who_did_not_name_it() -> None:
    night = keeps("America/New_York", "Mon-Sun 10pm-2am")
    assert proposed({ADA: night})
    assert proposed({ADA: night, BEN: Standing("America/New_York")}) == ()
    awake = keeps("America/New_York", "Mon 11pm-2am")
    assert {one.free for one in proposed({ADA: night, BEN: awake})} == {frozenset({ADA, BEN})}


def test_without_anybodys_usual_hours_nothing_is_proposed() -> None:
    assert proposed({ADA: Standing("Europe/London"), BEN: Standing("Europe/London")}) == ()

"""Local times are shown in one style, and told apart where the clock repeats itself."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.slot import Slot
from bot.domain.when.typed import show_day, show_local, show_range

NOW = datetime(2026, 2, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "instant", "shown"),
    [
        ("America/New_York", "2026-03-03T14:00-05:00", "Tue 3 March, 2:00 pm"),
        ("America/New_York", "2027-03-03T14:05-05:00", "Wed 3 March 2027, 2:05 pm"),
        ("America/New_York", "2026-03-03T00:00-05:00", "Tue 3 March, 12:00 am"),
        ("America/New_York", "2026-03-03T12:00-05:00", "Tue 3 March, 12:00 pm"),
        ("Australia/Sydney", "2026-03-03T14:00-05:00", "Wed 4 March, 6:00 am"),
        ("America/New_York", "2026-11-01T01:30-04:00", "Sun 1 November, 1:30 am UTC-4"),
        ("America/New_York", "2026-11-01T01:30-05:00", "Sun 1 November, 1:30 am UTC-5"),
        ("Europe/London", "2026-10-25T01:30+00:00", "Sun 25 October, 1:30 am UTC+0"),
        ("Australia/Lord_Howe", "2026-04-05T01:45+10:30", "Sun 5 April, 1:45 am UTC+10:30"),
    ],
)
def test_an_instant_as_a_clock_and_a_calendar_there_have_it(
    zone: str, instant: str, shown: str
) -> None:
    assert show_local(datetime.fromisoformat(instant), ZoneInfo(zone), now=NOW) == shown


def test_the_year_is_that_of_the_zone() -> None:
    new_year = datetime(2026, 12, 31, 12, tzinfo=UTC)  # already 2027 in Kiritimati
    there = ZoneInfo("Pacific/Kiritimati")
    assert show_local(new_year, there, now=new_year) == "Fri 1 January, 2:00 am"


def test_a_range_from_start_to_end() -> None:
    starts = datetime.fromisoformat("2026-03-03T11:30-05:00").astimezone(UTC)
    slot = Slot(starts, starts + timedelta(hours=1))
    shown = show_range(slot, ZoneInfo("America/New_York"), now=NOW)
    assert shown == "Tue 3 March, 11:30 am - 12:30 pm"


def test_a_day_alone() -> None:
    assert show_day(NOW + timedelta(days=21), now=NOW) == "Tue 3 March"


def test_a_slot_ends_after_it_starts_and_is_in_utc() -> None:
    with pytest.raises(ValueError, match="after"):
        Slot(NOW, NOW)
    with pytest.raises(ValueError, match="UTC"):
        Slot(NOW.astimezone(ZoneInfo("Asia/Kolkata")), NOW + timedelta(hours=1))

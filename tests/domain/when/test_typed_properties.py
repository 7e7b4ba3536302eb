"""Whatever is typed, reading it gives slots or problems; what is shown reads as itself."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when.typed import Slot, read_times, show_local, show_range

ZONES = st.sampled_from(
    [
        "America/New_York",
        "Europe/London",
        "Australia/Sydney",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "Europe/Berlin",
        "America/Toronto",
        "America/Sao_Paulo",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
        "Asia/Kathmandu",
        "UTC",
    ]
).map(ZoneInfo)
NOWS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone
LENGTHS = st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes))
AHEAD = st.integers(1, 364 * 24 * 60)

_PLAIN = (
    "Mon Tue Wednesday fri next this week today tonight tomorrow noon midnight am pm a p 1 2 3 10 "
    "12 14 24 31 99 2026 2027 0 00 : / . - – , ; and or to between until EST ET PT GMT UTC+2 UTC "
    "UTC-14 +02:00 CET London time Europe/Berlin Nov November March Feb 29 3/14 14/3 3/4 2/30 "
    "26.11. 26.11 2026-12-01 2026-12-01T18:00Z <t:1799225600:F> <t:99999999999999:R> <t:-5> 2pm "
    "2:30 14:30 10-12 1-3pm 9-5 weekdays 3rd 26th the at on all times half past quarter morning "
    "evening 1430 0900 2:30am 1:30am 1/1/9999 1/1/0001 12/31/9999 11pm ( ) [ * ~~ can't not free"
)
_ODD = ("\n", "\u202f", "\u017f", "\u0130", "\u00b2", "\u0663", "\U0001f389")
WORDS = (*_PLAIN.split(), *_ODD)
TYPED = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=60).map("".join),
)


@given(TYPED, NOWS, ZONES, LENGTHS, st.integers(1, 25))
def test_any_text_gives_slots_or_problems_that_keep_their_promises(
    text: str, now: datetime, zone: ZoneInfo, length: timedelta, most: int
) -> None:
    reading = read_times(text, now=now, zone=zone, length=length, most=most)
    assert reading.slots or reading.problems
    assert len(reading.slots) <= most
    assert list(reading.slots) == sorted(set(reading.slots))
    for slot in reading.slots:
        assert now < slot.starts <= now + timedelta(days=366)
        assert slot.length == length
    for problem in reading.problems:
        assert problem.piece in text


def slot_ahead(now: datetime, minutes: int, length: timedelta) -> Slot:
    starts = (now + timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    return Slot(starts, starts + length)


@given(NOWS, AHEAD, ZONES, LENGTHS)
def test_what_is_shown_reads_as_the_same_slot(
    now: datetime, minutes: int, zone: ZoneInfo, length: timedelta
) -> None:
    slot = slot_ahead(now, minutes + 1, length)
    shown = show_local(slot.starts, zone, now=now)
    reading = read_times(shown, now=now, zone=zone, length=length)
    assert reading.problems == ()
    assert reading.slots == (slot,)


@given(NOWS, AHEAD, ZONES, st.integers(1, 11 * 60))
def test_a_shown_range_reads_as_the_same_slot(
    now: datetime, minutes: int, zone: ZoneInfo, lasts: int
) -> None:
    length = timedelta(minutes=lasts)
    slot = slot_ahead(now, minutes + 1, length)
    shown = show_range(slot, zone, now=now)
    if "UTC" in shown:  # a range with one end in the hour that comes twice is no single wall range
        return
    reading = read_times(shown, now=now, zone=zone, length=length)
    assert reading.problems == ()
    assert reading.slots == (slot,)


@given(NOWS, st.integers(2, 6 * 24 * 60), ZONES)
def test_the_same_words_mean_the_same_in_a_list(
    now: datetime, minutes: int, zone: ZoneInfo
) -> None:
    slots = [slot_ahead(now, minutes + more * 1440, timedelta(hours=1)) for more in (0, 2, 5)]
    shown = "\n".join(show_local(slot.starts, zone, now=now) for slot in slots)
    reading = read_times(shown, now=now, zone=zone, length=timedelta(hours=1))
    assert reading.problems == ()
    assert list(reading.slots) == slots

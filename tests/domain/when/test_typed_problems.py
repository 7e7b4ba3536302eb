"""What is no slot for sure is asked about, in the member's own words."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.typed import Problem, ProblemKind, Reading, read_times

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
"""A Tuesday, 10:00 in New York."""

NEW_YORK = "America/New_York"


def read(
    text: str, zone: str = NEW_YORK, now: datetime = NOW, minutes: int = 60, most: int = 25
) -> Reading:
    length = timedelta(minutes=minutes)
    return read_times(text, now=now, zone=ZoneInfo(zone), length=length, most=most)


def only_problem(reading: Reading) -> Problem:
    assert reading.slots == ()
    (problem,) = reading.problems
    return problem


@pytest.mark.parametrize(
    ("text", "kind", "piece"),
    [
        ("", ProblemKind.UNREADABLE, ""),
        (" \n ", ProblemKind.UNREADABLE, ""),
        ("whenever", ProblemKind.UNREADABLE, "whenever"),
        ("Tue 2pm after work", ProblemKind.UNREADABLE, "Tue 2pm after work"),
        ("not Tue 2pm", ProblemKind.UNREADABLE, "not Tue 2pm"),
        ("can't Tue 2pm", ProblemKind.UNREADABLE, "can't Tue 2pm"),
        ("Tuesdays 2pm", ProblemKind.UNREADABLE, "Tuesdays 2pm"),
        ("Tue 25:00", ProblemKind.UNREADABLE, "Tue 25:00"),
        ("Tue 2:75pm", ProblemKind.UNREADABLE, "Tue 2:75pm"),
        ("Tue 14am", ProblemKind.UNREADABLE, "Tue 14am"),
        ("Tue 5.5", ProblemKind.UNREADABLE, "Tue 5.5"),
        ("Tue half 2", ProblemKind.UNREADABLE, "Tue half 2"),
        ("Tue half past 13", ProblemKind.UNREADABLE, "Tue half past 13"),
        ("Tue 2pm 3", ProblemKind.UNREADABLE, "Tue 2pm 3"),
        ("Tue 24:30", ProblemKind.UNREADABLE, "Tue 24:30"),
        ("1pm Mon 2pm Tue", ProblemKind.UNREADABLE, "1pm Mon 2pm Tue"),
        ("Mon-26 Nov 2pm", ProblemKind.UNREADABLE, "Mon-26 Nov 2pm"),
        ("<t:1799225600> Tue", ProblemKind.UNREADABLE, "<t:1799225600> Tue"),
        ("2026-13-01T18:00Z", ProblemKind.UNREADABLE, "2026-13-01T18:00Z"),
        ("the 99th 2pm", ProblemKind.UNREADABLE, "99th 2pm"),
        ("next week 26 Nov 2pm", ProblemKind.UNREADABLE, "next week 26 Nov 2pm"),
        ("Tue morning evening 9", ProblemKind.UNREADABLE, "Tue morning evening 9"),
        ("31 Feb 2pm", ProblemKind.UNREADABLE, "31 Feb 2pm"),
        ("31/31 2pm", ProblemKind.UNREADABLE, "31/31 2pm"),
        ("next week 2pm", ProblemKind.UNREADABLE, "next week 2pm"),
        ("between Tue 2pm", ProblemKind.UNREADABLE, "between Tue 2pm"),
        ("Fri 2pm EST PST", ProblemKind.UNREADABLE, "Fri 2pm EST PST"),
        ("Fri 2pm Europe/Atlantis", ProblemKind.UNREADABLE, "Fri 2pm Europe/Atlantis"),
        ("Fri 2pm UTC+25", ProblemKind.UNREADABLE, "Fri 2pm UTC+25"),
        ("<t:999999999999999:F>", ProblemKind.UNREADABLE, "<t:999999999999999:F>"),
        ("Fri", ProblemKind.NO_TIME, "Fri"),
        ("Tue 24", ProblemKind.NO_TIME, "Tue 24"),
        ("26 Nov 2026", ProblemKind.NO_TIME, "26 Nov 2026"),
        ("2pm", ProblemKind.NO_DAY, "2pm"),
        ("noon", ProblemKind.NO_DAY, "noon"),
        ("half past 2", ProblemKind.NO_DAY, "half past 2"),
        ("today 9am", ProblemKind.PAST, "today 9am"),
        ("today 10:00", ProblemKind.PAST, "today 10:00"),
        ("11/24/2026 9am", ProblemKind.PAST, "11/24/2026 9am"),
        ("11/20/2026 2pm", ProblemKind.PAST, "11/20/2026 2pm"),
        ("1/1/2001 2pm", ProblemKind.PAST, "1/1/2001 2pm"),
        ("Mon 23 Nov 2pm", ProblemKind.PAST, "Mon 23 Nov 2pm"),
        ("Mon 11/23 2pm", ProblemKind.PAST, "Mon 11/23 2pm"),
        ("Mon 11/23/27 2pm", ProblemKind.WEEKDAY_MISMATCH, "Mon 11/23/27 2pm"),
        ("<t:1767225600:F>", ProblemKind.PAST, "<t:1767225600:F>"),
        ("Fri 3", ProblemKind.AMBIGUOUS_HALF, "Fri 3"),
        ("Fri 5:30", ProblemKind.AMBIGUOUS_HALF, "Fri 5:30"),
        ("Fri 1-2", ProblemKind.AMBIGUOUS_HALF, "Fri 1-2"),
        ("Fri 6-8", ProblemKind.AMBIGUOUS_HALF, "Fri 6-8"),
        ("Fri midnight", ProblemKind.AMBIGUOUS_DATE, "Fri midnight"),
        ("Mon 3/14 2pm", ProblemKind.WEEKDAY_MISMATCH, "Mon 3/14 2pm"),
        ("tomorrow (Thu) 2pm", ProblemKind.WEEKDAY_MISMATCH, "tomorrow (Thu) 2pm"),
        ("Fri 10-10:30", ProblemKind.TOO_SHORT, "Fri 10-10:30"),
        ("Fri 3pm-1pm", ProblemKind.REVERSED, "Fri 3pm-1pm"),
        ("Fri 3pm-3pm", ProblemKind.REVERSED, "Fri 3pm-3pm"),
        (
            "<t:1799225600> - <t:1799225000>",
            ProblemKind.REVERSED,
            "<t:1799225600> - <t:1799225000>",
        ),
        ("11/27/2027 2pm", ProblemKind.TOO_FAR, "11/27/2027 2pm"),
        ("29 Feb 2pm", ProblemKind.TOO_FAR, "29 Feb 2pm"),
        ("1/1/9999 2pm", ProblemKind.TOO_FAR, "1/1/9999 2pm"),
        ("<t:99999999999>", ProblemKind.TOO_FAR, "<t:99999999999>"),
    ],
)
def test_what_is_not_a_slot_is_one_problem_with_the_members_words(
    text: str, kind: ProblemKind, piece: str
) -> None:
    problem = only_problem(read(text))
    assert (problem.kind, problem.piece) == (kind, piece)


@pytest.mark.parametrize(
    ("text", "slots", "problems"),
    [
        ("Tue 2pm, Dinner, Wed 10", 2, [(ProblemKind.UNREADABLE, "Dinner")]),
        (
            "Froday 1pm, 3pm",
            0,
            [(ProblemKind.UNREADABLE, "Froday 1pm"), (ProblemKind.NO_DAY, "3pm")],
        ),
        ("Wed 10-12; Wed 11", 2, [(ProblemKind.DOUBLED, "Wed 11")]),
        ("Wed 2pm, Wed 14:00", 1, [(ProblemKind.DOUBLED, "Wed 14:00")]),
        ("Wed 2pm; Wed 11am PT", 1, [(ProblemKind.DOUBLED, "Wed 11am PT")]),
        ("Fri 2pm EST, PST", 1, [(ProblemKind.UNREADABLE, "PST")]),
        ("Fri 14:00, 3", 1, [(ProblemKind.AMBIGUOUS_HALF, "3")]),
        ("2pm Thu\n26 Nov", 1, [(ProblemKind.NO_TIME, "26 Nov")]),
        ("Fri 2pm, morning", 1, [(ProblemKind.UNREADABLE, "morning")]),
        ("1pm\n3pm Fri", 1, [(ProblemKind.NO_DAY, "1pm")]),
        ("Fri 2pm, Sat", 1, [(ProblemKind.NO_TIME, "Sat")]),
        ("Mon, 2pm Fri", 1, [(ProblemKind.NO_TIME, "Mon")]),
        (
            "between Fri 2pm, 3pm",
            0,
            [(ProblemKind.UNREADABLE, "between Fri 2pm"), (ProblemKind.NO_DAY, "3pm")],
        ),
        ("Fri\nMon 2pm", 1, [(ProblemKind.NO_TIME, "Fri")]),
        ("today 9am, 3pm", 1, [(ProblemKind.PAST, "today 9am")]),
        ("Fri 2pm, 3-3:30", 1, [(ProblemKind.TOO_SHORT, "3-3:30")]),
        (
            "Fri 1, noon",
            1,
            [(ProblemKind.AMBIGUOUS_HALF, "Fri 1")],
        ),
        (
            "Tue 1, 3",
            0,
            [(ProblemKind.AMBIGUOUS_HALF, "Tue 1"), (ProblemKind.AMBIGUOUS_HALF, "3")],
        ),
    ],
)
def test_each_piece_is_judged_on_its_own(
    text: str, slots: int, problems: list[tuple[ProblemKind, str]]
) -> None:
    reading = read(text)
    assert len(reading.slots) == slots
    assert [(problem.kind, problem.piece) for problem in reading.problems] == problems


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_both_halves_are_offered_for_a_bare_hour() -> None:
    problem = only_problem(read("Fri 3"))
    assert problem.instants == (at("2026-11-27T03:00-05:00"), at("2026-11-27T15:00-05:00"))


def test_an_open_weekday_of_today_counts_by_its_evening() -> None:
    problem = only_problem(read("Tue 3", now=at("2026-11-24T12:00-05:00")))
    assert problem.instants[-1] == at("2026-11-24T15:00-05:00")


@pytest.mark.parametrize("zone", ["UTC", "America/Toronto"])
def test_where_no_order_of_day_and_month_is_custom_both_dates_are_offered(zone: str) -> None:
    problem = only_problem(read("3/4/2027 18:00", zone))
    assert problem.kind is ProblemKind.AMBIGUOUS_DATE
    days = [instant.astimezone(ZoneInfo(zone)).date() for instant in problem.instants]
    assert days == [date(2027, 3, 4), date(2027, 4, 3)]


def test_an_unclear_date_too_far_away_is_just_too_far() -> None:
    assert only_problem(read("3/4/9998 18:00", "UTC")).kind is ProblemKind.TOO_FAR


def test_where_no_order_is_custom_the_weekday_decides() -> None:
    (slot,) = read("Sat 3/4/2027 18:00", "UTC").slots
    assert slot.starts == at("2027-04-03T18:00+00:00")
    assert only_problem(read("Fri 3/4/2027 18:00", "UTC")).kind is ProblemKind.WEEKDAY_MISMATCH


def test_a_mismatch_is_told_for_the_customary_date() -> None:
    assert only_problem(read("Mon 3/4/2027 6pm", "Europe/London")).day == date(2027, 4, 3)
    assert only_problem(read("Mon 3/4/2027 6pm", NEW_YORK)).day == date(2027, 3, 4)


def test_a_date_that_is_past_either_way_is_past() -> None:
    assert only_problem(read("1/2/2026 18:00", "UTC")).kind is ProblemKind.PAST


def test_an_unclear_date_of_a_list_is_asked_about_once() -> None:
    assert len(only_problem(read("3/4/2027 18:00, 19:00", "UTC")).instants) == 2


def test_a_weekday_is_found_where_the_zone_said_is_a_day_ahead() -> None:
    now = at("2026-11-24T23:30-11:00")
    for hour in range(24):
        reading = read(f"Thu {hour:02}:00 UTC+14", "Pacific/Pago_Pago", now)
        assert len(reading.slots) == 1
        assert reading.slots[0].starts - now <= timedelta(days=7)


def test_where_weekday_and_custom_disagree_both_dates_are_offered() -> None:
    problem = only_problem(read("Sat 3/4/2027 6pm"))  # 3 April is a Saturday, 4 March is not
    assert problem.kind is ProblemKind.AMBIGUOUS_DATE


def test_a_mismatch_tells_the_weekday_said_and_the_date() -> None:
    problem = only_problem(read("Mon 3/14 2pm"))
    assert (problem.weekday, problem.day) == (0, date(2027, 3, 14))


def test_a_midnight_is_offered_at_both_ends_of_the_day() -> None:
    problem = only_problem(read("Fri midnight"))
    assert problem.instants == (at("2026-11-27T00:00-05:00"), at("2026-11-28T00:00-05:00"))


@pytest.mark.parametrize(
    ("text", "minutes", "starts"),
    [
        ("Fri 1-4pm", 90, ["13:00", "14:30"]),
        ("Fri 1-2:30pm", 90, ["13:00"]),
        ("Fri 1-3pm", 60, ["13:00", "14:00"]),
        ("Fri 1-2:59pm", 60, ["13:00"]),
        ("Fri 2pm", 90, ["14:00"]),
    ],
)
def test_a_range_becomes_slots_of_the_meetings_length(
    text: str, minutes: int, starts: list[str]
) -> None:
    reading = read(text, minutes=minutes)
    assert reading.problems == ()
    there = ZoneInfo(NEW_YORK)
    assert [f"{slot.starts.astimezone(there):%H:%M}" for slot in reading.slots] == starts
    assert {slot.length for slot in reading.slots} == {timedelta(minutes=minutes)}


def test_no_more_slots_than_fit() -> None:
    reading = read("Fri 8am-8pm, Sat 9am", most=5)
    assert len(reading.slots) == 5
    assert [(p.kind, p.piece) for p in reading.problems] == [
        (ProblemKind.TOO_MANY, "Fri 8am-8pm"),
        (ProblemKind.TOO_MANY, "Sat 9am"),
    ]


def test_as_many_slots_as_fit_are_no_problem() -> None:
    reading = read("Fri 8am-1pm", most=5)
    assert len(reading.slots) == 5
    assert reading.problems == ()


def test_a_flood_is_cut_and_named() -> None:
    reading = read("Fri 2pm, " * 400)
    assert len(reading.slots) == 1
    assert ProblemKind.TOO_MANY in {problem.kind for problem in reading.problems}


def test_days_times_hours_that_multiply_are_cut() -> None:
    hours = ", ".join(f"{hour}:{minute:02}" for hour in range(8, 20) for minute in (0, 15, 30, 45))
    reading = read(f"Mon Tue Wed Thu Fri Sat Sun {hours}")
    assert len(reading.slots) == 25
    assert ProblemKind.TOO_MANY in {problem.kind for problem in reading.problems}


def test_slots_come_in_order_of_time_and_problems_in_order_of_the_text() -> None:
    reading = read("Fri 2pm, oops, Wed 10, ugh")
    assert [slot.starts for slot in reading.slots] == sorted(s.starts for s in reading.slots)
    assert [problem.piece for problem in reading.problems] == ["oops", "ugh"]


def test_a_problems_repr_keeps_the_members_words_to_itself() -> None:
    assert "secret" not in repr(read("secret words"))


@pytest.mark.parametrize("minutes", [0, -60])
def test_a_meeting_without_a_length_is_refused(minutes: int) -> None:
    with pytest.raises(ValueError, match="length"):
        read("Fri 2pm", minutes=minutes)


def test_letters_that_only_look_like_a_name_are_none() -> None:
    assert only_problem(read("\u017fat 2pm")).kind is ProblemKind.UNREADABLE
    assert only_problem(read("fr\u0130 2pm")).kind is ProblemKind.UNREADABLE

"""Typed times mean what people mean by them, and what is unsure is asked about."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.typed import Problem, ProblemKind, Reading, read_times

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
"""A Tuesday: 10:00 in New York, 15:00 in London, 16:00 in Berlin, 20:30 in Kolkata, and Wednesday
02:00 in Sydney, 04:00 in Auckland."""

NEW_YORK = "America/New_York"
LONDON = "Europe/London"
SYDNEY = "Australia/Sydney"
KOLKATA = "Asia/Kolkata"
AUCKLAND = "Pacific/Auckland"
BERLIN = "Europe/Berlin"


def read(
    text: str, zone: str = NEW_YORK, now: datetime = NOW, minutes: int = 60, most: int = 25
) -> Reading:
    length = timedelta(minutes=minutes)
    return read_times(text, now=now, zone=ZoneInfo(zone), length=length, most=most)


def local_starts(text: str, zone: str = NEW_YORK, now: datetime = NOW) -> list[str]:
    reading = read(text, zone, now)
    assert reading.problems == ()
    return [f"{slot.starts.astimezone(ZoneInfo(zone)):%a %d %b %H:%M}" for slot in reading.slots]


def only_problem(reading: Reading) -> Problem:
    assert reading.slots == ()
    (problem,) = reading.problems
    return problem


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        # weekdays
        ("Tue 2pm", ["Tue 24 Nov 14:00"]),
        ("tuesday at 2 PM", ["Tue 24 Nov 14:00"]),
        ("Tue 9am", ["Tue 01 Dec 09:00"]),
        ("Weds. 2 p.m.", ["Wed 25 Nov 14:00"]),
        ("next Tue 2pm", ["Tue 01 Dec 14:00"]),
        ("next Thursday at noon", ["Thu 03 Dec 12:00"]),
        ("this Thursday at noon", ["Thu 26 Nov 12:00"]),
        ("Mon 2pm", ["Mon 30 Nov 14:00"]),
        ("2pm Tue", ["Tue 24 Nov 14:00"]),
        ("at 2pm on Thursday", ["Thu 26 Nov 14:00"]),
        # near days
        ("today 4", ["Tue 24 Nov 16:00"]),
        ("tonight 7", ["Tue 24 Nov 19:00"]),
        ("tomorrow 9am", ["Wed 25 Nov 09:00"]),
        ("9am tomorrow", ["Wed 25 Nov 09:00"]),
        ("the day after tomorrow at 11", ["Thu 26 Nov 11:00"]),
        ("tomorrow afternoon at 3", ["Wed 25 Nov 15:00"]),
        ("tomorrow morning 7", ["Wed 25 Nov 07:00"]),
        ("today at midnight", ["Wed 25 Nov 00:00"]),
        # dates
        ("Thu 26 Nov 14:30", ["Thu 26 Nov 14:30"]),
        ("Nov 26 2:30 PM", ["Thu 26 Nov 14:30"]),
        ("November 26th, 2026, 2:30 pm", ["Thu 26 Nov 14:30"]),
        ("26th of November at 14.30", ["Thu 26 Nov 14:30"]),
        ("2026-12-01 18:00", ["Tue 01 Dec 18:00"]),
        ("2026-12-01T18:00", ["Tue 01 Dec 18:00"]),
        ("2026/12/1 18:00", ["Tue 01 Dec 18:00"]),
        ("12/1 6pm", ["Tue 01 Dec 18:00"]),
        ("12/1/26 6pm", ["Tue 01 Dec 18:00"]),
        ("12-1-2026 6pm", ["Tue 01 Dec 18:00"]),
        ("26.11. 14 Uhr", ["Thu 26 Nov 14:00"]),
        ("26.11.2026, 14:30", ["Thu 26 Nov 14:30"]),
        ("26.11 14h30", ["Thu 26 Nov 14:30"]),
        ("the 26th at 2pm", ["Thu 26 Nov 14:00"]),
        ("Thu 26 2pm", ["Thu 26 Nov 14:00"]),
        ("Thu the 26th, 2pm", ["Thu 26 Nov 14:00"]),
        ("3rd at 2pm", ["Thu 03 Dec 14:00"]),
        ("Tue, 1 December, 2:00 pm", ["Tue 01 Dec 14:00"]),
        ("1 Dec (Tue) 2pm", ["Tue 01 Dec 14:00"]),
        ("Thursday, November 26⋅2:30 – 3:30pm", ["Thu 26 Nov 14:30"]),
        # times of day
        ("Fri noon", ["Fri 27 Nov 12:00"]),
        ("Fri 12 noon", ["Fri 27 Nov 12:00"]),
        ("Fri 12:30", ["Fri 27 Nov 12:30"]),
        ("Fri 12 am", ["Fri 27 Nov 00:00"]),
        ("Fri 12 pm", ["Fri 27 Nov 12:00"]),
        ("Fri 8", ["Fri 27 Nov 08:00"]),
        ("Fri 11:45", ["Fri 27 Nov 11:45"]),
        ("Fri 05:30", ["Fri 27 Nov 05:30"]),
        ("Fri 0:15", ["Fri 27 Nov 00:15"]),
        ("Fri 1430", ["Fri 27 Nov 14:30"]),
        ("Fri 2015 hrs", ["Fri 27 Nov 20:15"]),
        ("Fri 230pm", ["Fri 27 Nov 14:30"]),
        ("Fri 2.30pm", ["Fri 27 Nov 14:30"]),
        ("Fri 2p", ["Fri 27 Nov 14:00"]),
        ("Fri 10 o'clock", ["Fri 27 Nov 10:00"]),
        ("Fri half past 10", ["Fri 27 Nov 10:30"]),
        ("Fri half past 2 pm", ["Fri 27 Nov 14:30"]),
        ("Fri quarter to 1 pm", ["Fri 27 Nov 12:45"]),
        ("Fri a quarter past 9", ["Fri 27 Nov 09:15"]),
        ("Fri 14:30 pm", ["Fri 27 Nov 14:30"]),
        # ranges
        ("Wed 10-12", ["Wed 25 Nov 10:00", "Wed 25 Nov 11:00"]),
        ("Friday 1-3pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 14:00"]),
        ("Fri 1pm to 3", ["Fri 27 Nov 13:00", "Fri 27 Nov 14:00"]),
        ("Fri 11-1", ["Fri 27 Nov 11:00", "Fri 27 Nov 12:00"]),
        ("Fri noon-1", ["Fri 27 Nov 12:00"]),
        ("Fri 12-1", ["Fri 27 Nov 12:00"]),
        ("Fri 12-1am", ["Fri 27 Nov 00:00"]),
        ("Fri 10 till 11:30", ["Fri 27 Nov 10:00"]),
        ("Fri 14–16", ["Fri 27 Nov 14:00", "Fri 27 Nov 15:00"]),
        ("Fri between 1 and 3pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 14:00"]),
        ("Fri 11pm-1am", ["Fri 27 Nov 23:00", "Sat 28 Nov 00:00"]),
        ("Fri 10pm-midnight", ["Fri 27 Nov 22:00", "Fri 27 Nov 23:00"]),
        ("Fri 22-24", ["Fri 27 Nov 22:00", "Fri 27 Nov 23:00"]),
        ("Fri 2-3:30 in the afternoon", ["Fri 27 Nov 14:00"]),
        ("Fri evening 9-12", ["Fri 27 Nov 21:00", "Fri 27 Nov 22:00", "Fri 27 Nov 23:00"]),
        ("Fri morning 9-11", ["Fri 27 Nov 09:00", "Fri 27 Nov 10:00"]),
        # lists
        ("Fri 1pm, 3pm and 5pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00", "Fri 27 Nov 17:00"]),
        ("Fri 1, 3 and 5pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00", "Fri 27 Nov 17:00"]),
        ("Fri 2pm or 4", ["Fri 27 Nov 14:00", "Fri 27 Nov 16:00"]),
        ("Fri 8 and 9pm", ["Fri 27 Nov 20:00", "Fri 27 Nov 21:00"]),
        ("Fri 10am, 2, 4", ["Fri 27 Nov 10:00", "Fri 27 Nov 14:00", "Fri 27 Nov 16:00"]),
        ("Fri 6am or 7", ["Fri 27 Nov 06:00", "Fri 27 Nov 07:00"]),
        ("Fri 9/10/11am", ["Fri 27 Nov 09:00", "Fri 27 Nov 10:00", "Fri 27 Nov 11:00"]),
        ("Fri 1-2, 3-4pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00"]),
        ("Mon/Wed 12-1", ["Wed 25 Nov 12:00", "Mon 30 Nov 12:00"]),
        ("Mon, Wed and Fri at noon", ["Wed 25 Nov 12:00", "Fri 27 Nov 12:00", "Mon 30 Nov 12:00"]),
        ("Wed-Fri 9am", ["Wed 25 Nov 09:00", "Thu 26 Nov 09:00", "Fri 27 Nov 09:00"]),
        (
            "weekdays at noon",
            [
                "Tue 24 Nov 12:00",
                "Wed 25 Nov 12:00",
                "Thu 26 Nov 12:00",
                "Fri 27 Nov 12:00",
                "Mon 30 Nov 12:00",
            ],
        ),
        ("2pm Tue, 3pm Wed", ["Tue 24 Nov 14:00", "Wed 25 Nov 15:00"]),
        ("1pm and 3pm on Friday", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00"]),
        ("2pm Tue or Wed", ["Tue 24 Nov 14:00", "Wed 25 Nov 14:00"]),
        ("2pm Tue, 3pm", ["Tue 24 Nov 14:00", "Tue 24 Nov 15:00"]),
        ("Tue 1pm Wed 2pm", ["Tue 24 Nov 13:00", "Wed 25 Nov 14:00"]),
        ("Friday:\n1pm\n3pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00"]),
        ("- Tue 2pm\n- Wed 10", ["Tue 24 Nov 14:00", "Wed 25 Nov 10:00"]),
        ("1. Tue 2pm\n2. Wed 10", ["Tue 24 Nov 14:00", "Wed 25 Nov 10:00"]),
        ("* Tue 2pm; Wed 10;", ["Tue 24 Nov 14:00", "Wed 25 Nov 10:00"]),
        ("Next week: Mon 2pm, Tue 3pm", ["Mon 30 Nov 14:00", "Tue 01 Dec 15:00"]),
        ("Tue next week 2pm", ["Tue 01 Dec 14:00"]),
        ("next Mon or Tue at noon", ["Mon 30 Nov 12:00", "Tue 01 Dec 12:00"]),
        ("3rd and 5th December 2pm", ["Thu 03 Dec 14:00", "Sat 05 Dec 14:00"]),
        ("I'm free Tue 2pm, or maybe Wed 10am?", ["Tue 24 Nov 14:00", "Wed 25 Nov 10:00"]),
        ("**Tue** 2\u202fpm", ["Tue 24 Nov 14:00"]),
    ],
)
def test_forms_in_new_york(text: str, starts: list[str]) -> None:
    assert local_starts(text) == starts


@pytest.mark.parametrize(
    ("zone", "text", "starts"),
    [
        (LONDON, "Tue 4pm", ["Tue 24 Nov 16:00"]),
        (LONDON, "1/12 6pm", ["Tue 01 Dec 18:00"]),
        (LONDON, "12/25 noon", ["Fri 25 Dec 12:00"]),
        (LONDON, "3/4/27 14.30", ["Sat 03 Apr 14:30"]),
        (BERLIN, "26.11. 18 Uhr", ["Thu 26 Nov 18:00"]),
        (BERLIN, "Do 26.11. 18:00".removeprefix("Do "), ["Thu 26 Nov 18:00"]),
        (BERLIN, "Fri 14-16 Uhr", ["Fri 27 Nov 14:00", "Fri 27 Nov 15:00"]),
        (KOLKATA, "Tue 9pm", ["Tue 24 Nov 21:00"]),
        (KOLKATA, "tomorrow 9:30am", ["Wed 25 Nov 09:30"]),
        (KOLKATA, "2/12 10", ["Wed 02 Dec 10:00"]),
        (SYDNEY, "today 9", ["Wed 25 Nov 09:00"]),
        (SYDNEY, "Wed 9am", ["Wed 25 Nov 09:00"]),
        (SYDNEY, "Tue 9am", ["Tue 01 Dec 09:00"]),
        (SYDNEY, "5/1/2027 4pm", ["Tue 05 Jan 16:00"]),
        (AUCKLAND, "tomorrow noon", ["Thu 26 Nov 12:00"]),
        (AUCKLAND, "13/1 5pm", ["Wed 13 Jan 17:00"]),
        ("Asia/Tokyo", "12/1 18:00", ["Tue 01 Dec 18:00"]),
        ("America/Toronto", "13/12 6pm", ["Sun 13 Dec 18:00"]),
        ("UTC", "Wed 2/12 18:00", ["Wed 02 Dec 18:00"]),
    ],
)
def test_forms_in_other_zones(zone: str, text: str, starts: list[str]) -> None:
    assert local_starts(text, zone) == starts


@pytest.mark.parametrize(
    ("zone", "text", "starts"),
    [
        (NEW_YORK, "3/14 5:30pm EST", ["2027-03-14T17:30-04:00"]),
        (LONDON, "Fri 5:30pm EST", ["2026-11-27T17:30-05:00"]),
        (LONDON, "Fri 5:30pm est", ["2026-11-27T17:30-05:00"]),
        (LONDON, "1 July 5:30pm EST", ["2027-07-01T17:30-04:00"]),
        (NEW_YORK, "1 July 2pm GMT", ["2027-07-01T14:00+01:00"]),
        (NEW_YORK, "1 July 2pm UTC", ["2027-07-01T14:00+00:00"]),
        (NEW_YORK, "Fri 2pm (London time)", ["2026-11-27T14:00+00:00"]),
        (NEW_YORK, "Fri 2pm in Auckland", ["2026-11-27T14:00+13:00"]),
        (NEW_YORK, "Fri 2pm Reykjavik time", ["2026-11-27T14:00+00:00"]),
        (NEW_YORK, "Fri 2pm Europe/Berlin", ["2026-11-27T14:00+01:00"]),
        (NEW_YORK, "Fri 2pm UTC+2", ["2026-11-27T14:00+02:00"]),
        (NEW_YORK, "Fri 2pm UTC-3:30", ["2026-11-27T14:00-03:30"]),
        (NEW_YORK, "Fri 2pm GMT+1", ["2026-11-27T14:00+01:00"]),
        (LONDON, "Fri 2pm Pacific", ["2026-11-27T14:00-08:00"]),
        (LONDON, "Fri 2pm eastern standard time", ["2026-11-27T14:00-05:00"]),
        (SYDNEY, "Fri 2pm eastern", ["2026-11-27T14:00+11:00"]),
        (LONDON, "Fri 2pm AEST", ["2026-11-27T14:00+11:00"]),
        ("Australia/Brisbane", "Fri 2pm AEST", ["2026-11-27T14:00+10:00"]),
        (LONDON, "Fri 2pm CST", ["2026-11-27T14:00-06:00"]),
        ("Asia/Shanghai", "Fri 2pm CST", ["2026-11-27T14:00+08:00"]),
        (LONDON, "Fri 2pm IST", ["2026-11-27T14:00+05:30"]),
        ("Europe/Dublin", "Fri 2pm IST", ["2026-11-27T14:00+00:00"]),
        ("America/Phoenix", "1 July 2pm MST", ["2027-07-01T14:00-07:00"]),
        (LONDON, "1 July 2pm MST", ["2027-07-01T14:00-06:00"]),
        # a zone holds for the list it ends, and only for it
        (
            LONDON,
            "Fri 1pm, 3pm and 5pm EST",
            ["2026-11-27T13:00-05:00", "2026-11-27T15:00-05:00", "2026-11-27T17:00-05:00"],
        ),
        (LONDON, "Fri 1pm EST, 3pm", ["2026-11-27T13:00-05:00", "2026-11-27T15:00-05:00"]),
        (LONDON, "Thu 2pm, Fri 5:30pm EST", ["2026-11-26T14:00+00:00", "2026-11-27T17:30-05:00"]),
        (LONDON, "Fri 1pm ET / 10am PT", ["2026-11-27T13:00-05:00"]),
        (LONDON, "Fri 2pm, EST", ["2026-11-27T14:00-05:00"]),
        # or for everything
        (
            LONDON,
            "All times EST: Thu 2pm, Fri 3pm",
            ["2026-11-26T14:00-05:00", "2026-11-27T15:00-05:00"],
        ),
        (LONDON, "Thu 2pm\nFri 3pm\nEST", ["2026-11-26T14:00-05:00", "2026-11-27T15:00-05:00"]),
        # the day is the next such day whose time is ahead, wherever that is
        (NEW_YORK, "Wed 9am Sydney time", ["2026-11-25T09:00+11:00"]),
        (NEW_YORK, "Wed 1am Sydney time", ["2026-12-02T01:00+11:00"]),
        (AUCKLAND, "Tue 1pm EST", ["2026-11-24T13:00-05:00"]),
        # said outright
        (KOLKATA, "<t:1799225600:F>", ["2027-01-06T08:53:20+00:00"]),
        (KOLKATA, "<t:1799225600>", ["2027-01-06T08:53:20+00:00"]),
        (
            KOLKATA,
            "<t:1799225600:t> - <t:1799232800:t>",
            ["2027-01-06T08:53:20+00:00", "2027-01-06T09:53:20+00:00"],
        ),
        (KOLKATA, "2026-12-01T18:00:00Z", ["2026-12-01T18:00+00:00"]),
        (KOLKATA, "2026-12-01T18:00-05:00", ["2026-12-01T18:00-05:00"]),
    ],
)
def test_zones_said_beside_a_time(zone: str, text: str, starts: list[str]) -> None:
    reading = read(text, zone)
    assert reading.problems == ()
    assert [slot.starts for slot in reading.slots] == [datetime.fromisoformat(s) for s in starts]


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
        ("31 Feb 2pm", ProblemKind.UNREADABLE, "31 Feb 2pm"),
        ("31/31 2pm", ProblemKind.UNREADABLE, "31/31 2pm"),
        ("next week 2pm", ProblemKind.UNREADABLE, "next week 2pm"),
        ("between Tue 2pm", ProblemKind.UNREADABLE, "between Tue 2pm"),
        ("Fri 2pm EST PST", ProblemKind.UNREADABLE, "Fri 2pm EST PST"),
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


@pytest.mark.parametrize(
    ("zone", "now", "text", "kind", "candidates"),
    [
        # skipped
        (NEW_YORK, "2026-03-01", "3/8 2:30am", ProblemKind.GAP, ["01:30-05:00", "03:30-04:00"]),
        (NEW_YORK, "2027-03-08", "3/14 2am", ProblemKind.GAP, ["01:00-05:00", "03:00-04:00"]),
        (LONDON, "2026-03-20", "29/3 1:30am", ProblemKind.GAP, ["00:30+00:00", "02:30+01:00"]),
        (LONDON, "2027-03-20", "28/3 1:59am", ProblemKind.GAP, ["00:59+00:00", "02:59+01:00"]),
        (SYDNEY, "2026-10-01", "4/10 2:30am", ProblemKind.GAP, ["01:30+10:00", "03:30+11:00"]),
        (SYDNEY, "2027-10-01", "3/10 02:15", ProblemKind.GAP, ["01:15+10:00", "03:15+11:00"]),
        # twice
        (NEW_YORK, "2026-10-25", "11/1 1:30am", ProblemKind.FOLD, ["01:30-04:00", "01:30-05:00"]),
        (NEW_YORK, "2027-11-01", "Sun 1am", ProblemKind.FOLD, ["01:00-04:00", "01:00-05:00"]),
        (LONDON, "2026-10-20", "25/10 1:30am", ProblemKind.FOLD, ["01:30+01:00", "01:30+00:00"]),
        (LONDON, "2027-10-26", "31/10 01:00", ProblemKind.FOLD, ["01:00+01:00", "01:00+00:00"]),
        (SYDNEY, "2026-04-01", "5/4 2:30am", ProblemKind.FOLD, ["02:30+11:00", "02:30+10:00"]),
        (SYDNEY, "2027-04-01", "4/4 2:00am", ProblemKind.FOLD, ["02:00+11:00", "02:00+10:00"]),
        # the end of a range can be the trouble as well
        (NEW_YORK, "2026-03-01", "3/8 1am-2:30am", ProblemKind.GAP, ["01:30-05:00", "03:30-04:00"]),
        # in the zone that is said
        (
            LONDON,
            "2026-10-25",
            "1/11 1:30am Eastern",
            ProblemKind.FOLD,
            ["01:30-04:00", "01:30-05:00"],
        ),
    ],
)
def test_a_time_that_is_skipped_or_comes_twice_is_asked_about(
    zone: str, now: str, text: str, kind: ProblemKind, candidates: list[str]
) -> None:
    problem = only_problem(read(text, zone, at(f"{now}T12:00+00:00")))
    assert problem.kind is kind
    there = ZoneInfo(NEW_YORK if "Eastern" in text else zone)
    shown = [instant.astimezone(there).isoformat()[11:16] for instant in problem.instants]
    offsets = [instant.astimezone(there).isoformat()[19:] for instant in problem.instants]
    assert [clock + offset for clock, offset in zip(shown, offsets, strict=True)] == candidates


@pytest.mark.parametrize(
    ("zone", "now", "text", "start"),
    [
        (NEW_YORK, "2026-03-01", "3/8 1:59am", "2026-03-08T01:59-05:00"),
        (NEW_YORK, "2026-03-01", "3/8 3am", "2026-03-08T03:00-04:00"),
        (NEW_YORK, "2026-10-25", "11/1 12:59am", "2026-11-01T00:59-04:00"),
        (NEW_YORK, "2026-10-25", "11/1 2am", "2026-11-01T02:00-05:00"),
        (NEW_YORK, "2026-10-25", "Sun 7pm", "2026-10-25T19:00-04:00"),
        (NEW_YORK, "2026-10-31", "tomorrow 7pm", "2026-11-01T19:00-05:00"),
        (NEW_YORK, "2027-03-13", "tomorrow 7pm", "2027-03-14T19:00-04:00"),
        (LONDON, "2026-03-28", "tomorrow 7pm", "2026-03-29T19:00+01:00"),
        (LONDON, "2026-10-24", "tomorrow 7pm", "2026-10-25T19:00+00:00"),
        (SYDNEY, "2026-04-03", "Sun 7pm", "2026-04-05T19:00+10:00"),
        (SYDNEY, "2026-10-02", "Sun 7pm", "2026-10-04T19:00+11:00"),
        (NEW_YORK, "2026-10-25", "11/1 1:30am EDT", "2026-11-01T01:30-04:00"),
        (LONDON, "2026-10-26", "1/11 1:30am EST", "2026-11-01T01:30-05:00"),
        (LONDON, "2026-10-20", "25/10 1:30am GMT", "2026-10-25T01:30+00:00"),
        (LONDON, "2026-10-20", "25/10 1:30am BST", "2026-10-25T01:30+01:00"),
        (NEW_YORK, "2026-10-25", "11/1 1:30am UTC-5", "2026-11-01T01:30-05:00"),
        (KOLKATA, "2026-03-01", "8/3 2:30am", "2026-03-08T02:30+05:30"),
        (AUCKLAND, "2026-09-25", "Sun 1:30am", "2026-09-27T01:30+12:00"),
        (BERLIN, "2026-10-20", "25/10 03:00", "2026-10-25T03:00+01:00"),
    ],
)
def test_around_the_changes_the_wall_clock_is_what_counts(
    zone: str, now: str, text: str, start: str
) -> None:
    reading = read(text, zone, at(f"{now}T12:00+00:00"))
    assert reading.problems == ()
    assert [slot.starts for slot in reading.slots] == [at(start)]


def test_a_range_across_a_skipped_hour_is_an_hour_shorter() -> None:
    reading = read("3/8 1am-5am", NEW_YORK, at("2026-03-01T12:00+00:00"))
    assert reading.problems == ()
    assert [slot.starts.hour for slot in reading.slots] == [6, 7, 8]


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


def test_where_weekday_and_custom_disagree_both_dates_are_offered() -> None:
    problem = only_problem(read("Sat 3/4/2027 6pm"))  # 3 April is a Saturday, 4 March is not
    assert problem.kind is ProblemKind.AMBIGUOUS_DATE


def test_the_only_coming_reading_of_a_date_is_taken() -> None:
    assert local_starts("1/12/2026 6pm", NEW_YORK) == ["Tue 01 Dec 18:00"]


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

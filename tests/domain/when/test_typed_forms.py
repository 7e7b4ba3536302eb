"""Typed times mean what people mean by them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.when.typed import Reading, read_times

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
        ("tonight at midnight", ["Wed 25 Nov 00:00"]),
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
        ("1/12/2026 6pm", ["Tue 01 Dec 18:00"]),  # 12 January 2026 is past
        ("12/1/26 6pm", ["Tue 01 Dec 18:00"]),
        ("12-1-2026 6pm", ["Tue 01 Dec 18:00"]),
        ("26.11. 14 Uhr", ["Thu 26 Nov 14:00"]),
        ("26.11.2026, 14:30", ["Thu 26 Nov 14:30"]),
        ("26.11 14h30", ["Thu 26 Nov 14:30"]),
        ("24 Nov 2pm", ["Tue 24 Nov 14:00"]),
        ("the 24th at 2pm", ["Tue 24 Nov 14:00"]),
        ("Thu 3/4/2027 6pm", ["Thu 04 Mar 18:00"]),
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
        ("Fri morning 10-12:30", ["Fri 27 Nov 10:00", "Fri 27 Nov 11:00"]),
        ("Fri morning 9-11", ["Fri 27 Nov 09:00", "Fri 27 Nov 10:00"]),
        # lists
        ("Fri 1pm, 3pm and 5pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00", "Fri 27 Nov 17:00"]),
        ("Fri 1, 3 and 5pm", ["Fri 27 Nov 13:00", "Fri 27 Nov 15:00", "Fri 27 Nov 17:00"]),
        ("Fri 2pm or 4", ["Fri 27 Nov 14:00", "Fri 27 Nov 16:00"]),
        ("Fri 20:00, 9am", ["Fri 27 Nov 09:00", "Fri 27 Nov 20:00"]),
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
        ("2pm Tue, Wed", ["Tue 24 Nov 14:00", "Wed 25 Nov 14:00"]),
        ("26 Nov, 27 Nov at 2pm", ["Thu 26 Nov 14:00", "Fri 27 Nov 14:00"]),
        ("30 Nov and 1 Dec at 2pm", ["Mon 30 Nov 14:00", "Tue 01 Dec 14:00"]),
        ("Mon Thu, 26 Nov, 2pm", ["Thu 26 Nov 14:00", "Mon 30 Nov 14:00"]),
        ("2pm Tue or Wed", ["Tue 24 Nov 14:00", "Wed 25 Nov 14:00"]),
        ("2pm Thursday, Nov 26", ["Thu 26 Nov 14:00"]),
        ("2:00 - 3:00 PM, Thursday, Nov 26, 2026", ["Thu 26 Nov 14:00"]),
        ("2pm Thursday, Nov 26, 4pm", ["Thu 26 Nov 14:00", "Thu 26 Nov 16:00"]),
        ("2pm Thu, Nov 26, 3pm Fri, Nov 27", ["Thu 26 Nov 14:00", "Fri 27 Nov 15:00"]),
        ("1pm, Friday", ["Fri 27 Nov 13:00"]),
        ("Fri 14:00 in the afternoon", ["Fri 27 Nov 14:00"]),
        ("Fri - 2pm", ["Fri 27 Nov 14:00"]),
        ("Fri quarter to 1", ["Fri 27 Nov 12:45"]),
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

"""Local times as words, in one style, for where Discord cannot draw a timestamp.

Labels of selects and choices show text as it is. What is shown here is read back by `read_times`
as the same instant.
"""

from datetime import datetime, time, timedelta, tzinfo

from bot.domain.when.slot import Slot
from bot.domain.when.wall import instants

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)  # fmt: skip


def show_local(instant: datetime, zone: tzinfo, *, now: datetime) -> str:
    """Say an instant as a clock and a calendar in the zone have it: `Tue 3 March, 2:00 pm`.

    The year is said only where it is not the present one. In the hour that comes twice in autumn
    the offset is said too, since nothing else tells the two apart: `1:30 am UTC-4`.
    """
    local = instant.astimezone(zone)
    return f"{show_day(local, now=now.astimezone(zone))}, {_clock(local, zone)}"


def show_range(slot: Slot, zone: tzinfo, *, now: datetime) -> str:
    """Say a slot from start to end: `Tue 3 March, 2:00 pm - 3:00 pm`."""
    ends = slot.ends.astimezone(zone)
    return f"{show_local(slot.starts, zone, now=now)} - {_clock(ends, zone)}"


def show_day(local: datetime, *, now: datetime) -> str:
    """Say a calendar day: `Tue 3 March`, with the year where it is not the one of `now`."""
    year = "" if local.year == now.year else f" {local.year}"
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}{year}"


def show_clock(at: time) -> str:
    """Say a time of day: `2:00 pm`."""
    half = "am" if at.hour < 12 else "pm"  # noqa: PLR2004 - noon
    return f"{at.hour % 12 or 12}:{at.minute:02} {half}"


def _clock(local: datetime, zone: tzinfo) -> str:
    twice = len(instants(local.replace(tzinfo=None), zone)) > 1
    return show_clock(local.time()) + (f" {_offset(local.utcoffset())}" if twice else "")


def _offset(offset: timedelta | None) -> str:
    minutes = round((offset or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")

"""What a clock on a wall shows, and the instants at which it shows it.

Twice a year most zones skip or repeat an hour. This room says which instants a local time stands
for; whether a member is asked about it, or a rule decides, is up to the caller.
"""

from datetime import UTC, date, datetime, time, tzinfo


def instants(local: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """Give every instant at which a clock in the zone shows this local time.

    Args:
        local: a time without a zone; its fold does not matter.
        zone: where the clock hangs.

    Returns:
        No instant (the hour is skipped that night), one, or two (it comes twice), rising, in UTC.
    """
    shown = local.replace(fold=0)
    both = {shown.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(
        sorted(one for one in both if one.astimezone(zone).replace(tzinfo=None, fold=0) == shown)
    )


def around_gap(local: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Give the two instants that a skipped local time may have meant.

    The first is before the skipped stretch as the later offset would have it, the second after it
    as the earlier offset would have it: 2:30 am may mean 1:30 am or 3:30 am.
    """
    early, late = sorted(local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return early, late


def at_wall(day: date, at: time, zone: tzinfo) -> datetime:
    """Give the one instant of a recurring thing on this day.

    The rule for what recurs without anybody to ask: a time that is skipped moves forward by the
    length of the gap, a time that comes twice is taken at its first coming.
    """
    return datetime.combine(day, at.replace(tzinfo=None, fold=0), zone).astimezone(UTC)

"""A poll's answers as a grid: a cell is a slot, on the clock of the group or of who looks."""

from bot.domain.availability import Tally, ranked, tally
from bot.domain.heat.grid import Cell, Heat, Row, laid
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.domain.when.names import zone

ENOUGH = 4
"""Fewer slots are read sooner than a picture of them."""


def heat_of_answers(
    gathering: Gathering, zone_name: str | None = None, own: MemberId | None = None
) -> Heat | None:
    """What was said so far, or None where a picture would tell nothing.

    For one who looks alone, in their zone (an IANA name) and with what they said marked.
    """
    meeting, settings = gathering.meeting, gathering.group.settings
    if not meeting.open or len(meeting.slots) < ENOUGH:
        return None
    best = _best(gathering)
    shown = zone_name or settings.zone
    there = zone(shown)
    found = (
        (local.date(), Row(60 * local.hour + local.minute, bool(local.fold), meeting.length), cell)
        for one in tally(gathering)
        for local in (one.slot.starts.astimezone(there),)
        for yours in (own in one.yes or own in one.if_need_be,)
        for cell in (Cell(one.can, len(one.if_need_be), own=yours, best=one in best),)
    )
    return laid(shown, len(gathering.group.members), found)


def _best(gathering: Gathering) -> tuple[Tally, ...]:
    """Whatever is as good as the first; nothing where all is the same."""
    order = ranked(gathering)
    first = (order[0].can, len(order[0].yes))
    best = tuple(one for one in order if (one.can, len(one.yes)) == first)
    return best if first[0] and len(best) < len(order) else ()

"""A rhythm: a group without a schedule is asked for a time every few weeks, by itself.

A turn is one such asking, named for ever by its local date. The date is kept with the group's zone,
so that a turn stays at the same hour of the wall clock in summer and winter. What is proposed comes
from usual hours, which are not known here, nor how a turn is sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.decisions import WINDOWS
from bot.domain.errors import RhythmUnclear
from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId, MemberId
from bot.domain.meeting import Meeting, Soon
from bot.domain.when.names import zone
from bot.domain.when.slot import Slot
from bot.domain.when.wall import at_wall

MOST_WEEKS = 12

ASKED_AT = time(9)
"""When on its day a turn asks, by the group's wall clock."""

ENOUGH = 2
"""So many people must usually be free, or there are no common hours to speak of."""

WITHIN = (Soon.WEEK, Soon.TWO_WEEKS)
"""How far ahead a turn may look."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every `weeks` weeks from `anchor` on, a local date; `turn` is the next date that asks.

    `set_by` stands as convener of what a turn calls, while they are a member; `soon` says how far
    ahead it looks.
    """

    group_id: GroupId
    guild_id: GuildId
    weeks: int
    anchor: date
    turn: date
    soon: Soon
    set_by: MemberId


def begun(
    group: Group, set_by: MemberId, weeks: int, anchor: date, soon: Soon | None, now: datetime
) -> Rhythm:
    """A new rhythm, whose first turn is today or later; refuses with RhythmUnclear.

    Without `soon` a turn looks two weeks ahead, or one where the next one comes by then.
    """
    if not 1 <= weeks <= MOST_WEEKS:
        raise RhythmUnclear(MOST_WEEKS)
    today = now.astimezone(zone(group.settings.zone)).date()
    window = soon or (Soon.WEEK if weeks == 1 else Soon.TWO_WEEKS)
    rhythm = Rhythm(group.id, group.guild_id, weeks, anchor, anchor, window, set_by)
    return replace(rhythm, turn=_at_or_after(rhythm, today))


def _at_or_after(rhythm: Rhythm, day: date) -> date:
    """The first turn on that day or later."""
    step = timedelta(weeks=rhythm.weeks)
    return rhythm.anchor + step * max(0, -((rhythm.anchor - day) // step))


def due_at(rhythm: Rhythm, group: Group) -> datetime:
    """When the next turn asks, in UTC."""
    return _asks_at(rhythm.turn, group)


def _asks_at(turn: date, group: Group) -> datetime:
    return at_wall(turn, ASKED_AT, zone(group.settings.zone))


def following(rhythm: Rhythm) -> date:
    """The turn after the next one."""
    return rhythm.turn + timedelta(weeks=rhythm.weeks)


def present(rhythm: Rhythm, group: Group, now: datetime) -> Rhythm:
    """The rhythm at the newest turn that is due: what an outage passed over comes once at most."""
    while _asks_at(following(rhythm), group) <= now:
        rhythm = replace(rhythm, turn=following(rhythm))
    return rhythm


def ends_at(rhythm: Rhythm, group: Group) -> datetime:
    """Until when the turn looks for a time: the window it has, but never into the next turn."""
    window = due_at(rhythm, group) + WINDOWS[rhythm.soon]
    return min(window, _asks_at(following(rhythm), group))


def taken(rhythm: Rhythm) -> Rhythm:
    """The rhythm once its turn was taken, whether it asked or not."""
    return replace(rhythm, turn=following(rhythm))


def is_needless(rhythm: Rhythm, group: Group, meetings: Iterable[Meeting], now: datetime) -> bool:
    """Whether the group has an open poll, or a meeting before the turn's window ends.

    A poll that nobody decided, and of which all slots have passed, is open in name only.
    """
    until = ends_at(rhythm, group)
    return any(
        (one.open and any(now < slot.starts for slot in one.slots))
        or (one.time is not None and now < one.time.ends and one.time.starts < until)
        for one in meetings
    )


def convener(rhythm: Rhythm, group: Group) -> MemberId | None:
    """Who set it, while they are a member; then who has been one for longest; None of nobody."""
    if rhythm.set_by in group.member_ids:
        return rhythm.set_by
    return group.members[0].id if group.members else None


def enough(group: Group) -> int:
    """How many must usually be free at a slot that is proposed without anybody's asking."""
    return min(ENOUGH, group.settings.quorum, len(group.members))


def still_time(rhythm: Rhythm, group: Group, now: datetime) -> Slot | None:
    """What is left of the turn's window; None where it is over."""
    until = ends_at(rhythm, group)
    return Slot(now, until) if now < until else None

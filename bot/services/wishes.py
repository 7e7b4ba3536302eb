"""How members like to be reminded: kept by each, as they type it."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.domain.errors import LeadTimesUnclear, QuietUnclear
from bot.domain.ids import GuildId, MemberId
from bot.domain.lead_times import read_lead_times
from bot.domain.wishes import Where, Wishes, read_quiet
from bot.services.ports import Clock, Groups

_MOST_HELD = 200


@dataclass(frozen=True, slots=True)
class TypedWishes:
    """What stands in the form, in the member's own words; no lead times stand for the group's."""

    leads: str
    where: Where
    quiet: str


class ReminderWishes:
    """What each member may choose about reminders."""

    def __init__(self, groups: Groups, clock: Clock, stirred: Callable[[], None]) -> None:
        self._groups = groups
        self._clock = clock
        self._stirred = stirred
        # What could not be read is not written to the disk; here it can be mended for a while.
        self._held: OrderedDict[tuple[GuildId, MemberId], TypedWishes] = OrderedDict()

    async def of(self, guild_id: GuildId, member_id: MemberId) -> Wishes:
        """What a member chose."""
        return await self._groups.wishes_of(guild_id, member_id)

    def held(self, guild_id: GuildId, member_id: MemberId) -> TypedWishes | None:
        """What the member typed last, if it could not be read."""
        return self._held.get((guild_id, member_id))

    async def keep(self, guild_id: GuildId, member_id: MemberId, typed: TypedWishes) -> Wishes:
        """Keeps what was typed.

        Raises:
            LeadTimesUnclear, QuietUnclear: nothing was changed, and what was typed is held.
        """
        who = (guild_id, member_id)
        now = self._clock.now().replace(microsecond=0)
        try:
            wishes = replace(_read(typed), since=now)
        except (LeadTimesUnclear, QuietUnclear):
            self._held[who] = typed
            while len(self._held) > _MOST_HELD:
                self._held.popitem(last=False)
            raise
        self._held.pop(who, None)
        await self._groups.set_wishes(guild_id, member_id, wishes, now)
        self._stirred()
        return wishes


def _read(typed: TypedWishes) -> Wishes:
    leads = typed.leads.strip()
    return Wishes(
        leads=tuple(sorted(read_lead_times(leads), reverse=True)) if leads else None,
        where=typed.where,
        quiet=read_quiet(typed.quiet),
    )

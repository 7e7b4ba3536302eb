"""A Discord that notes what comes when it is of no use any more, and what goes while it is."""

from typing import Self

from bot.domain.meeting import Gathering
from bot.services.outbox import Entry, Posted
from tests.delivery.pretend_discord import Message, PretendDiscord
from tests.delivery.world import World


class WatchfulDiscord(PretendDiscord):
    """Notes each message that is made too late to be of use, or taken away too early."""

    world: World
    too_late: list[str]
    too_early: list[Message]

    def _made(self, entry: Entry, gathering: Gathering) -> Message:
        if entry.expires_at is not None and self.world.now() >= entry.expires_at:
            self.too_late.append(entry.key)
        return super()._made(entry, gathering)

    @classmethod
    def watching(cls, world: World) -> Self:
        """A Discord beside this world."""
        made = cls(lambda: world.real)
        made.world, made.too_late, made.too_early = world, [], []
        return made

    async def take_back(self, posted: Posted) -> None:
        """Notes what is taken away while it is still of use."""
        await super().take_back(posted)
        now = self.world.now()
        for one in self.messages:
            if one.id == posted.message:
                found = await self.world.useful(one.meeting, now)
                self.too_early += [one] if one.content in found else []

"""Whose holidays a group keeps: kept by group, named anew, forgotten, and gone with the group."""

from bot.domain.ids import ChannelId, GuildId
from bot.domain.public_holidays import Land
from tests.domain.examples import CHANNEL
from tests.storage.stores import Stores


async def test_the_last_word_is_kept_for_each_group_by_itself(stores: Stores) -> None:
    here, other = (
        await stores.a_group(),
        await stores.a_group(guild=GuildId(9), channel=ChannelId(8)),
    )
    assert await stores.lands.of(here.id) is None
    await stores.lands.keep(here.id, Land("DE", "BY"))
    await stores.lands.keep(other.id, Land("US"))
    await stores.lands.keep(here.id, Land("GB"))
    assert await stores.lands.of(here.id) == Land("GB")
    await stores.lands.keep(here.id, None)
    assert await stores.lands.of(here.id) is None
    assert await stores.lands.of(other.id) == Land("US")


async def test_it_goes_with_the_group(stores: Stores) -> None:
    group = await stores.a_group(channel=CHANNEL)
    await stores.lands.keep(group.id, Land("AT"))
    await stores.groups.delete(group.id)
    assert (await stores.dump())["holiday_land"] == []

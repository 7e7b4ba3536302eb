"""Keeping groups: who may create and change them, and what their names may say."""

from dataclasses import replace

import pytest

from bot.domain.errors import (
    LikelyIdentifier,
    MayNotCreate,
    NoSuchGroup,
    NotAMember,
    QuorumUnclear,
)
from bot.domain.group import Group
from bot.domain.when.names import UnknownZone
from bot.services.actor import Actor
from tests.domain.examples import ADA, BEN, CHANNEL, FINN, GUILD, a_meeting
from tests.services.conftest import House
from tests.storage.stores import SETTINGS

MEMBER, MANAGER = Actor(ADA), Actor(FINN, manages=True)


async def created(house: House, actor: Actor = MANAGER) -> Group:
    """A group as somebody makes it."""
    return await house.groups.create(GUILD, CHANNEL, SETTINGS, actor, forum=True)


async def test_who_manages_the_server_creates_and_is_the_first_member(house: House) -> None:
    group = await created(house)
    assert group.member_ids == {FINN}
    assert (group.forum, group.settings) == (True, SETTINGS)


async def test_others_create_only_where_the_server_lets_everyone(house: House) -> None:
    with pytest.raises(MayNotCreate):
        await created(house, MEMBER)
    await house.groups.set_creators(GUILD, everyone=True)
    assert (await created(house, MEMBER)).member_ids == {ADA}
    await house.groups.set_creators(GUILD, everyone=False)
    with pytest.raises(MayNotCreate):
        await created(house, MEMBER)


async def test_settings_are_tidied_and_zones_take_their_present_name(house: House) -> None:
    untidy = replace(SETTINGS, name=" Monday  circle ", zone="US/Eastern", leads=(10, 60, 10))
    group = await house.groups.create(GUILD, CHANNEL, untidy, MANAGER, forum=False)
    assert group.settings == replace(
        SETTINGS, name="Monday circle", zone="America/New_York", leads=(60, 10)
    )


async def test_a_zone_that_does_not_exist_is_refused(house: House) -> None:
    with pytest.raises(UnknownZone):
        await house.groups.create(
            GUILD, CHANNEL, replace(SETTINGS, zone="Mars/Base"), MANAGER, forum=False
        )
    with pytest.raises(UnknownZone):
        await house.groups.set_zone(GUILD, ADA, "Mars/Base")


async def test_a_name_that_may_identify_a_client_leaves_no_trace(house: House) -> None:
    group = await created(house)
    name = "Group for zzrefused@example.org"
    with pytest.raises(LikelyIdentifier):
        await house.groups.change(group.id, lambda s: replace(s, name=name), MANAGER)
    assert b"zzrefused" not in house.on_disk()
    assert (await house.groups.get(group.id)).name == "Monday circle"


async def test_members_and_managers_change_settings_and_nobody_else(house: House) -> None:
    await house.groups.set_creators(GUILD, everyone=True)
    group = await created(house, MEMBER)
    with pytest.raises(NotAMember):
        await house.groups.change(group.id, lambda s: replace(s, quorum=3), Actor(BEN))
    for quorum, actor in ((3, MEMBER), (4, MANAGER)):
        changed = await house.groups.change(
            group.id, lambda s, quorum=quorum: replace(s, quorum=quorum), actor
        )
        assert changed.settings.quorum == quorum
    with pytest.raises(QuorumUnclear):
        await house.groups.change(group.id, lambda s: replace(s, quorum=0), MEMBER)


async def test_joining_leaving_and_changing_stir_the_delivery(house: House) -> None:
    group = await created(house)
    await house.groups.join(group.id, BEN)
    await house.groups.change(group.id, lambda s: s, MANAGER)
    left = await house.groups.leave(group.id, BEN)
    assert left.member_ids == {FINN}
    assert house.stirred == 3


async def test_a_group_is_found_by_its_name_in_any_case(house: House) -> None:
    group = await created(house)
    assert await house.groups.named(GUILD, "  mOnday Circle ") == group
    assert await house.groups.in_channel(CHANNEL) == group
    assert await house.groups.of_guild(GUILD) == (group,)
    with pytest.raises(NoSuchGroup):
        await house.groups.named(GUILD, "Tuesday")


async def test_a_members_zone_is_kept_under_its_present_name(house: House) -> None:
    assert await house.groups.zone_of(GUILD, ADA) is None
    assert await house.groups.set_zone(GUILD, ADA, "asia/calcutta") == "Asia/Kolkata"
    assert await house.groups.zone_of(GUILD, ADA) == "Asia/Kolkata"


async def test_a_server_that_was_left_is_forgotten(house: House) -> None:
    group = await created(house)
    await house.stores.called(a_meeting(group_id=group.id))
    await house.groups.erase_guild(GUILD)
    assert all(rows == [] for rows in (await house.stores.dump()).values())
    assert house.stirred == 1

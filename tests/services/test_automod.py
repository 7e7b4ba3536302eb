"""Which channels a rule of AutoMod leaves out, and what is kept of the rules."""

from dataclasses import replace

from bot.domain.ids import ChannelId
from bot.identifiers.automod import Part
from bot.services.actor import Actor
from bot.services.automod import exempt, parts_of
from cogs.wording.automod import NAMES, REFUSED
from tests.domain.examples import ADA, CHANNEL, GUILD, a_group
from tests.services.conftest import House
from tests.storage.stores import SETTINGS

LONGEST_WORDS = 150


def test_channels_of_groups_are_not_left_out() -> None:
    group = a_group()
    room = ChannelId(CHANNEL + 7)
    meets = replace(group, settings=replace(group.settings, voice_channel_id=room))
    assert exempt([9, room, CHANNEL, 3], [meets]) == (3, 9)
    assert exempt([9, room, CHANNEL], [group]) == (9, room)
    assert exempt([], []) == ()


def test_numbers_are_always_refused_and_contacts_where_that_is_chosen() -> None:
    assert parts_of(contacts=False) == (Part.NUMBERS,)
    assert set(parts_of(contacts=True)) == set(Part)


async def test_what_was_asked_for_is_kept_until_it_is_dropped(house: House) -> None:
    rules = house.stores.automod
    assert await rules.wanted(GUILD) == {}
    await rules.keep(GUILD, Part.NUMBERS, 12)
    await rules.keep(GUILD, Part.CONTACTS, None)
    assert await rules.wanted(GUILD) == {Part.NUMBERS: 12, Part.CONTACTS: None}
    await rules.keep(GUILD, Part.NUMBERS, None)
    await rules.drop(GUILD, Part.CONTACTS)
    assert await rules.wanted(GUILD) == {Part.NUMBERS: None}


async def test_who_listens_is_told_of_new_and_changed_groups(house: House) -> None:
    groups, heard = house.groups, list[int]()
    groups.tell(heard.append)
    group = await groups.create(GUILD, CHANNEL, SETTINGS, Actor(ADA, manages=True), forum=False)
    assert heard == [GUILD]
    await groups.change(group.id, lambda old: replace(old, quorum=5), Actor(ADA, manages=False))
    assert heard == [GUILD, GUILD]


def test_each_part_has_a_name_and_words_that_discord_takes() -> None:
    assert set(NAMES) == set(REFUSED) == set(Part)
    assert all(0 < len(words) <= LONGEST_WORDS for words in REFUSED.values())
    assert len(set(NAMES.values())) == len(Part)

"""What members type for others: screened, unless it names those whom the group knows."""

import pytest

from bot.domain.errors import LikelyIdentifier
from bot.domain.group import Group
from bot.domain.ids import GroupId, GuildId
from bot.identifiers import Known
from bot.services.inputs import Inputs
from tests.domain.examples import GUILD, a_group

TELLING = "About my client Dana Reyes"


class NamesOf:
    """Knows some names, and how often it was asked."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.asked = 0

    async def known(self, guild_id: GuildId, group: Group | None) -> Known:
        self.asked += 1
        return lambda passage: passage in self._names


class Taught:
    """Knows what one group taught."""

    async def known(self, group_id: GroupId) -> Known:
        return lambda passage: passage == "Dana Reyes"


async def cleaned(inputs: Inputs, text: str) -> str:
    return await inputs.clean("topic", text, 150, GUILD, a_group())


async def test_a_telling_input_is_refused() -> None:
    with pytest.raises(LikelyIdentifier):
        await cleaned(Inputs(), TELLING)
    with pytest.raises(LikelyIdentifier):
        await cleaned(Inputs(NamesOf("Somebody Else")), TELLING)


async def test_who_belongs_to_the_group_alarms_nobody() -> None:
    assert await cleaned(Inputs(NamesOf("Dana Reyes")), f" {TELLING} ") == TELLING


async def test_what_the_group_taught_counts_and_needs_a_group() -> None:
    inputs = Inputs(None, Taught())
    assert await cleaned(inputs, TELLING) == TELLING
    with pytest.raises(LikelyIdentifier):
        await inputs.clean("group name", TELLING, 150, GUILD, None)


async def test_names_are_asked_for_only_where_something_was_found() -> None:
    names = NamesOf("Dana Reyes")
    assert await cleaned(Inputs(names), "Endings") == "Endings"
    assert names.asked == 0
    await cleaned(Inputs(names), TELLING)
    assert names.asked == 1

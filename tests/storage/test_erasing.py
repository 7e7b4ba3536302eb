"""Erasing a server takes every row about it, and none about another."""

from dataclasses import replace
from datetime import date

from bot.domain import decisions
from bot.domain.agenda import offers
from bot.domain.agenda.facts import Agenda
from bot.domain.group import Group, Nudge, Structure
from bot.domain.ids import ChannelId, GuildId, MessageId
from bot.domain.meeting import Choice, Gathering, Meeting, Phase
from bot.domain.public_holidays import Land
from bot.domain.rhythm import begun
from bot.domain.standing.pattern import Away, Hours
from bot.identifiers import Kind, Strictness
from bot.identifiers.automod import Part
from bot.services.warnings import Warned
from tests.domain.examples import ADA, CHANNEL, NOON, a_meeting, after, answered_with, slot
from tests.domain.series.drawn import a_series
from tests.storage.stores import Dump, Stores, a_draft, a_full_agenda

HERE, ELSEWHERE = GuildId(501), GuildId(502)


def reminders_answered(gathering: Gathering) -> Meeting:
    """Somebody wants no reminders, and somebody was there."""
    return replace(gathering.meeting, hushed=frozenset({ADA}), attended={ADA: True})


async def fill(stores: Stores, guild: GuildId) -> None:
    """Puts at least one row about the server into every table."""
    await stores.groups.set_creators(guild, "everyone")
    await stores.groups.set_zone(guild, ADA, "Europe/London", NOON)
    await stores.groups.set_nudge(guild, ADA, Nudge.DM, NOON)
    group = await stores.a_group(guild=guild, channel=ChannelId(CHANNEL + guild))
    yes = answered_with({ADA: {slot(24): Choice.YES}})
    meeting = a_meeting(guild_id=guild, group_id=group.id, uid=f"uid-{guild}", answers=yes)
    called = await stores.called(meeting)
    await stores.meetings.change(
        called.meeting.id, lambda g: decisions.chosen(g, slot(24), NOON), NOON
    )
    await fill_agendas(stores, group)
    await stores.meetings.change(called.meeting.id, reminders_answered, NOON)
    await stores.drafts.keep(replace(a_draft(called.meeting), meeting_id=called.meeting.id))
    await stores.warnings.keep(Warned(MessageId(guild), guild, CHANNEL, ADA, (Kind.EMAIL,), NOON))
    await stores.lessons.choose(group.id, CHANNEL, Strictness.STRICT)
    await stores.lessons.key(group.id, b"a key")
    await stores.automod.keep(guild, Part.NUMBERS, guild)
    await stores.lessons.learn(group.id, [b"a hash"], NOON)
    await stores.standing.set_week(guild, ADA, ((Hours(540, 720),),) * 7, Hours(540, 1080))
    drafted = replace(a_series(), guild_id=guild, group_id=group.id, uid=f"series-{guild}")
    draft = await stores.series.keep_draft(replace(drafted, started_at=None))
    await stores.series.start(draft.id, NOON)
    await stores.calendar_links.keep(guild, ADA, str(guild).encode(), NOON)
    await stores.lands.keep(group.id, Land("DE", "BY"))
    await stores.rhythms.keep(begun(group, ADA, 4, NOON.date(), None, NOON))
    christmas = Away(date(2026, 12, 24), date(2027, 1, 2))
    await stores.standing.add_away(guild, ADA, christmas, NOON.date())


async def fill_agendas(stores: Stores, group: Group) -> None:
    """A meeting with something of everything on its agenda, and one at which Ada presented."""
    formal = replace(group.settings, structure=Structure.FORMAL)
    await stores.groups.change(group.id, lambda _: formal, NOON)
    guild = group.guild_id
    full = a_meeting(guild_id=guild, group_id=group.id, uid=f"f-{guild}", agenda=a_full_agenda())
    await stores.called(full)
    settled = replace(full, uid=f"h-{guild}", phase=Phase.SCHEDULED, time=slot(9), agenda=Agenda())
    presents = await stores.called(settled)
    change, number = stores.meetings.change, presents.meeting.id
    await change(number, lambda g: offers.accepted(g, ADA, NOON), NOON)
    await change(number, lambda g: decisions.at_end(g, after(10)), NOON)


def sizes(dump: Dump) -> dict[str, int]:
    """How many rows each table has."""
    return {table: len(rows) for table, rows in dump.items()}


async def test_every_table_is_filled_by_this_test(stores: Stores) -> None:
    """A new table must be filled above, or the tests below would say nothing about it."""
    await fill(stores, HERE)
    assert all(sizes(await stores.dump()).values())


async def test_no_row_about_an_erased_server_is_left(stores: Stores) -> None:
    await fill(stores, ELSEWHERE)
    alone = await stores.dump()
    await fill(stores, HERE)
    both = sizes(await stores.dump())
    assert all(both[table] > count for table, count in sizes(alone).items())
    await stores.groups.erase_guild(HERE)
    assert await stores.dump() == alone


async def test_erasing_the_only_server_empties_every_table(stores: Stores) -> None:
    await fill(stores, HERE)
    await stores.groups.erase_guild(HERE)
    assert not any(sizes(await stores.dump()).values())


async def test_erasing_a_server_that_is_not_known_changes_nothing(stores: Stores) -> None:
    await fill(stores, HERE)
    before = await stores.dump()
    await stores.groups.erase_guild(ELSEWHERE)
    assert await stores.dump() == before


async def test_every_table_says_by_itself_or_by_its_parent_whose_it_is(stores: Stores) -> None:
    for table in await stores.dump():
        columns = {row["name"] for row in await stores.rows(f"PRAGMA table_info({table})")}
        parents = await stores.rows(f"PRAGMA foreign_key_list({table})")
        hangs = parents and all(row["on_delete"] == "CASCADE" for row in parents)
        assert "guild_id" in columns or hangs, table

"""What is kept comes back as it was, field by field."""

from dataclasses import replace

import pytest

from bot.domain.errors import (
    AlreadyAMember,
    ChannelTaken,
    NameTaken,
    NoSuchDraft,
    NoSuchGroup,
    NoSuchMeeting,
    NotAMember,
    Refusal,
)
from bot.domain.group import Answers, GroupSettings, Structure
from bot.domain.ids import (
    ChannelId,
    DraftId,
    EventId,
    GroupId,
    GuildId,
    MeetingId,
    MessageId,
)
from bot.domain.meeting import (
    Answer,
    Attendance,
    Choice,
    Gathering,
    Kind,
    Meeting,
    Nudged,
    Phase,
    Posts,
    Soon,
)
from bot.identifiers import Kind as Finding
from bot.services.warnings import Decision, Notice, Told, Warned
from tests.domain.examples import (
    ADA,
    BEN,
    CHANNEL,
    CLEO,
    EVE,
    FINN,
    GUILD,
    NOON,
    a_meeting,
    after,
    answered_with,
    slot,
)
from tests.storage.stores import SETTINGS, Stores, a_draft, a_full_agenda

ALL_SETTINGS = GroupSettings(
    "Zürich evening",
    "Europe/Zurich",
    5,
    90,
    (20160, 30, 5),
    ChannelId(7777),
    3,
    Structure.FORMAL,
    3,
    7,
    9,
    Answers.HIDDEN,
)


def at_its_fullest(meeting_id: MeetingId, group_id: GroupId) -> Meeting:
    """A meeting of which no field has its default."""
    slots = (slot(24), slot(30, 90), slot(48))
    return Meeting(
        id=meeting_id,
        guild_id=GUILD,
        group_id=group_id,
        convener_id=BEN,
        uid="0123abcd",
        topic="Endings, and „goodbye“",
        kind=Kind.PRACTICE,
        soon=Soon.TWO_WEEKS,
        length=90,
        phase=Phase.SCHEDULED,
        called_at=after(1),
        changed_at=after(2),
        deadline=after(3),
        slots=slots,
        round=4,
        revision=5,
        time=slot(99, 75),
        answers={
            ADA: Answer(dict(zip(slots, Choice, strict=True)), "if the train runs", after(1.5)),
            BEN: Answer({slots[0]: Choice.NO}, "", after(1.75)),
        },
        attendance=dict(zip((ADA, BEN, CLEO), Attendance, strict=True)),
        posts=Posts(
            ChannelId(1), MessageId(2), ChannelId(3), MessageId(4), ChannelId(5), EventId(6)
        ),
        nudged=Nudged(2, 3),
        restored=1,
        restored_at=after(2),
        short_at=after(2.5),
        impossible_at=after(1.5),
        agenda=a_full_agenda(),
        snoozed={ADA: after(90), BEN: after(91)},
        hushed=frozenset({BEN, CLEO}),
        attended={ADA: True, BEN: False},
        version=2,
    )


async def test_a_group_comes_back_with_its_members_and_their_zones(stores: Stores) -> None:
    await stores.groups.set_zone(GUILD, BEN, "Pacific/Auckland", NOON)
    made = await stores.a_group(settings=ALL_SETTINGS, forum=True)
    assert made == await stores.groups.get(made.id)
    assert (made.guild_id, made.channel_id, made.forum) == (GUILD, CHANNEL, True)
    assert made.settings == ALL_SETTINGS
    assert [(m.id, m.zone) for m in made.members] == [
        (ADA, None),
        (BEN, "Pacific/Auckland"),
        (CLEO, None),
    ]
    assert made.members[0].joined_at == NOON


async def test_a_group_without_reminders_comes_back_without(stores: Stores) -> None:
    made = await stores.a_group(settings=replace(SETTINGS, leads=()))
    assert (await stores.groups.get(made.id)).settings.leads == ()


async def test_a_called_meeting_comes_back_field_by_field(stores: Stores) -> None:
    group = await stores.a_group()
    meeting = a_meeting(group_id=group.id, answers=answered_with({ADA: {slot(24): Choice.YES}}))
    called = await stores.called(meeting)
    assert called.meeting == replace(meeting, id=called.meeting.id)
    assert called.group == group
    assert await stores.meetings.get(called.meeting.id) == called


async def test_a_changed_meeting_comes_back_field_by_field(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting([slot(24)], group_id=group.id))
    full = at_its_fullest(called.meeting.id, group.id)
    changed = await stores.meetings.change(full.id, lambda _: full, NOON)
    assert changed.meeting == full
    stands = Gathering(await stores.groups.get(group.id), full)
    assert await stores.meetings.get(full.id) == stands


async def test_every_field_can_go_back_to_nothing(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting([slot(24)], group_id=group.id))
    full = at_its_fullest(called.meeting.id, group.id)
    await stores.meetings.change(full.id, lambda _: full, NOON)
    bare = replace(full, time=None, posts=Posts(), attendance={}, version=3)
    bare = replace(bare, snoozed={}, hushed=frozenset(), attended={})
    await stores.meetings.change(full.id, lambda _: bare, NOON)
    assert (await stores.meetings.get(full.id)).meeting == bare


async def test_an_answer_replaces_the_one_before(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    for choice in Choice:
        answer = Answer(dict.fromkeys(called.meeting.slots, choice), choice.value, after(1))
        changed = await stores.meetings.change(
            called.meeting.id,
            lambda g, answer=answer: replace(g.meeting, answers={**g.meeting.answers, BEN: answer}),
            NOON,
        )
        assert (await stores.meetings.get(called.meeting.id)) == changed
        assert changed.meeting.answers[BEN] == answer


async def test_only_what_cards_show_makes_a_new_version(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))

    def posted(gathering: Gathering) -> Meeting:
        return gathering.meeting.with_posts(thread=12)

    def retitled(gathering: Gathering) -> Meeting:
        return replace(gathering.meeting, topic="Beginnings")

    same = await stores.meetings.change(called.meeting.id, posted, NOON)
    other = await stores.meetings.change(called.meeting.id, retitled, NOON)
    assert (called.meeting.version, same.meeting.version, other.meeting.version) == (1, 1, 2)


async def test_a_draft_comes_back_and_takes_the_place_of_the_one_it_replaces(
    stores: Stores,
) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    first = await stores.drafts.keep(
        replace(a_draft(called.meeting), meeting_id=called.meeting.id, slots=())
    )
    assert await stores.drafts.get(first.id) == first
    second = await stores.drafts.keep(replace(a_draft(called.meeting), id=first.id))
    assert await stores.drafts.get(second.id) == second
    with pytest.raises(NoSuchDraft):
        await stores.drafts.get(first.id)


async def test_drafts_that_nobody_posted_are_forgotten_after_a_while(stores: Stores) -> None:
    group = await stores.a_group()
    old = await stores.drafts.keep(a_draft(a_meeting(group_id=group.id)))
    young = await stores.drafts.keep(replace(old, id=DraftId(0), created_at=after(1)))
    assert await stores.drafts.drop_before(after(1)) == 1
    assert await stores.drafts.get(young.id) == young
    await stores.drafts.drop(young.id)
    for gone in (old, young):
        with pytest.raises(NoSuchDraft):
            await stores.drafts.drop(gone.id)


async def test_a_warning_comes_back_with_what_was_decided(stores: Stores) -> None:
    warned = Warned(
        MessageId(1), GUILD, CHANNEL, ADA, (Finding.EMAIL, Finding.AGE90, Finding.EMAIL), NOON
    )
    assert await stores.warnings.keep(warned)
    assert not await stores.warnings.keep(replace(warned, kinds=(Finding.NAME,)))
    assert await stores.warnings.get(MessageId(1)) == warned
    notice = Notice(Told.PRIVATELY, ChannelId(8), MessageId(9))
    await stores.warnings.set_notice(MessageId(1), notice, after(2))
    told = replace(warned, notice=notice)
    assert await stores.warnings.get(MessageId(1)) == replace(told, remind_at=after(2))
    for decision in Decision:
        await stores.warnings.decide(MessageId(1), decision, after(1))
        kept = await stores.warnings.get(MessageId(1))
        assert kept == replace(told, decision=decision)
    assert await stores.warnings.get(MessageId(2)) is None


async def test_who_may_create_groups_is_kept_by_server(stores: Stores) -> None:
    assert await stores.groups.creators(GUILD) == "managers"
    await stores.groups.set_creators(GUILD, "everyone")
    await stores.groups.set_creators(GUILD, "everyone")
    assert await stores.groups.creators(GUILD) == "everyone"
    assert await stores.groups.creators(GuildId(8)) == "managers"


async def test_a_zone_belongs_to_a_person_in_a_server(stores: Stores) -> None:
    await stores.groups.set_zone(GUILD, ADA, "Europe/London", NOON)
    await stores.groups.set_zone(GUILD, ADA, "Europe/Paris", NOON)
    assert await stores.groups.zone_of(GUILD, ADA) == "Europe/Paris"
    assert await stores.groups.zone_of(GuildId(8), ADA) is None


async def test_groups_are_found_by_channel_and_by_server(stores: Stores) -> None:
    second = await stores.a_group(
        channel=ChannelId(2), settings=replace(SETTINGS, name="anna's group")
    )
    first = await stores.a_group()
    await stores.a_group(guild=GuildId(8), channel=ChannelId(3))
    assert await stores.groups.in_channel(CHANNEL) == first
    assert await stores.groups.in_channel(ChannelId(99)) is None
    assert await stores.groups.of_guild(GUILD) == (second, first)


async def test_a_channel_and_a_name_are_taken_once(stores: Stores) -> None:
    group = await stores.a_group()
    with pytest.raises(ChannelTaken):
        await stores.a_group(settings=replace(SETTINGS, name="Other"))
    with pytest.raises(NameTaken):
        await stores.a_group(channel=ChannelId(2), settings=replace(SETTINGS, name="MONDAY circle"))
    other = await stores.a_group(
        channel=ChannelId(2), settings=replace(SETTINGS, name="Other"), members=(ADA,)
    )
    with pytest.raises(NameTaken):
        await stores.groups.change(other.id, lambda _: SETTINGS, NOON)
    assert (await stores.groups.get(other.id)).name == "Other"
    assert (await stores.groups.get(group.id)).name == "Monday circle"


async def test_members_join_once_and_leave_once(stores: Stores) -> None:
    group = await stores.a_group()
    with pytest.raises(AlreadyAMember):
        await stores.groups.join(group.id, ADA, NOON)
    left = await stores.groups.leave(group.id, BEN, NOON)
    assert left.member_ids == {ADA, CLEO}
    with pytest.raises(NotAMember):
        await stores.groups.leave(group.id, BEN, NOON)


async def test_what_is_not_there_is_refused(stores: Stores) -> None:
    nobody, nowhere = MeetingId(99), GroupId(99)

    async def refused(with_: type[Refusal], call: object) -> None:
        with pytest.raises(with_):
            await call  # pyright: ignore[reportGeneralTypeIssues] - a coroutine of any kind

    await refused(NoSuchMeeting, stores.meetings.get(nobody))
    await refused(NoSuchMeeting, stores.meetings.change(nobody, lambda g: g.meeting, NOON))
    await refused(NoSuchGroup, stores.groups.get(nowhere))
    await refused(NoSuchGroup, stores.groups.join(nowhere, EVE, NOON))
    await refused(NoSuchGroup, stores.groups.leave(nowhere, EVE, NOON))
    await refused(NoSuchGroup, stores.groups.change(nowhere, lambda one: one, NOON))
    await refused(NoSuchDraft, stores.meetings.call(a_meeting(), DraftId(99), NOON))


async def test_a_deleted_group_takes_its_meetings_along(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    await stores.groups.delete(group.id)
    with pytest.raises(NoSuchMeeting):
        await stores.meetings.get(called.meeting.id)
    left = await stores.dump()
    assert all(rows == [] for rows in left.values())


async def test_what_lies_ahead_is_listed_by_server_and_time(stores: Stores) -> None:
    group = await stores.a_group()

    async def kept(**facts: object) -> MeetingId:
        called = await stores.called(
            a_meeting(group_id=group.id, uid=str(facts), deadline=after(1))
        )
        changed = replace(called.meeting, **facts)  # pyright: ignore[reportArgumentType] - real fields
        await stores.meetings.change(called.meeting.id, lambda _: changed, NOON)
        return called.meeting.id

    over = {"phase": Phase.SCHEDULED, "time": slot(-2)}
    await kept(**over)
    running = await kept(phase=Phase.SCHEDULED, time=slot(-0.5))
    coming = await kept(phase=Phase.SCHEDULED, time=slot(9))
    polled = await kept(deadline=after(3))
    undecided = await kept(phase=Phase.UNDECIDED, deadline=after(-3))
    await kept(phase=Phase.HELD, time=slot(7))
    await kept(phase=Phase.CANCELLED, time=slot(7))
    listed = await stores.meetings.ahead(GUILD, NOON)
    assert [one.meeting.id for one in listed] == [undecided, running, polled, coming]
    assert await stores.meetings.ahead(GuildId(8), NOON) == ()


async def test_cards_that_are_behind_are_known(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    meeting_id = called.meeting.id
    assert await stores.meetings.unshown() == ()
    await stores.meetings.change(
        meeting_id, lambda g: g.meeting.with_posts(poll_channel=1, poll_message=2), NOON
    )
    assert await stores.meetings.unshown() == (meeting_id,)
    await stores.meetings.set_shown(meeting_id, 1)
    assert await stores.meetings.unshown() == ()
    await stores.meetings.change(meeting_id, lambda g: replace(g.meeting, topic="Other"), NOON)
    assert await stores.meetings.unshown() == (meeting_id,)
    await stores.meetings.set_shown(meeting_id, 2)
    await stores.meetings.set_shown(meeting_id, 1)
    assert await stores.meetings.unshown() == ()


async def test_a_joining_or_leaving_member_changes_the_cards(stores: Stores) -> None:
    group = await stores.a_group()
    called = await stores.called(a_meeting(group_id=group.id))
    await stores.groups.join(group.id, FINN, NOON)
    await stores.groups.leave(group.id, BEN, NOON)
    assert (await stores.meetings.get(called.meeting.id)).meeting.version == 3


async def test_the_last_one_missing_who_leaves_settles_the_poll(stores: Stores) -> None:
    group = await stores.a_group()
    yes = dict.fromkeys((slot(24), slot(30), slot(48)), Choice.YES)
    answers = answered_with({ADA: yes, BEN: yes})
    called = await stores.called(a_meeting(group_id=group.id, answers=answers))
    await stores.groups.leave(group.id, CLEO, after(1))
    settled = (await stores.meetings.get(called.meeting.id)).meeting
    assert (settled.phase, settled.time, settled.changed_at) == (
        Phase.SCHEDULED,
        slot(24),
        after(1),
    )

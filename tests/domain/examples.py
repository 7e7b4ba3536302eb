"""Invented groups and meetings for the tests of the rules, the store and the delivery.

Times are counted in hours from NOON, a Monday in winter; people are invented.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from bot.domain.group import DEFAULT_LEADS, Group, GroupSettings, Member
from bot.domain.ids import ChannelId, GroupId, GuildId, MeetingId, MemberId
from bot.domain.meeting import Answer, Choice, Gathering, Kind, Meeting, Phase, Soon
from bot.domain.when.slot import Slot

NOON = datetime(2026, 1, 12, 12, tzinfo=UTC)
GUILD = GuildId(7001)
CHANNEL = ChannelId(7101)
ADA, BEN, CLEO, DEV, EVE, FINN = (MemberId(number) for number in range(101, 107))
EVERYBODY = (ADA, BEN, CLEO, DEV, EVE, FINN)


def after(hours: float) -> datetime:
    """The instant that many hours after NOON."""
    return NOON + timedelta(hours=hours)


def slot(hours: float, minutes: int = 60) -> Slot:
    """A slot that begins that many hours after NOON."""
    return Slot(after(hours), after(hours) + timedelta(minutes=minutes))


def a_group(
    members: Sequence[MemberId] = (ADA, BEN, CLEO),
    *,
    quorum: int = 2,
    leads: tuple[int, ...] = DEFAULT_LEADS,
    forum: bool = False,
) -> Group:
    """A group whose members joined in the order given."""
    return Group(
        id=GroupId(1),
        guild_id=GUILD,
        channel_id=CHANNEL,
        forum=forum,
        settings=GroupSettings("Monday circle", "America/New_York", quorum, leads=leads),
        members=tuple(
            Member(member, "Europe/London", NOON - timedelta(days=90 - place))
            for place, member in enumerate(members)
        ),
    )


def a_meeting(slots: Sequence[Slot] = (), **facts: object) -> Meeting:
    """A poll called at NOON that closes twelve hours later, unless the facts say otherwise."""
    start = Meeting(
        id=MeetingId(1),
        guild_id=GUILD,
        group_id=GroupId(1),
        convener_id=ADA,
        uid="c0ffee",
        topic="Endings",
        kind=Kind.CASE,
        soon=Soon.TWO_DAYS,
        length=60,
        phase=Phase.POLLING,
        called_at=NOON,
        changed_at=NOON,
        deadline=after(12),
        slots=tuple(slots) or (slot(24), slot(30), slot(48)),
    )
    return replace(start, **facts)  # pyright: ignore[reportArgumentType] - a test names real fields


def answered_with(
    answers: Mapping[MemberId, Mapping[Slot, Choice]], at: datetime = NOON
) -> dict[MemberId, Answer]:
    """Answers without notes, as a meeting keeps them."""
    return {member: Answer(dict(choices), "", at) for member, choices in answers.items()}


def a_poll(
    said: Mapping[MemberId, Mapping[Slot, Choice]] | None = None,
    *,
    group: Group | None = None,
    slots: Sequence[Slot] = (),
    **facts: object,
) -> Gathering:
    """A gathering whose members said these things."""
    meeting = a_meeting(slots, answers=answered_with(said or {}), **facts)
    return Gathering(group or a_group(), meeting)


@st.composite
def polls(draw: st.DrawFn) -> Gathering:
    """Open polls of all sizes, with answers that may lack slots or come from strangers."""
    members = EVERYBODY[: draw(st.integers(1, 6))]
    hours = draw(st.lists(st.integers(1, 60), min_size=1, max_size=6, unique=True))
    slots = [slot(hour) for hour in sorted(hours)]
    choices = st.dictionaries(st.sampled_from(slots), st.sampled_from(Choice))
    said = draw(st.dictionaries(st.sampled_from(EVERYBODY), choices))
    group = a_group(members, quorum=draw(st.integers(1, 6)))
    return a_poll(said, group=group, slots=slots)

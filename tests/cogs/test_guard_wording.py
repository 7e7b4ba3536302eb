"""What `/group guard` says fits into one message, whatever was chosen and however much happened."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.group import LONGEST_NAME, Group, GroupSettings, Member
from bot.domain.ids import ChannelId, GroupId, GuildId, MemberId
from bot.identifiers import Kind, Strictness
from bot.services.warnings import Record, Tally
from cogs.wording import guard as wording

_LARGE = 10**18
_MEMBER = Member(MemberId(1), None, datetime(2026, 1, 1, tzinfo=UTC))
_SETTINGS = GroupSettings("x" * LONGEST_NAME, "Europe/London", 2)
_GROUP = Group(GroupId(1), GuildId(1), ChannelId(_LARGE), False, _SETTINGS, (_MEMBER,))  # noqa: FBT003 - a text channel

_places = st.none() | st.integers(_LARGE, _LARGE + 50).map(ChannelId)
_counts = st.integers(0, 99_999)
_tallies = st.builds(Tally, _counts, _counts, _counts, _counts)


@given(
    st.dictionaries(_places, st.sampled_from(Strictness), max_size=40),
    st.dictionaries(st.sampled_from(Kind), _tallies),
    _counts,
)
def test_it_fits_into_one_message(
    choices: dict[ChannelId | None, Strictness], tallies: dict[Kind, Tally], count: int
) -> None:
    barred = tuple(place for place in choices if place)
    guarded = wording.Guarded(_GROUP, choices, Record(tallies, count), count, barred)
    said = wording.guard(guarded)
    assert len(said) <= wording.LONGEST
    more = "- and of other kinds: " in said
    assert more == (said.count("\n- ") - more < len(tallies) + 3)


def test_what_happened_most_comes_first() -> None:
    tallies = {Kind.PHONE: Tally(1), Kind.NAME: Tally(2, 0, 0, 3)}
    said = wording.guard(wording.Guarded(_GROUP, {}, Record(tallies, 0), 0))
    assert "- names: 2 confirmed and 3 open\n- telephone numbers: 1 confirmed\n" in said

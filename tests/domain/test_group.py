"""What a group may say about itself."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import LeadTimesUnclear, LengthUnclear, NameUnclear, QuorumUnclear, Refusal
from bot.domain.group import DEFAULT_LEADS, GroupSettings, checked
from tests.domain.examples import ADA, BEN, EVE, a_group

FINE = GroupSettings("Monday circle", "America/New_York", 3)


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [
        ("name", "", NameUnclear),
        ("name", "  \n ", NameUnclear),
        ("name", "x" * 61, NameUnclear),
        ("quorum", 0, QuorumUnclear),
        ("quorum", 101, QuorumUnclear),
        ("length", 59, LengthUnclear),
        ("length", 481, LengthUnclear),
        ("leads", (0,), LeadTimesUnclear),
        ("leads", (-5,), LeadTimesUnclear),
        ("leads", (20161,), LeadTimesUnclear),
        ("leads", (1, 2, 3, 4, 5, 6), LeadTimesUnclear),
    ],
)
def test_each_setting_outside_its_bounds_is_refused(
    field: str, value: object, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        checked(replace(FINE, **{field: value}))  # pyright: ignore[reportArgumentType] - real fields


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "x" * 60),
        ("quorum", 1),
        ("quorum", 100),
        ("length", 60),
        ("length", 480),
        ("leads", (20160, 1)),
        ("leads", ()),
    ],
)
def test_each_setting_at_its_bounds_is_taken(field: str, value: object) -> None:
    wanted = replace(FINE, **{field: value})  # pyright: ignore[reportArgumentType] - real fields
    assert checked(wanted) == wanted


@given(st.lists(st.integers(1, 20160), max_size=5))
def test_lead_times_come_out_once_each_and_longest_first(leads: list[int]) -> None:
    tidy = checked(replace(FINE, leads=tuple(leads))).leads
    assert set(tidy) == set(leads)
    assert all(one > other for one, other in pairwise(tidy))


def test_five_lead_times_are_counted_after_doubles_fell_out() -> None:
    assert checked(replace(FINE, leads=(5, 5, 5, 60, 60, 10, 10))).leads == (60, 10, 5)


def test_a_name_loses_its_extra_blanks() -> None:
    assert checked(replace(FINE, name="  Monday \n circle ")).name == "Monday circle"


def test_checking_twice_changes_nothing_more() -> None:
    once = checked(replace(FINE, name=" a  b ", leads=(10, 60, 10)))
    assert checked(once) == once


def test_refusals_name_the_bound_that_was_passed() -> None:
    with pytest.raises(LengthUnclear) as refused:
        checked(replace(FINE, length=10))
    assert (refused.value.shortest, refused.value.longest) == (60, 480)


def test_a_group_knows_its_members() -> None:
    group = a_group((ADA, BEN))
    assert group.member_ids == {ADA, BEN}
    assert (found := group.member(BEN)) is not None
    assert found.id == BEN
    assert group.member(EVE) is None
    assert group.name == "Monday circle"


def test_a_day_an_hour_and_ten_minutes_are_the_default_leads() -> None:
    assert FINE.leads == DEFAULT_LEADS == (1440, 60, 10)

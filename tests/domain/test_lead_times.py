"""Lead times as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import LeadTimesUnclear
from bot.domain.group import LONGEST_LEAD, MOST_LEADS
from bot.domain.lead_times import read_lead_times


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("24h, 1h, 10m", (1440, 60, 10)),
        ("24h 1h 10m", (1440, 60, 10)),
        ("1d", (1440,)),
        ("90m", (90,)),
        ("1 hour", (60,)),
        ("10 min", (10,)),
        ("1h30m", (90,)),
        ("2 Weeks; 1 day and 90 minutes before.", (20160, 1440, 90)),
        ("24 hrs / 1 hr & 5mins", (1440, 60, 5)),
        ("1h, 60m", (60,)),
        ("none", ()),
        (" None. ", ()),
        ("0", ()),
    ],
)
def test_what_people_type_is_read(typed: str, minutes: tuple[int, ...]) -> None:
    assert read_lead_times(typed) == minutes


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "10",
        "1h x",
        "1hour30",
        "0m",
        "-1h",
        "1.5h",
        "15d",
        "99999w",
        "1m,2m,3m,4m,5m,6m",
    ],
)
def test_what_is_unclear_is_refused(typed: str) -> None:
    with pytest.raises(LeadTimesUnclear) as refused:
        read_lead_times(typed)
    assert (refused.value.most, refused.value.longest) == (MOST_LEADS, LONGEST_LEAD)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(typed: str) -> None:
    """Nothing but lead times within the bounds ever comes out."""
    try:
        leads = read_lead_times(typed)
    except LeadTimesUnclear:
        return
    assert len(leads) <= MOST_LEADS
    assert all(1 <= lead <= LONGEST_LEAD for lead in leads)


@given(st.lists(st.integers(1, LONGEST_LEAD), min_size=1, max_size=MOST_LEADS, unique=True))
def test_minutes_come_back_as_they_were_written(leads: list[int]) -> None:
    assert read_lead_times(", ".join(f"{lead} minutes" for lead in leads)) == tuple(leads)

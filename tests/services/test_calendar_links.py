"""Addresses of web calendars: right instants, neutral words, and nothing that breaks an address."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when.slot import Slot
from bot.services.calendar import NEUTRAL_SUMMARY
from bot.services.calendar_links import WebCalendar, adding, subscribing
from tests.domain.examples import NOON, slot

DISCORDS_LONGEST = 512
FEED = f"https://calendar.example.org/calendar/{'x' * 43}.ics"


def asked(address: str) -> dict[str, str]:
    """What an address asks for."""
    parts = urlsplit(address)
    assert parts.scheme == "https"
    assert "+" not in parts.query
    return {name: value for name, (value,) in parse_qs(parts.query, strict_parsing=True).items()}


def test_google_gets_both_instants_in_utc() -> None:
    said = asked(adding(WebCalendar.GOOGLE, slot(24, 90)))
    assert said == {
        "action": "TEMPLATE",
        "text": NEUTRAL_SUMMARY,
        "dates": "20260113T120000Z/20260113T133000Z",
    }


@pytest.mark.parametrize("place", [WebCalendar.OUTLOOK, WebCalendar.OUTLOOK_WORK])
def test_outlook_gets_both_instants_in_utc(place: WebCalendar) -> None:
    said = asked(adding(place, slot(24, 90)))
    assert said["subject"] == NEUTRAL_SUMMARY
    assert (said["startdt"], said["enddt"]) == ("2026-01-13T12:00:00Z", "2026-01-13T13:30:00Z")


@given(st.integers(0, 10**6), st.integers(1, 10**4), st.sampled_from(WebCalendar))
def test_every_address_fits_into_a_button(begin: int, length: int, place: WebCalendar) -> None:
    starts = NOON + timedelta(minutes=begin)
    address = adding(place, Slot(starts, starts + timedelta(minutes=length)))
    assert len(address) <= DISCORDS_LONGEST
    assert NEUTRAL_SUMMARY in asked(address).values()


def test_outlook_is_given_the_feed_and_google_never() -> None:
    """Google's way to be given one would fetch it in the clear first."""
    assert asked(subscribing(WebCalendar.OUTLOOK, FEED))["url"] == FEED
    assert asked(subscribing(WebCalendar.OUTLOOK_WORK, FEED))["url"] == FEED
    assert "xxx" not in subscribing(WebCalendar.GOOGLE, FEED)

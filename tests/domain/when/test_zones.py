"""Zones are found by their names and by what people call them."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.when.names import countries_by_zone
from bot.domain.when.places import Place, country_names, places, plain
from bot.domain.when.search import place_zone
from bot.domain.when.zones import (
    COMMON_ZONES,
    UnknownZone,
    ZoneChoice,
    load_cities,
    search_zones,
    zone,
)

NOW = datetime(2026, 11, 24, 21, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("America/New_York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        (" Europe/Oslo ", "Europe/Oslo"),
        ("US/Eastern", "America/New_York"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Etc/UTC", "UTC"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_goes_by_its_present_name(name: str, key: str) -> None:
    assert zone(name).key == key


@pytest.mark.parametrize(
    "name",
    ["", "EST", "MST", "Etc/GMT+5", "UTC+2", "+02:00", "Boston", "../UTC", "Factory", "x" * 999],
)
def test_what_is_no_zone_of_a_place_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone) as refused:
        zone(name)
    assert refused.value.name == name


def test_a_refused_name_stays_out_of_the_errors_text() -> None:
    with pytest.raises(UnknownZone) as refused:
        zone("Bedford Falls")
    assert "Bedford" not in f"{refused.value!s}{refused.value!r}"


def test_every_zone_of_a_country_can_be_loaded() -> None:
    for name in countries_by_zone():
        assert zone(name) == ZoneInfo(name)


def test_nothing_typed_gives_the_common_zones() -> None:
    found = search_zones("", now=NOW)
    assert tuple(choice.zone for choice in found) == COMMON_ZONES
    assert found[0] == ZoneChoice("America/New_York", "New York, United States · now 4:12 pm")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("boston", "America/New_York"),
        ("Boston", "America/New_York"),
        ("auck", "Pacific/Auckland"),
        ("sao paulo", "America/Sao_Paulo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("koln", "Europe/Berlin"),
        ("cologne", "Europe/Berlin"),
        ("nyc", "America/New_York"),
        ("portland", "America/Los_Angeles"),
        ("portland maine", "America/New_York"),
        ("Portland, Maine", "America/New_York"),
        ("london, uk", "Europe/London"),
        ("st johns", "America/St_Johns"),
        ("EST", "America/New_York"),
        ("est", "America/New_York"),
        ("CET", "Europe/Berlin"),
        ("NZST", "Pacific/Auckland"),
        ("pacific", "America/Los_Angeles"),
        ("pac", "America/Los_Angeles"),
        ("eastern time", "America/New_York"),
        ("gmt", "Europe/London"),
        ("utc", "UTC"),
        ("uk", "Europe/London"),
        ("germany", "Europe/Berlin"),
        ("united states", "America/New_York"),
        ("texas", "America/Chicago"),
        ("queensland", "Australia/Brisbane"),
        ("America/New_York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("europe/ber", "Europe/Berlin"),
        ("kathmandu", "Asia/Kathmandu"),
    ],
)
def test_the_likeliest_zone_comes_first(typed: str, first: str) -> None:
    assert search_zones(typed, now=NOW)[0].zone == first


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("boston", "Boston, Massachusetts, United States · New York time · now 4:12 pm"),
        ("auckland", "Auckland, New Zealand · now 10:12 am"),
        ("sao paulo", "São Paulo, Brazil · now 6:12 pm"),
        ("pacific", "Pacific time · Los Angeles · now 1:12 pm"),
        ("cet", "CET · Berlin time · now 10:12 pm"),
        ("utc", "UTC · now 9:12 pm"),
    ],
)
def test_a_label_says_where_it_is_and_what_time_it_is_there(typed: str, label: str) -> None:
    assert search_zones(typed, now=NOW)[0].label == label


def test_a_place_that_shares_its_name_is_told_apart() -> None:
    labels = [choice.label for choice in search_zones("springfield", now=NOW)]
    assert any("Missouri" in label for label in labels)
    assert any("Massachusetts" in label for label in labels)


def test_gmt_offers_utc_as_well() -> None:
    assert [choice.zone for choice in search_zones("GMT", now=NOW)][:2] == ["Europe/London", "UTC"]


@pytest.mark.parametrize(
    ("typed", "now", "has", "lacks"),
    [
        ("UTC-5", NOW, "America/New_York", "America/Chicago"),
        ("-5", SUMMER, "America/Chicago", "America/New_York"),
        ("+5:30", NOW, "Asia/Kolkata", "Asia/Karachi"),
        ("gmt +13", NOW, "Pacific/Auckland", "Australia/Sydney"),
    ],
)
def test_an_offset_finds_the_places_that_have_it_now(
    typed: str, now: datetime, has: str, lacks: str
) -> None:
    zones = {choice.zone for choice in search_zones(typed, now=now)}
    assert has in zones
    assert lacks not in zones


def test_nonsense_finds_nothing() -> None:
    assert search_zones("qqqzzz", now=NOW) == ()
    assert search_zones("!?", now=NOW) == ()


@given(st.text(max_size=120), st.integers(0, 30))
def test_choices_fit_what_discord_takes(typed: str, most: int) -> None:
    found = search_zones(typed, now=NOW, most=most)
    assert len(found) <= most
    assert len(set(found)) == len(found)
    for choice in found:
        assert 1 <= len(choice.label) <= 100
        assert zone(choice.zone).key == choice.zone


@given(st.sampled_from(places()))
def test_every_city_is_found_by_its_own_name(city: Place) -> None:
    assert city.zone in {choice.zone for choice in search_zones(city.name, now=NOW)}


def test_the_tables_hold_only_known_zones_and_countries() -> None:
    load_cities()
    for place in places():
        assert zone(place.zone).key == place.zone
        assert place.country in country_names()


def test_nearly_every_country_has_a_city() -> None:
    inhabited = set(countries_by_zone().values()) - {place.country for place in places()}
    assert len(inhabited) < 12, inhabited


def test_the_notice_names_the_tables_and_their_licence() -> None:
    notice = (Path(__file__).parents[3] / "NOTICE").read_text(encoding="utf-8")
    for word in ("cities.tsv", "countries.tsv", "GeoNames", "Attribution 4.0"):
        assert word in notice


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("London", "Europe/London"),
        ("new york", "America/New_York"),
        ("in India", "Asia/Kolkata"),
        ("the UK", "Europe/London"),
    ],
)
def test_a_place_named_in_full_has_one_zone(name: str, key: str) -> None:
    found = place_zone(name)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("name", ["", "lond", "any", "works for me"])
def test_other_words_are_no_places(name: str) -> None:
    assert place_zone(name) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("São Paulo", "sao paulo"),
        ("St. John's", "st johns"),
        ("Łódź", "lodz"),
        ("  Weiße-Stadt ", "weisse stadt"),
        ("America/New_York", "america new york"),
        ("ÅÄÖ", "aao"),
    ],
)
def test_names_are_compared_without_accents_and_marks(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_no_fixed_offset_is_taken_for_a_zone() -> None:
    offsets = {name for name in available_timezones() if re.fullmatch(r"Etc/GMT[+-][1-9]+", name)}
    assert len(offsets) > 15
    for name in offsets:
        with pytest.raises(UnknownZone):
            zone(name)

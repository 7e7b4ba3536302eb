"""A few days that everybody can look up, and what is meant by a name."""

from datetime import date

import pytest

from bot.domain.errors import NoSuchCountry, NoSuchRegion
from bot.domain.public_holidays import Land, countries, holidays_on, land_meant, name_of, regions

EPIPHANY, CHRISTMAS = date(2027, 1, 6), date(2026, 12, 25)


def test_epiphany_is_kept_in_bavaria_and_not_in_berlin() -> None:
    days = (EPIPHANY, CHRISTMAS)
    assert holidays_on(Land("DE", "BY"), days)[EPIPHANY] == "Epiphany"
    assert set(holidays_on(Land("DE", "BE"), days)) == {CHRISTMAS}


def test_days_that_move_are_found_over_the_turn_of_the_year() -> None:
    days = [date(2026, 11, 26), date(2026, 11, 19), date(2027, 1, 18), date(2027, 11, 25)]
    assert holidays_on(Land("US"), days) == {
        date(2026, 11, 26): "Thanksgiving Day",
        date(2027, 1, 18): "Martin Luther King Jr. Day",
        date(2027, 11, 25): "Thanksgiving Day",
    }


def test_no_days_have_no_holidays() -> None:
    assert holidays_on(Land("US"), ()) == {}


@pytest.mark.parametrize(
    ("country", "region", "meant"),
    [
        ("DE", "BY", Land("DE", "BY")),
        ("germany", "bayern", Land("DE", "BY")),
        ("Germany", " ", Land("DE")),
        ("uk", "Scotland", Land("GB", "SCT")),
        ("usa", "", Land("US")),
    ],
)
def test_a_picked_code_and_a_typed_name_mean_the_same(
    country: str, region: str, meant: Land
) -> None:
    assert land_meant(country, region) == meant


def test_what_means_nothing_is_refused() -> None:
    for country in ("Nowhere", "", "??"):
        with pytest.raises(NoSuchCountry):
            land_meant(country, "")
    with pytest.raises(NoSuchRegion) as refused:
        land_meant("Germany", "Scotland")
    assert refused.value.country == "Germany"


def test_it_is_named_as_people_call_it() -> None:
    assert name_of(Land("DE", "BY")) == "Bayern, Germany"
    assert name_of(Land("US")) == "United States"


def test_every_country_and_region_on_offer_is_meant_by_its_code_and_by_its_name() -> None:
    for code, name in countries().items():
        assert land_meant(code, "") == Land(code)
        assert name_of(land_meant(name, "")) == name
    for code in regions("US"):
        assert land_meant("US", code).region == code

"""Which passages are times that a convener offers."""

import pytest

from bot.services.offered_times import is_offered_time


@pytest.mark.parametrize(
    "passage",
    [
        *("Wed", "Wed 2pm", "Wed 2pm, Thu 10am", "Tuesday at 14:00", "Fri 6 March 9am", "noon"),
        *("Thursdays 10:30", "next Monday", "Sat 14th of March, 9.30 am - 11am", "9am\n10am"),
    ],
)
def test_weekdays_and_hours_are_times(passage: str) -> None:
    assert is_offered_time(passage)


@pytest.mark.parametrize(
    "passage",
    [
        *(
            "3/14/88",
            "March 14, 1988",
            "Wed Jane",
            "Wed Janet 2pm",
            "Sunny",
            "Monroe",
            "Wednesbury 2pm",
            "1988",
        ),
        *("2pm Doe", "", "Mar", "212-555-0142", "Thu Nguyen 3pm", "10ampere"),
    ],
)
def test_dates_without_an_hour_and_names_are_not(passage: str) -> None:
    assert not is_offered_time(passage)

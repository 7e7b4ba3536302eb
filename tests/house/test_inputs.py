"""What members type into the bot is screened before others see it; a new input must say how."""

from pathlib import Path

import pytest

from tests.house.inputs import Input, inputs, screened_words
from tests.house.reading import PROJECT, Module

SCREENED: dict[Input, tuple[str, str]] = {
    ("cogs/groups/cog.py", "create name"): ("bot/services/groups.py", "group name"),
    ("cogs/groups/cog.py", "settings name"): ("bot/services/groups.py", "group name"),
    ("cogs/meetings/forms.py", "form TOPIC"): ("bot/services/calling.py", "topic"),
    ("cogs/meetings/forms.py", "form TIMES"): ("bot/services/calling.py", "candidate times"),
    ("cogs/meetings/cog.py", "move to"): ("bot/services/calling.py", "candidate times"),
    ("cogs/series/forms.py", "form TITLE"): ("bot/services/series.py", "series title"),
    ("cogs/series/forms.py", "form TIME"): ("bot/services/calling.py", "candidate times"),
    ("cogs/polls/forms.py", "form NOTE"): ("bot/services/meetings.py", "note"),
    ("cogs/agenda/forms.py", "form TOPIC"): ("bot/services/agenda.py", "agenda item"),
    ("cogs/agenda/forms.py", "form TITLE"): ("bot/services/agenda.py", "title"),
    ("cogs/confidentiality/check.py", "form DRAFT"): (
        "cogs/confidentiality/check.py",
        "screened",
    ),
    ("cogs/confidentiality/rewrite_form.py", "form REWRITE"): (
        "cogs/confidentiality/swaps.py",
        "screened",
    ),
}
"""Seen by others, and where it is screened, in the words of the call that does it."""

_ZONE = "an IANA name or a city of the list comes of it, or a refusal"
_GROUP = "it finds a group that is there, by its number or name"
_MEETING = "it finds a meeting that is there, by its number"
_HOURS = "hours of weekdays come of it, or a refusal; the group never sees them"
_DAY = "a date comes of it, or a refusal; the group never sees it"
_FIRST = "a date and an hour come of it, or a refusal; the group never sees it as it was typed"
_SERIES = "it finds a series that is there, by its number"
_LAND = "a country or region of the list comes of it, or a refusal; its own name is told"
_QUIET = "hours of a day come of it, or a refusal; the group never sees them"
_LEADS = "numbers of minutes come of it, or a refusal"

NOT_SEEN: dict[Input, str] = {
    **{
        ("cogs/groups/cog.py", f"{command} zone"): _ZONE
        for command in ("create", "join", "settings")
    },
    **{
        ("cogs/groups/cog.py", f"{command} group"): _GROUP
        for command in ("join", "leave", "members", "remove", "settings", "guard", "rhythm")
    },
    **{
        ("cogs/groups/cog.py", f"{command} reminders"): _LEADS for command in ("create", "settings")
    },
    ("cogs/groups/cog.py", "rhythm start"): _DAY,
    **{("cogs/meetings/cog.py", f"{command} group"): _GROUP for command in ("call", "list_ahead")},
    **{
        ("cogs/meetings/cog.py", f"{command} meeting"): _MEETING
        for command in ("show", "move", "cancel", "start")
    },
    **{("cogs/agenda/cog.py", f"{command} meeting"): _MEETING for command in ("add", "show")},
    ("cogs/agenda/presenters.py", "offer meeting"): _MEETING,
    ("cogs/agenda/presenters.py", "show group"): _GROUP,
    **{("cogs/availability/forms.py", f"form {field}"): _HOURS for field in ("WEEK", "DECENT")},
    **{("cogs/availability/cog.py", f"away {option}"): _DAY for option in ("first", "last")},
    ("cogs/series/forms.py", "form FIRST"): _FIRST,
    ("cogs/series/forms.py", "form LAST"): _DAY,
    ("cogs/series/cog.py", "end last"): _DAY,
    ("cogs/series/cog.py", "end series"): _SERIES,
    **{
        ("cogs/series/cog.py", f"{command} group"): _GROUP
        for command in ("create", "show", "end", "holidays")
    },
    **{("cogs/series/cog.py", f"holidays {option}"): _LAND for option in ("country", "region")},
    ("cogs/reminders/forms.py", "form LEADS"): _LEADS,
    ("cogs/reminders/forms.py", "form QUIET"): _QUIET,
    ("cogs/zones/cog.py", "zone zone"): _ZONE,
    ("cogs/zones/forms.py", "form CITY"): _ZONE,
}
"""What becomes of the others, so that nobody reads what was typed."""


def test_every_input_is_known_and_its_way_is_told() -> None:
    found = set(inputs(PROJECT))
    told = {*SCREENED, *NOT_SEEN}
    assert found - told == set(), "say in this file how a new input is screened, or why it is not"
    assert told - found == set(), "inputs that are no more"


@pytest.mark.parametrize("place", sorted(set(SCREENED.values())))
def test_what_others_see_is_screened_where_it_is_said_to_be(place: tuple[str, str]) -> None:
    path, words = place
    assert words in screened_words(Module(PROJECT, path))


def test_services_screen_through_the_one_way_that_knows_the_group() -> None:
    """`require_clean` by itself would alarm at members' names."""
    for name in ("groups", "calling", "meetings", "agenda", "series"):
        assert "require_clean" not in Module(PROJECT, f"bot/services/{name}.py").text


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = ui.TextInput(custom_id=NOTE)", ["form NOTE"]),
        ("x = discord.ui.TextInput[Any](label='a')", ["form without a name"]),
        ("@a.command(name='b')\nasync def call(self, i, topic: str | None): ...", ["call topic"]),
        ("T = Range[str, 1, 5]\n@a.command()\nasync def call(i, *, topic: T): ...", ["call topic"]),
        ("@a.command()\nasync def call(i, who: Choice[str], count: int): ...", []),
        ("async def call(i, topic: str): ...", []),
    ],
)
def test_an_input_is_found_however_it_is_written(
    tmp_path: Path, code: str, found: list[str]
) -> None:
    (tmp_path / "cogs").mkdir()
    (tmp_path / "cogs/new.py").write_text(code)
    assert list(inputs(tmp_path)) == [("cogs/new.py", one) for one in found]

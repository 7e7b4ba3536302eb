"""Who is known to be no client: members by their names, the group's words, neutral labels."""

import pytest

from cogs.confidentiality.known import names_known

KNOWN = names_known(
    people=(
        "Dr. Fran Lopez, LCSW (she/her)",
        "José Ortega-Ruiz | Madrid",
        "kim.bauer_92",
        "Ada",
        "",
    ),
    own_words=("Elm Street Practice", "wednesday-group", "Brookline peers"),
)


@pytest.mark.parametrize(
    "passage",
    [
        *(
            "Fran",
            "fran",
            "FRAN",
            "Fran's",
            "Fran\u2019s",
            "Fran Lopez",
            "fran lopez's",
            "Lopez, Fran",
        ),
        *(
            "Fran L.",
            "Dr. Lopez",
            "Dr Fran Lopez",
            "Jose",
            "José Ortega",
            "Jose Ruiz",
            "Kim",
            "Ada",
        ),
        *("Kim Bauer", "Elm Street", "elm street practice", "Brookline", "Wednesday"),
        *("Client A", "client 12", "C1", "X", "Ms. X", "Patient B", "C1,", "I."),
    ],
)
def test_members_the_groups_words_and_labels_are_known(passage: str) -> None:
    assert KNOWN(passage)


@pytest.mark.parametrize(
    "passage",
    [
        *("Fran Kowalski", "Fran K.", "Franny", "Lopez", "Mr. Lopez", "Jose Lopez", "Ada Lopez"),
        *("Kim Bauer Smith", "Mr. Fran Lopez", "Jane", "LCSW", "Madrid", "she", "F.L."),
        *("street elm", "Maple Street", "Elm Street 12", "Client Anna", "El"),
    ],
)
def test_others_are_not(passage: str) -> None:
    assert not KNOWN(passage)


@pytest.mark.parametrize("passage", ["", "  ", "'s", "?!"])
def test_what_has_no_words_is_not_known(passage: str) -> None:
    assert not KNOWN(passage)


def test_without_names_nothing_but_labels_is_known() -> None:
    nobody = names_known((), ())
    assert not nobody("Fran")
    assert nobody("Client A")

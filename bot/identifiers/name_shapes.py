"""How names look, and what a name must be to count: pieces for the recognizers of names.

It does not know whose a name is; `names` and `name_contexts` read that from the words around.
"""

from bot.identifiers.given_names import given_name
from bot.identifiers.recognizer import Candidate, any_of, unsaid_after, unsaid_before
from bot.identifiers.words import everyday, theorist

# A capital and small letters, with more capitals within (McAdam, O'Shea, Nwosu-Grant).
CAPITAL = (
    r"(?-i:[A-Z\u00c0-\u00de](?:[a-z\u00df-\u024f]|[A-Z](?=[a-z])|-(?=[A-Za-z])"
    r"|'(?=[A-Z])){1,20})\b"
)
FULL = rf"(?:{CAPITAL}(?: (?-i:[A-Z]\.? )?{CAPITAL}){{0,2}}(?: (?-i:[A-Z])\b\.?)?)"
# In small letters only the given names of a list count, each with an initial at most.
SMALL = r"(?:[a-z\u00df-\u024f][a-z\u00df-\u024f-]{1,19}\b(?: (?!i\b|a\b)[a-z]\b\.?)?)"


def _first(candidate: Candidate) -> str:
    return candidate.span.replace(",", " ").split()[0]


def no_word(candidate: Candidate) -> bool:
    """Hold where it is no everyday word; a theorist's surname may be a client's too."""
    return not everyday(_first(candidate))


def given(candidate: Candidate) -> bool:
    """Hold where the first word is a given name of the list."""
    return given_name(_first(candidate))


def given_or_capital(candidate: Candidate) -> bool:
    """Hold for a given name, or a capital that begins no everyday word and no theorist."""
    first = _first(candidate)
    return given_name(first) or not (first.islower() or everyday(first) or theorist(first))


NO_WORK_OF = unsaid_after(
    "(?:'s)? "
    + any_of(
        "theory, method, model, approach, protocol, inventory, scale, system, questionnaire, "
        "therapy, technique, style, books?, paper, article, training, systems"
    )
    + r"\b"
)

NO_COLLEAGUE = unsaid_before(
    r"\b"
    + any_of(
        "thanks, thank you, congrats, congratulations, colleague, presenter, supervision, "
        "supervisor, consult(?:ation)?, peer, zoom, my own, training, workshop, group, dr, prof"
    )
    + r"\b|@",
    40,
)


# Of whom members speak when they speak of a client; a colleague has a spouse and children too.
KIN = any_of(
    "mom, mum, mother, mama, dad, father, stepdad, stepmom, stepfather, stepmother, parents, ex, "
    "foster (?:mom|dad|parents), bio (?:mom|dad), guardian, caseworker, probation officer, roommate"
)
SPOUSE_OR_CHILD = any_of(
    "wife, husband, boyfriend, girlfriend, sister, brother, daughter, son, grandma, grandmother, "
    "teacher, psychiatrist"
)

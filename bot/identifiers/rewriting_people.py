"""What a client's name or initials give way to: "my client", or the role that stands beside. Pure.

"my client Dana" becomes "my client", "her sister Concha" becomes "her sister", and who comes up
again is called the same again.
"""

import re
from dataclasses import dataclass, field

from bot.identifiers.instead import Around, Instead
from bot.identifiers.recognizer import any_of

_CLIENT = any_of("clients?, patients?, analysand, cts?, clts?, pts?, examinee")
_ROLE = any_of(
    "mom, mum, mommy, mother, dad, daddy, father, stepmom, stepmother, stepdad, stepfather, "
    "parent, wife, husband, partner, spouse, fiancee?, fiancée?, ex, ex-wife, ex-husband, "
    "boyfriend, girlfriend, daughter, son, stepson, stepdaughter, kid, child, toddler, baby, "
    "infant, teen, sister, brother, sibling, twin, grandma, grandpa, grandmother, grandfather, "
    "granddaughter, grandson, aunt, uncle, niece, nephew, cousin, friend, neighbor, neighbour, "
    "roommate, boss, coworker, co-worker, colleague, nanny, teacher, coach, girl, boy, man, "
    r"woman, guy, lady, gentleman, couple, family, veteran, adolescent, \d{1,2}\s?yo"
)
_NAMING = r"\s+(?:named|by the name of|who goes by)\s+[\"'“]?"
_GAP = rf"(?P<gap>\s*[,(]?\s+[\"'“(]?|{_NAMING})"
_BESIDE_CLIENT = re.compile(rf"\b(?P<role>{_CLIENT}){_GAP}$", re.IGNORECASE)
_BESIDE_ROLE = re.compile(rf"\b(?P<role>{_ROLE}){_GAP}$", re.IGNORECASE)
_SOMEONE_CALLED = re.compile(
    rf"\b(?:an?|some|this)\s+(?:\w+\s+)?(?P<role>{_ROLE})(?P<gap>\s+called\s+)$", re.IGNORECASE
)
_NAMED = re.compile(rf"{_NAMING}$", re.IGNORECASE)
_NAME_IS = re.compile(
    r"\b(?:(?:names?|surname)(?:\s+(?:is|was|of|are)|'s|:)?|(?:is|was|be|been) called)\s+[\"'“]?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[,(]?\s*\b(?:the\s+)?initials?(?:\s+(?:is|are|of))?:?\s+$", re.IGNORECASE)
_COUPLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx)\.?\s+(?:and|&)\s+$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"\b(?:the|this|that|my|our|your|another|which|every|each|no|a|an|same|other)\s+$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"(?P<whose>\b(?:the|this|that|my|our)\s+)?\b(?P<word>poor|dear|sweet|little|young|old|late)\s+$",
    re.IGNORECASE,
)
_GROUP_AFTER = re.compile(
    r"\s+(?=(?:couple|famil(?:y|ies)|kids?|boys?|girls?|twins?|brothers|sisters|siblings|case|"
    r"household|parents|child|children)\b)",
    re.IGNORECASE,
)
_CLIENT_AFTER = re.compile(
    rf"\s*,\s*(?P<who>(?:my|our)\s+(?:\w+\s+)?{_CLIENT})\b\s*,?", re.IGNORECASE
)
_TITLE = any_of("mr, mrs, ms, miss, mx, dr, prof, sr, sra, señor, señora, mme, herr, frau")
_CLOSED_BY = {",": ",", "(": ")"}
_NAME_WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class People:
    """Who came up in a text so far, and what each is called in the rewrite."""

    _names: list[frozenset[str]] = field(default_factory=list[frozenset[str]])
    _called: list[str] = field(default_factory=list[str])

    def known(self, found: str) -> str | None:
        """What somebody is called who came up before."""
        words = _words(found)
        for names, called in zip(self._names, self._called, strict=True):
            if names & words or _initials(words) == _initials(names):
                return called
        return None

    def add(self, found: str, called: str) -> str:
        """Remembers what somebody is called from now on."""
        self._names.append(_words(found))
        self._called.append(called)
        return called

    def next_called(self) -> str:
        """What the next one is called of whom only a name is known."""
        if "my client" not in self._called:
            return "my client"
        return "someone close to them" if len(self._called) == 1 else "someone else"


def of_person(at: Around, people: People) -> Instead:
    """What stands in place of a name or initials; remembers who it was."""
    made = _beside_role(at, people) or _named(at, people) or _within_phrase(at, people)
    if made is None:
        made = Instead(_call(at, people))
    return _possessive(at, made)


def _call(at: Around, people: People) -> str:
    known = people.known(at.found)
    if known is None:
        return people.add(at.found, people.next_called())
    return "that person" if known.startswith("someone") else known


def _beside_role(at: Around, people: People) -> Instead | None:
    """A role that stands before the name says enough: the name goes, and its commas with it."""
    after = _CLIENT_AFTER.match(at.after)
    if after:
        people.add(at.found, "my client")
        return Instead(after["who"], also_after=after.end())
    client = at.ends(_BESIDE_CLIENT)
    role = client or at.ends(_BESIDE_ROLE) or at.ends(_SOMEONE_CALLED)
    if role is None:
        return None
    if people.known(at.found) is None:
        people.add(at.found, "my client" if client else f"the {role['role'].lower()}")
    return Instead("", also_before=len(role["gap"]), also_after=_closing(role["gap"], at.after))


def _closing(gap: str, after: str) -> int:
    """How much goes after a name that stood between commas, brackets or quotation marks."""
    at = 1 if gap[-1:] in {'"', "'", "“"} and after[:1] in {'"', "'", "”"} else 0
    opened = gap.strip()[:1]
    return at + int(opened in _CLOSED_BY and after[at : at + 1] == _CLOSED_BY[opened])


def _named(at: Around, people: People) -> Instead | None:
    """Words that only lead to a name go with it."""
    for pattern in (_NAMED, _INITIALS):
        lead = at.ends(pattern)
        if lead:
            _call(at, people)
            closes = 1 if "(" in lead[0] and at.after.startswith(")") else 0
            return Instead("", also_before=len(lead[0]), also_after=closes)
    if at.ends(_NAME_IS):
        _call(at, people)
        return Instead("[left out]")
    return None


def _within_phrase(at: Around, people: People) -> Instead | None:
    """A name inside a phrase: "the Whitaker packet", "poor Dana", "Mr. and Mrs. Okafor"."""
    couple = at.ends(_COUPLE)
    if couple:
        people.add(at.found, "my clients")
        return Instead("my clients", also_before=len(couple[0]))
    adjective = at.ends(_ADJECTIVE)
    if adjective:
        _call(at, people)
        whose = adjective["whose"] or "my "
        return Instead(f"{whose}{adjective['word'].lower()} client", also_before=len(adjective[0]))
    if at.ends(_DETERMINER) is None:
        return None
    _call(at, people)
    group = _GROUP_AFTER.match(at.after)
    return Instead("", also_after=group.end()) if group else Instead("client")


def _possessive(at: Around, made: Instead) -> Instead:
    """Keeps a possessive, and the stop that was the last initial's: `Mine's R.V. Every week`."""
    if at.found.endswith(".") and re.match(r"\s+[A-Z][a-z']*\s", at.after):
        return Instead(f"{made.words}.", made.also_before, made.also_after)
    inside = re.search(r"['’]s?$", at.found)
    lone = re.match(r"['’](?!\w)", at.after) if at.found[-1:].lower() == "s" else None
    if not made.also_after and (inside or lone):
        extra = 0 if inside else 1
        return Instead(f"{made.words}'s", made.also_before, made.also_after + extra)
    return made


def _words(found: str) -> frozenset[str]:
    bare = re.sub(r"['’]s?$", "", found).casefold()
    words = [word for word in _NAME_WORD.findall(bare) if not re.fullmatch(_TITLE, word)]
    return frozenset(words)


def _initials(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[0] for word in words)

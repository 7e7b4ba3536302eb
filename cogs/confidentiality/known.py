"""Which passages identify nobody: members' names, the group's own words, agreed neutral labels.

Pure: it is told the names, and reads passages as whole words, whatever their case or accents.
A member's given name that stands before another surname is somebody else's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bot.identifiers import Known

Words = tuple[str, ...]

_APART = re.compile(r"[,;|/()\[\]{}•·]| [-–—] ")
"""What parts a name from what people add to it: credentials, pronouns, a city."""

_TITLES = {"dr", "prof", "professor", "doctor"}
_POSSESSIVE = re.compile(r"['\u2019](?:s)?(?=\W|$)", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"\w+")
_LABEL = re.compile(
    r"(?:(?:client|patient|pt|case|family|couple|person|child|member)[\s-]?(?:[a-z]|\d{1,3})"
    r"|[cpx]\d{0,3}|m[rsx]s?\.?\s[xy]|i)",
    re.IGNORECASE,
)
"""Labels that consultation groups agree on: Client A, C1, Patient 2, X, Ms. Y; and who says I."""

_MARKS = " .,;:!?\n\t"


@dataclass(frozen=True, slots=True)
class _People:
    """What members are called: whole, by given name, and by surname for who says "Dr"."""

    whole: set[Words] = field(default_factory=set[Words])
    given: set[str] = field(default_factory=set[str])
    initialled: set[Words] = field(default_factory=set[Words])
    surnames: set[str] = field(default_factory=set[str])

    def add(self, name: Words) -> None:
        """One more way in which a member is called."""
        first = name[0]
        self.whole.update((name, tuple(reversed(name))))
        if len(first) > 1:
            self.given.add(first)
        for other in name[1:]:  # some have two surnames and go by the first
            self.whole.add((first, other))
            self.initialled.add((first, other[0]))
            self.surnames.add(other)

    def knows(self, passage: Words) -> bool:
        """Whether the passage calls a member, and nobody else."""
        titled = passage[0] in _TITLES
        words = passage[1:] if titled else passage
        if words in self.whole or words in self.initialled:
            return True
        if len(words) != 1:
            return False
        return words[0] in self.given or (titled and words[0] in self.surnames)


def names_known(people: Iterable[str], own_words: Iterable[str]) -> Known:
    """A predicate of passages.

    Args:
        people: display names, user names and global names of the members.
        own_words: the names of the server, the group and its channels.
    """
    members = _People()
    for name in people:
        for called in _called(name):
            members.add(called)
    places = [_plain_words(name, _WORD) for name in own_words]

    def known(passage: str) -> bool:
        if _LABEL.fullmatch(passage.strip(_MARKS)):
            return True
        words = _plain_words(passage, _NAME_WORD)
        if words and members.knows(words):
            return True
        return any(_within(_plain_words(passage, _WORD), place) for place in places)

    return known


def _called(name: str) -> Iterator[Words]:
    """What a member is called by one of their names, without titles and what is added to it."""
    words = _plain_words(_APART.split(name)[0], _NAME_WORD)
    words = words[1:] if words and words[0] in _TITLES else words
    if words:
        yield words


def _plain_words(text: str, word: re.Pattern[str]) -> Words:
    """The words, without case, accents and the possessive."""
    bare = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text).casefold())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return tuple(word.findall(letters))


def _within(words: Words, place: Words) -> bool:
    """Whether the words stand side by side in the place's name."""
    size = len(words)
    if not any(len(one) > 2 for one in words):  # noqa: PLR2004 - a word, not an initial
        return False
    return any(place[at : at + size] == words for at in range(len(place) - size + 1))

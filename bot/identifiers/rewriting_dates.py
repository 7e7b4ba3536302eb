"""What a date or a great age gives way to: a season where that is plain, else "recently".

Pure; it does not know today. A month says a season only where the date is written as in the United
States (`May 2nd`, `3/14`), since half of the world has the other season then.
"""

import re

from bot.identifiers.cues import MONTH
from bot.identifiers.instead import Around, Instead

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("winter", "winter", *["spring"] * 3, *["summer"] * 3, *["fall"] * 3, "winter")

_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?:the\s+)?(?:\d|[a-z]+(?:st|nd|rd|th)\b|twent|thirt)", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})(?:[/.-](?P<year>\d{4}|\d{2}))?(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HOLIDAY = re.compile(
    r"christmas|xmas|thanksgiving|easter|labou?r day|memorial day|independence day|new year|"
    r"halloween|valentine|mother's day|father's day|hanukk?ah|passover|ramadan|\beid\b|diwali|"
    r"yom kippur|rosh hashanah|good friday|boxing day|juneteenth|mlk day",
    re.IGNORECASE,
)
_FILLER = r"(?:(?:um+|uh+|like)\s+)?$"
_BIRTH = re.compile(
    r"\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|birthday|(?P<born>born))\b\W{0,3}"
    r"(?:(?:is|was|of|on|in)\W+)?$",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?:dates?|dated|as of)\s+(?:of\s+|is\s+|was\s+)?{_FILLER}", re.IGNORECASE)
_IN_TIME = re.compile(rf"\b(?:on or about|on|in|over|during|at)\s+{_FILLER}", re.IGNORECASE)
_SINCE = re.compile(rf"\b(?:since|from)\s+{_FILLER}", re.IGNORECASE)
_BOUND = re.compile(
    rf"\b(?:until|till?|by|before|after|through|thru|to|of|for)\s+{_FILLER}", re.IGNORECASE
)
_EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
_COPULA = re.compile(rf"\b(?:is|was|were|are)\s+{_FILLER}", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:due|expires?|will|upcoming|scheduled|turns|goes|going|set|authori[sz]ed|deadline|"
    r"hearing|surgery|procedure|until|till?|by)\b[^.;!?]{0,25}$",
    re.IGNORECASE,
)


def of_date(at: Around) -> Instead:
    """What stands in place of a date."""
    birth = at.ends(_BIRTH)
    if birth:
        born = birth["born"]
        return Instead("[their date of birth]", also_before=0 if born else len(birth[0]))
    if at.ends(_DATED):
        return Instead("[a date]")
    if _HOLIDAY.search(at.found):
        return Instead("a holiday weekend" if "weekend" in at.found.lower() else "a holiday")
    year = _year(at.found)
    if year:
        return _in_year(at, year)
    return _in_season(at, _season(at.found))


def _in_year(at: Around, year: str) -> Instead:
    lead = at.ends(_IN_TIME)
    if lead:
        return Instead(f"in {year}", also_before=len(lead[0]))
    return Instead(year if at.ends(_SINCE) or at.ends(_BOUND) else f"in {year}")


def _in_season(at: Around, season: str | None) -> Instead:
    if at.ends(_EVERY):
        return Instead(season or "year")
    since, lead = at.ends(_SINCE), at.ends(_IN_TIME)
    if since:
        if season:
            return Instead(f"the {season}")
        return Instead("for a while now", also_before=len(since[0]))
    bound = at.ends(_BOUND)
    if bound:
        of = bound[0].lower().startswith("of")
        words = f"this {season}" if season else "a certain day"
        return Instead(words, also_before=len(bound[0]) if of and season else 0)
    if at.ends(_COPULA):
        return Instead(f"in the {season}" if season else "some time ago")
    words = f"this {season}" if season else "soon" if at.ends(_AHEAD) else "recently"
    return Instead(words, also_before=len(lead[0]) if lead else 0)


def _season(found: str) -> str | None:
    named = _MONTH_FIRST.search(found)
    if named:
        return _SEASONS[_MONTHS.index(named["month"][:3].lower())]
    numbers = _NUMBERS.search(found)
    if (
        numbers
        and int(numbers["first"]) in range(1, 13)
        and int(numbers["second"]) in range(13, 32)
    ):
        return _SEASONS[int(numbers["first"]) - 1]
    return None


def _year(found: str) -> str | None:
    plain = _YEAR.search(found)
    if plain:
        return plain[0]
    numbers = _NUMBERS.search(found)
    if numbers is None or numbers["year"] is None:
        return None
    short = int(numbers["year"])
    return f"{1900 + short if short > 40 else 2000 + short}"  # noqa: PLR2004 - two digits of a year


# Ages over 89.

_HUNDRED = re.compile(r"hundred|\b1\d\d\b|centenarian", re.IGNORECASE)
_BORN = re.compile(r"(?P<lead>\b(?:in|around)\s+)?$")
_AS_ADJECTIVE = re.compile(r"year[- ]old|\byo\b|y/o|yo$", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_AT = re.compile(r"\b(?:at|of)\s+$", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?P<who>she|he)(?:['’]s| is| was)(?:\s+\w+)?\s+$", re.IGNORECASE)
_POSSESSIVES = {"she": "her", "he": "his"}
_YEARS_OLD = re.compile(r"[- ](?:years?[- ]old|years? of age|y/?o)\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:age|aged|ages|over|turned|turns|turning|is about|almost|nearly)\s+$", re.IGNORECASE
)


def of_age(at: Around) -> Instead:
    """What stands in place of an age over 89."""
    if _YEAR.search(at.found):
        lead = _BORN.search(at.before)
        return Instead("long ago", also_before=len(lead["lead"] or "") if lead else 0)
    article = at.ends(_ARTICLE)
    if article and _AS_ADJECTIVE.search(at.found):
        return Instead("a very old", also_before=len(article[0]))
    following = _YEARS_OLD.match(at.after)
    after = following.end() if following else 0
    said_at = at.ends(_AT)
    if said_at:
        of = said_at[0].lower().startswith("of")
        return Instead("over ninety" if of else _decade(at), len(said_at[0]), after)
    return Instead("over ninety" if at.ends(_AGED) else _decade(at), also_after=after)


def _decade(at: Around) -> str:
    if _HUNDRED.search(at.found):
        return "over ninety"
    whose = at.ends(_WHOSE)
    return f"in {_POSSESSIVES.get(whose['who'].lower() if whose else '', 'their')} nineties"

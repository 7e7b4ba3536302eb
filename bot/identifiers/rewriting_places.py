"""What the name of a place gives way to: what sort of place it is. Pure."""

import re

from bot.identifiers.instead import Around, Instead
from bot.identifiers.recognizer import any_of

_SORTS = {
    "college": any_of("college, university, univ, uni, seminary"),
    "school": any_of(
        "school, high, elementary, middle, academy, prep, kindergarten, preschool, daycare, "
        "montessori, primary, grammar, lyceum, regional, isd"
    ),
    "hospital": any_of(
        "hospital, medical center, medical centre, infirmary, memorial, general, children's, "
        "behavioral, behavioural, health, hospice, sanatorium, icu, ward"
    ),
    "clinic": any_of("clinic, rehab, recovery, counsell?ing, treatment, residential"),
    "church": any_of("church, chapel, cathedral, mosque, masjid, temple, synagogue, ministries"),
    "prison": any_of("prison, jail, penitentiary, correctional, juvenile, detention, juvie"),
    "care home": any_of("manor, assisted living, nursing home, senior living"),
    "camp": any_of("camp, campground"),
    "airport": "airport",
    "library": "library",
    "club": any_of("club, gym, ymca, ywca, crossfit, league"),
    "county": any_of("county, parish, borough, shire"),
    "neighbourhood": any_of("neighbou?rhood, heights, district, projects, barrio"),
    "business": any_of(
        "inc, llc, ltd, corp, company, co, books, freight, bank, diner, cafe, café, coffee, "
        "restaurant, grill, bakery, bar, pub, store, market, foods, factory, farms?, logistics, "
        r"motors, salon, hotel, inn, ambulance, plant, shop, pizza, starbucks, walmart, & \w+"
    ),
}
"""What sort of place a name says that it is; the first that fits."""

_SORTED = {
    sort: re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE) for sort, words in _SORTS.items()
}
_ADDRESS = re.compile(
    r"^(?:\d|one |two |three |four(?:teen)? |five |six |seven |eight |nine |ten |twelve )"
    r".*\b(?:st|street|ave|avenue|rd|road|ln|lane|dr|drive|blvd|court|ct|way|place|pl|terrace|unit)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:street|avenue|ave|road|lane|drive|boulevard|blvd|route|highway|rue|calle)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"^\d{5}(?:-\d{4})?$|^[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?$|^[A-Z]\d[A-Z] ?\d[A-Z]\d$"
)
_WORK = re.compile(
    r"\b(?:works?|worked|working|job|hired|employed|fired|sack(?:ed)?|laid off|shifts?|nurse|baker"
    r"|cook|cleaner|"
    r"barista|cashier|foreman|driver|guard|paramedic|interns?|temps?|clerk)\b[^.;!?]{0,30}"
    r"(?P<lead>\b(?:at|for|from|by|with|in|w/)\s+)(?P<the>the\s+|a\s+|an\s+)?$",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\b(?:manages|runs|owns|opened|bought)\s+(?P<the>the\s+|a\s+)?$", re.IGNORECASE)
_STUDIES = re.compile(
    r"\b(?:freshman|sophomore|junior|senior|undergrad|student|studies|studying|enrolled|"
    r"transferred|attends|accepted|graduat\w+)\b[^.;!?]{0,40}\b(?:at|to|from|in|into)\s+$",
    re.IGNORECASE,
)
_ALREADY = re.compile(
    r"\b(?:school|college|university|hospital|clinic|church|town|city|village|place|gym|bar|"
    r"restaurant|store|shop|neighbou?rhood|camp|club|street|suburb|county|island)"
    r"(?P<gap>\s*[,:(]\s*|\s+(?:of|called|named)\s+|\s+)$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\b(?:the|his|her|their|my|our|this|that|which|same|old|new|local)\s+$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:outside|near|around|past|beyond)\s+$", re.IGNORECASE)
_LEAD = re.compile(r"(?:at|in|on|from|near|to|for)\s+(?=\S)")


def of_place(at: Around, reason: str) -> Instead:
    """What stands in place of a place's name; `reason` is why it was found."""
    lead = _LEAD.match(at.found)
    if lead is None:
        return _of_name(at, reason)
    bare = Around(at.found[lead.end() :], at.before + lead[0], at.after)
    made = _of_name(bare, reason)
    kept = lead[0][: max(0, len(lead[0]) - made.also_before)]
    return Instead(kept + made.words, max(0, made.also_before - len(lead[0])), made.also_after)


def _of_name(at: Around, reason: str) -> Instead:
    if _ADDRESS.search(at.found):
        return Instead("[their address]")
    if _CODE.match(at.found):
        return Instead("their area")
    already = at.ends(_ALREADY)
    if already:
        return _dropped(at, already["gap"])
    sort = _sort(at.found, reason)
    work = at.ends(_WORK)
    if work and sort in {"business", "town", "club", "library", "street", "airport"}:
        return Instead("their workplace", also_before=len(work["the"] or ""))
    runs = at.ends(_RUNS)
    if runs:
        return Instead("a business", also_before=len(runs["the"] or ""))
    if sort == "town" and at.ends(_STUDIES):
        sort = "school"
    return _named(at, sort)


def _named(at: Around, sort: str) -> Instead:
    article = at.ends(_ARTICLE)
    if article:
        return Instead(f"a {sort}", also_before=len(article[0]))
    if at.ends(_DETERMINER):
        return Instead(sort)
    nearby = sort in {"town", "county", "neighbourhood", "street"} and not at.ends(_BESIDE)
    return Instead(f"a {sort} nearby" if nearby else f"a {sort}")


def _dropped(at: Around, gap: str) -> Instead:
    """The sort of place is said before the name."""
    opened = gap.strip()[:1]
    closes = {",": ",", "(": ")"}.get(opened, "")
    return Instead(
        "", also_before=len(gap), also_after=int(bool(closes) and at.after[:1] == closes)
    )


def _sort(found: str, reason: str) -> str:
    for sort, words in _SORTED.items():
        if words.search(found):
            return sort
    if _STREET.search(found):
        return "street"
    if "school" in reason:
        return "school"
    return "town"

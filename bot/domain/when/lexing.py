"""Cuts typed text into atoms: words and figures with what each says on its own.

A rule is a pattern and a function of its match; the first rule that makes something of the text at
a place wins. No pattern nests one repetition in another, so the work grows with the text only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from bot.domain.when import said
from bot.domain.when.abbreviations import NAMES, zone_by_abbreviation
from bot.domain.when.lexicon import (
    MONTH_NUMBERS,
    MONTHS,
    NEAR_DAYS,
    NOISE,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    WORKDAYS,
)
from bot.domain.when.names import UnknownZone, zone
from bot.domain.when.search import best_known_zone, place_zone

_NOON = 12 * 60
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Reader:
    """Who typed: the zone that abbreviations are tried against first, and the present."""

    own: ZoneInfo
    now: datetime


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Reader], said.Meaning | None]]

_S = r"[^\S\n\r]*"
_MONTH = "|".join(name for names in MONTHS for name in names)
_WEEKDAY = "|".join(name for names in WEEKDAYS for name in names)
_HALF = rf"{_S}(?P<half>[ap]\.{_S}?m\.?|[ap]m|(?<=[0-9])[ap])(?!\w)"
_YEAR = r"(?:,?[^\S\n\r]+(?P<year>20[0-9]{2})(?![^\S\n\r]*[:.]?[0-9]|h))?"
_REGION = "|".join(
    name.replace(" ", r"[^\S\n\r]+") for name in sorted(NAMES, key=len, reverse=True)
)
_DASH = "[-\u2010-\u2015\u2212]"


def atoms(text: str, reader: Reader) -> Iterator[said.Atom]:
    """Give the atoms of a text in order; every character that is not blank is in one of them."""
    place = 0
    while place < len(text):
        if text[place].isspace() and text[place] not in "\n\r":
            place += 1
            continue
        atom = _atom(text, place, reader)
        yield atom
        place = atom.end


def _atom(text: str, place: int, reader: Reader) -> said.Atom:
    for pattern, meant in _rules():
        found = pattern.match(text, place)
        meaning = meant(found, reader) if found else None
        if found and meaning is not None:
            return said.Atom(place, found.end(), meaning)
    return said.Atom(place, place + 1, said.Unknown())


def _always(meaning: said.Meaning) -> Callable[[re.Match[str], Reader], said.Meaning]:
    return lambda _found, _reader: meaning


# Instants said outright


def _stamp(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    try:
        return said.Moment(datetime.fromtimestamp(int(found["seconds"]), UTC))
    except (OverflowError, ValueError, OSError):
        return said.Unknown()


def _iso(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    try:
        return said.Moment(datetime.fromisoformat(found[0]).astimezone(UTC))
    except (OverflowError, ValueError):
        return said.Unknown()


# Days


def _day_date(found: re.Match[str], _reader: Reader) -> said.Meaning:
    month = found["month"]
    number = MONTH_NUMBERS.get(month.lower()) or int(month)
    return said.DayDate(number, int(found["day"]), _year(found["year"]))


def _either_date(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.EitherDate(int(found["first"]), int(found["second"]), _year(found["year"]))


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) + (2000 if len(figures) == 2 else 0)  # noqa: PLR2004 - two figures


def _weekday(found: re.Match[str], _reader: Reader) -> said.Meaning:
    following = (found["which"] or "").lower() == "next"
    return said.Weekday(WEEKDAY_NUMBERS[found["weekday"].lower()], following)


# Times of day


def _marked(found: re.Match[str], _reader: Reader) -> said.Meaning:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    evening = found["half"].lower().startswith("p")
    if hour > 23 or (hour > 12 and not evening):  # noqa: PLR2004 - the dial
        return said.Unknown()
    if hour > 12:  # noqa: PLR2004 - "14:30 pm" says it twice, and says it right
        return said.Clock(hour * _HOUR + minute, fixed=True, lends=True)
    return said.Clock((hour % 12 + 12 * evening) * _HOUR + minute, fixed=True, lends=True)


def _bare(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    figures, minute = found["hour"], int(found["minute"] or 0)
    return clock(int(figures), minute, padded=figures.startswith("0"))


def _military(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.Clock(int(found["hour"]) * _HOUR + int(found["minute"]), fixed=True)


def clock(hour: int, minute: int, *, padded: bool) -> said.Clock | said.Unknown:
    """Read an hour without am or pm: beyond twelve or with a leading zero it is final."""
    minutes = hour * _HOUR + minute
    if minutes > 24 * _HOUR:
        return said.Unknown()
    return said.Clock(minutes, fixed=padded or hour == 0 or hour > 12)  # noqa: PLR2004 - the dial


def _past_or_to(found: re.Match[str], _reader: Reader) -> said.Meaning:
    part = 30 if found["part"].lower() == "half" else 15
    hour = int(found["hour"])
    if not 1 <= hour <= 12 or (part == 30 and found["side"].lower() == "to"):  # noqa: PLR2004
        return said.Unknown()
    minutes = hour * _HOUR + (part if found["side"].lower() == "past" else -part)
    minutes = minutes if minutes >= _HOUR else minutes + _NOON
    half = found["half"]
    if half is None:
        return said.Clock(minutes, fixed=False)
    minutes = minutes % _NOON + (_NOON if half.lower().startswith("p") else 0)
    return said.Clock(minutes, fixed=True, lends=True)


def _named_time(found: re.Match[str], _reader: Reader) -> said.Meaning:
    if found["name"].lower() == "midnight":
        return said.Clock(0, fixed=True, midnight=True)
    return said.Clock(_NOON, fixed=True, lends=True)


def _day_part(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.HalfHint(said.Half.AM if found["part"].lower() == "morning" else said.Half.PM)


# Zones


def _offset(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if hours > 14:  # noqa: PLR2004 - no clock on earth is further ahead
        return said.Unknown()
    offset = timedelta(hours=hours, minutes=minutes)
    return said.ZoneSaid(timezone(offset if found["sign"] == "+" else -offset))


def _full_name(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    try:
        return said.ZoneSaid(zone(found[0]))
    except UnknownZone:
        return None


def _abbreviation(found: re.Match[str], reader: Reader) -> said.Meaning | None:
    meant = zone_by_abbreviation(found["word"], reader.own, reader.now)
    return said.ZoneSaid(meant, found["word"].upper()) if meant else None


def _region(found: re.Match[str], reader: Reader) -> said.Meaning | None:
    name = " ".join(found["region"].lower().split())
    if reader.own.key.startswith("Australia/") and f"australian {name}" in NAMES:
        name = f"australian {name}"
    return said.ZoneSaid(zone(NAMES[name]))


def _place_time(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    meant = place_zone(found["place"])
    return said.ZoneSaid(meant) if meant else None


def _well_known(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    meant = best_known_zone(found["city"])
    return said.ZoneSaid(meant) if meant else None


# Everything else


def _word(found: re.Match[str], _reader: Reader) -> said.Meaning | None:
    word = found[0].lower().replace("\u2019", "'")
    if word in NEAR_DAYS:
        return said.NearDay(NEAR_DAYS[word], evening=word == "tonight")
    if word in WORKDAYS:
        return said.Workdays()
    return said.Noise() if word in NOISE else said.Unknown()


def _number(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.Number(int(found[0]), found[0].startswith("0"))


@cache
def _rules() -> tuple[Rule, ...]:
    listed: tuple[tuple[str, Callable[[re.Match[str], Reader], said.Meaning | None]], ...] = (
        (r"<t:(?P<seconds>-?[0-9]{1,15})(?::[a-z])?>", _stamp),
        (
            (
                r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{3,6})?)?"
                r"(?:Z|[+-][0-9]{2}:?[0-9]{2})(?!\w)"
            ),
            _iso,
        ),
        (r"(?:\r\n|[\n\r;])", _always(said.Break(hard=True))),
        (rf"(?<=[\n\r])[0-9]{{1,2}}(?:\)|\.{_S}(?!{_MONTH}|[0-9]))", _always(said.Noise())),
        # days
        (
            (
                r"(?P<year>20[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
                r"(?P<day>[0-9]{1,2})(?![0-9])(?:T(?=[0-9]))?"
            ),
            _day_date,
        ),
        (
            (
                r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})"
                r"(?:/(?P<year>[0-9]{4}|[0-9]{2}))?(?![\w/:])"
            ),
            _either_date,
        ),
        (
            r"(?P<first>[0-9]{1,2})-(?P<second>[0-9]{1,2})-(?P<year>20[0-9]{2})(?![\w:])",
            _either_date,
        ),
        (
            (
                r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\."
                r"(?:(?P<year>[0-9]{4}|[0-9]{2})(?![0-9:.h]))?"
            ),
            _day_date,
        ),
        (r"(?P<day>2[5-9]|3[01])\.(?P<month>[0-9]{1,2})(?P<year>(?!))?(?![0-9])", _day_date),
        (
            (
                rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?{_S}(?:of\b{_S})?"
                rf"(?P<month>{_MONTH})(?![^\W_])\.?{_YEAR}"
            ),
            _day_date,
        ),
        (
            (
                rf"(?P<month>{_MONTH})(?![^\W_])\.?{_S}(?:the\b{_S})?(?P<day>[0-9]{{1,2}})"
                rf"(?:(?:st|nd|rd|th)(?!\w)|(?!\w|:|{_S}[ap]\.?m|\.[0-9])){_YEAR}"
            ),
            _day_date,
        ),
        (
            r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?!\w)",
            lambda found, _reader: said.MonthDay(int(found["day"])),
        ),
        (rf"next{_S}week(?!\w)", _always(said.NextWeek())),
        (
            (
                rf"(?:(?P<which>next|this|coming|this{_S}coming)(?!\w){_S})?"
                rf"(?P<weekday>{_WEEKDAY})(?![^\W_])\.?"
            ),
            _weekday,
        ),
        (rf"(?:the{_S})?day{_S}after{_S}tomorrow(?!\w)", _always(said.NearDay(2))),
        # times of day
        (
            rf"(?P<hour>[0-9]{{1,2}})(?:[:.h](?P<minute>[0-5][0-9]))?(?::[0-5][0-9])?{_HALF}",
            _marked,
        ),
        (rf"(?P<hour>[0-9]{{1,2}})(?P<minute>[0-5][0-9]){_HALF}", _marked),
        (r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:])", _bare),
        (r"(?P<hour>[0-9]{1,2})\.(?P<minute>[0-5][0-9])(?![0-9.])", _bare),
        (
            rf"(?P<hour>[0-9]{{1,2}}){_S}(?:h|uhr)(?:{_S}(?P<minute>[0-5][0-9]))?(?!\w)",
            _bare,
        ),
        (
            rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]){_S}(?:h|hrs|hours)(?!\w)",
            _military,
        ),
        (r"(?P<hour>[01][0-9]|2[1-3])(?P<minute>[0-5][05])(?![\w/:])", _military),
        (rf"(?P<hour>[0-9]{{1,2}})(?P<minute>(?!))?{_S}o['\u2019]?clock(?!\w)", _bare),
        (
            (
                rf"(?P<part>half|quarter){_S}(?P<side>past|to){_S}(?P<hour>[0-9]{{1,2}})"
                rf"(?:{_HALF})?(?!\w)"
            ),
            _past_or_to,
        ),
        (rf"(?:12{_S})?(?P<name>noon|midday|midnight)(?!\w)", _named_time),
        (
            rf"(?:in{_S}the{_S})?(?P<part>morning|afternoon|evening)(?!\w)",
            _day_part,
        ),
        # zones
        (
            (
                rf"(?:utc|gmt){_S}(?P<sign>[+-])(?P<hours>[0-9]{{1,2}})"
                rf"(?::?(?P<minutes>[0-5][0-9]))?(?![0-9:]|{_S}[ap]\.?m)"
            ),
            _offset,
        ),
        (r"(?<=[0-9])(?P<sign>\+)(?P<hours>[0-9]{2}):(?P<minutes>[0-5][0-9])(?!\w)", _offset),
        (r"[A-Za-z_]+(?:/[A-Za-z_-]+){1,2}(?!\w)", _full_name),
        (
            (
                rf"(?P<region>{_REGION})"
                rf"(?!\w)(?:{_S}(?:standard|daylight|summer))?(?:{_S}time)?(?!\w)"
            ),
            _region,
        ),
        (rf"(?P<word>[A-Za-z]{{1,4}})(?!\w)(?:{_S}time(?!\w))?", _abbreviation),
        (rf"(?P<place>[^\W\d_][^\n\r,;:/()0-9<>]{{1,30}}?){_S}time(?!\w)", _place_time),
        # what joins and parts
        (r"[,|]", _always(said.Break())),
        (r"[+&]", _always(said.Break(joins=True))),
        (r"(?:and|or|und|oder|plus)(?!\w)", _always(said.Break(joins=True))),
        (rf"{_DASH}|(?:to|till|til|until|through|thru|bis)(?!\w)", _always(said.RangeMark())),
        ("/", _always(said.Slash())),
        (r"all(?!\w)", _always(said.Everywhere())),
        (rf"(?P<city>[^\W\d_]+{_S}[^\W\d_]+)(?!\w)", _well_known),
        (r"(?P<city>[^\W\d_]+)(?!\w)", _well_known),
        (r"[0-9]{1,2}(?![\w])", _number),
        (r"[^\W_][\w'\u2019-]*", _word),
        (r"[^\w<=$%\^]|_", _always(said.Noise())),
    )
    return tuple((re.compile(pattern, re.IGNORECASE), meant) for pattern, meant in listed)

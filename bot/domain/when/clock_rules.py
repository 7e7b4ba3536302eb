"""How times of day are written: 2pm, 14:30, 14.30, 14 Uhr, 1430h, noon, half past two."""

import re

from bot.domain.when import said
from bot.domain.when.rule import GAP, HALF, Reader, S, rule

_HOUR = 60
_NOON = 12 * _HOUR
_DIAL = 12
_SPOKEN_HOUR = rf"{GAP}(?P<hour>[0-9]{{1,2}})(?:{HALF})?(?!\w)"


def clock(hour: int, minute: int, *, padded: bool) -> said.Clock | said.Unknown:
    """Read an hour without am or pm: beyond twelve or with a leading zero it is final."""
    minutes = hour * _HOUR + minute
    if minutes > 24 * _HOUR:
        return said.Unknown()
    return said.Clock(minutes, fixed=padded or hour == 0 or hour > _DIAL)


def _marked(found: re.Match[str], _reader: Reader) -> said.Meaning:
    """Read "2pm"; "14:30 pm" says it twice, and says it right."""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    evening = found["half"].lower().startswith("p")
    if hour >= 2 * _DIAL or (hour > _DIAL and not evening):
        return said.Unknown()
    hour = hour % _DIAL + _DIAL * evening
    return said.Clock(hour * _HOUR + minute, fixed=True, lends=True)


def _bare(found: re.Match[str], _reader: Reader) -> said.Meaning:
    figures, minute = found["hour"], int(found["minute"] or 0)
    return clock(int(figures), minute, padded=figures.startswith("0"))


def _of_clock(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return clock(int(found["hour"]), 0, padded=False)


def _four_figures(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return said.Clock(int(found["hour"]) * _HOUR + int(found["minute"]), fixed=True)


def _half_past(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return _beside_hour(found, 30)


def _quarter_past(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return _beside_hour(found, 15)


def _quarter_to(found: re.Match[str], _reader: Reader) -> said.Meaning:
    return _beside_hour(found, -15)


def _beside_hour(found: re.Match[str], minutes: int) -> said.Meaning:
    hour = int(found["hour"])
    if not 1 <= hour <= _DIAL:
        return said.Unknown()
    minutes = (hour * _HOUR + minutes) % _NOON
    if found["half"] is None:
        return said.Clock(minutes if minutes >= _HOUR else minutes + _NOON, fixed=False)
    evening = found["half"].lower().startswith("p")
    return said.Clock(minutes + _NOON * evening, fixed=True, lends=True)


CLOCK_RULES = (
    # 2pm, 2:30 p.m., 2.30pm, 230pm, 2p
    rule(
        r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?" + HALF,
        _marked,
    ),
    rule(r"(?P<hour>[0-9]{1,2})(?P<minute>[0-5][0-9])" + HALF, _marked),
    # 14:30, 14:30:00, 14.30
    rule(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![\w:])", _bare),
    rule(r"(?P<hour>[0-9]{1,2})\.(?P<minute>[0-5][0-9])(?!\w|\.[0-9])", _bare),
    # 14 Uhr, 14h30, 2 o'clock
    rule(rf"(?P<hour>[0-9]{{1,2}}){S}(?:h|uhr)(?:{S}(?P<minute>[0-5][0-9]))?(?!\w)", _bare),
    rule(rf"(?P<hour>[0-9]{{1,2}}){S}o['\u2019]?clock(?!\w)", _of_clock),
    # 1430h, 1430: without the h neither years nor odd minutes
    rule(
        rf"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]){S}(?:h|hrs|hours)(?!\w)",
        _four_figures,
    ),
    rule(r"(?P<hour>[01][0-9]|2[1-3])(?P<minute>[0-5][05])(?![\w/:])", _four_figures),
    rule(rf"half{GAP}past{_SPOKEN_HOUR}", _half_past),
    rule(rf"(?:a{GAP})?quarter{GAP}past{_SPOKEN_HOUR}", _quarter_past),
    rule(rf"(?:a{GAP})?quarter{GAP}to{_SPOKEN_HOUR}", _quarter_to),
    rule(rf"(?:12{S})?(?:noon|midday)(?!\w)", said.Clock(_NOON, fixed=True, lends=True)),
    rule(rf"(?:12{S})?midnight(?!\w)", said.Clock(0, fixed=True, midnight=True)),
    rule(rf"(?:in{GAP}the{GAP})?morning(?!\w)", said.HalfHint(said.Half.AM)),
    rule(rf"(?:in{GAP}the{GAP})?(?:afternoon|evening)(?!\w)", said.HalfHint(said.Half.PM)),
)

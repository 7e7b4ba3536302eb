"""Zones by what people call them: EST, CET, "pacific", "British time".

Such a word is read as the wall time of its region. Who types "EST" in July means New York's clock,
not an offset that nobody there uses at that time; "GMT" is London's clock likewise, and only "UTC"
is UTC. A word with several meanings means the member's own zone where that zone uses it.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

ABBREVIATIONS: dict[str, str] = {
    **dict.fromkeys(("ET", "EST", "EDT"), "America/New_York"),
    **dict.fromkeys(("CT", "CST", "CDT"), "America/Chicago"),
    **dict.fromkeys(("MT", "MST", "MDT"), "America/Denver"),
    **dict.fromkeys(("PT", "PST", "PDT"), "America/Los_Angeles"),
    **dict.fromkeys(("AKST", "AKDT", "AKT"), "America/Anchorage"),
    **dict.fromkeys(("HST", "HAST"), "Pacific/Honolulu"),
    **dict.fromkeys(("AST", "ADT"), "America/Halifax"),
    **dict.fromkeys(("NST", "NDT"), "America/St_Johns"),
    **dict.fromkeys(("BRT",), "America/Sao_Paulo"),
    **dict.fromkeys(("ART",), "America/Argentina/Buenos_Aires"),
    **dict.fromkeys(("CLT", "CLST"), "America/Santiago"),
    **dict.fromkeys(("COT",), "America/Bogota"),
    **dict.fromkeys(("GMT", "BST"), "Europe/London"),
    **dict.fromkeys(("WET", "WEST"), "Europe/Lisbon"),
    **dict.fromkeys(("CET", "CEST", "MEZ", "MESZ"), "Europe/Berlin"),
    **dict.fromkeys(("EET", "EEST"), "Europe/Athens"),
    **dict.fromkeys(("MSK",), "Europe/Moscow"),
    **dict.fromkeys(("TRT",), "Europe/Istanbul"),
    **dict.fromkeys(("SAST",), "Africa/Johannesburg"),
    **dict.fromkeys(("EAT",), "Africa/Nairobi"),
    **dict.fromkeys(("WAT",), "Africa/Lagos"),
    **dict.fromkeys(("IST",), "Asia/Kolkata"),
    **dict.fromkeys(("PKT",), "Asia/Karachi"),
    **dict.fromkeys(("GST",), "Asia/Dubai"),
    **dict.fromkeys(("ICT",), "Asia/Bangkok"),
    **dict.fromkeys(("WIB",), "Asia/Jakarta"),
    **dict.fromkeys(("SGT",), "Asia/Singapore"),
    **dict.fromkeys(("HKT",), "Asia/Hong_Kong"),
    **dict.fromkeys(("PHT",), "Asia/Manila"),
    **dict.fromkeys(("JST",), "Asia/Tokyo"),
    **dict.fromkeys(("KST",), "Asia/Seoul"),
    **dict.fromkeys(("AWST",), "Australia/Perth"),
    **dict.fromkeys(("ACST", "ACDT"), "Australia/Adelaide"),
    **dict.fromkeys(("AET", "AEST", "AEDT"), "Australia/Sydney"),
    **dict.fromkeys(("NZT", "NZST", "NZDT"), "Pacific/Auckland"),
    "UTC": "UTC",
    "Z": "UTC",
}

NAMES: dict[str, str] = {
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax",
    "alaska": "America/Anchorage",
    "alaskan": "America/Anchorage",
    "hawaii": "Pacific/Honolulu",
    "hawaiian": "Pacific/Honolulu",
    "newfoundland": "America/St_Johns",
    "arizona": "America/Phoenix",
    "greenwich mean": "Europe/London",
    "british": "Europe/London",
    "irish": "Europe/Dublin",
    "central european": "Europe/Berlin",
    "eastern european": "Europe/Athens",
    "western european": "Europe/Lisbon",
    "indian": "Asia/Kolkata",
    "japan": "Asia/Tokyo",
    "japanese": "Asia/Tokyo",
    "australian eastern": "Australia/Sydney",
    "australian central": "Australia/Adelaide",
    "australian western": "Australia/Perth",
    "new zealand": "Pacific/Auckland",
    "south african": "Africa/Johannesburg",
}

# English words that are abbreviations only when shouted.
_SHOUTED = frozenset({"EAT", "WAT", "ART", "WET", "WEST", "GST", "COT", "Z", "AST", "MT", "CT"})


def zone_by_abbreviation(word: str, own: ZoneInfo, now: datetime) -> ZoneInfo | None:
    """Give the zone that a member means by an abbreviation, or None where it is none.

    Args:
        word: one word as typed.
        own: the member's zone, which wins where it uses the abbreviation itself.
        now: tells which year's names count.
    """
    loud = word.upper()
    if loud not in ABBREVIATIONS or (loud in _SHOUTED and word != loud):
        return None
    if loud in _names_in(own, now.year):
        return own
    return ZoneInfo(ABBREVIATIONS[loud])


def _names_in(zone: ZoneInfo, year: int) -> set[str]:
    return {datetime(year, month, 1, tzinfo=zone).tzname() or "" for month in (1, 7)}

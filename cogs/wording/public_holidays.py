"""Words about public holidays: whose a group keeps, and the meetings that fall on them."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.domain.public_holidays import Land, name_of
from bot.domain.series.schedule import Series
from bot.domain.when.shown import MONTHS
from bot.domain.when.slot import Slot
from bot.services.public_holidays import Holiday
from cogs.wording.series import label
from cogs.wording.shared import listed, moment

COMMAND = "Say whose public holidays your group keeps, so that I can propose to skip them"
OPTION_COUNTRY = "The country: start typing and pick it from the list"
OPTION_REGION = "The state or region, where its holidays differ"
SKIP_THESE = "Skip these"
FORGET = "Forget"
NONE_KEPT = (
    "No public holidays are kept here. `/series holidays country:` says whose they are; then I show"
    " which regular meetings fall on one."
)
FORGOTTEN = "Forgotten: I no longer look for public holidays. What was skipped stays skipped."
ALL_OFF = "These are skipped already, or over. Nothing has changed."
NO_COUNTRY = "I do not know that country. Start typing its name and pick it from the list."
_NOTHING_BY_ITSELF = "`/series show` shows which meetings fall on one; none is skipped by itself."
_LONGEST_LABEL = 80


def kept(land: Land) -> str:
    """Whose holidays the group keeps."""
    return f"This group keeps the public holidays of {name_of(land)}. {_NOTHING_BY_ITSELF}"


def no_region(country: str) -> str:
    """The country has no region of that name."""
    return (
        f"I do not know that region of {country}. Pick one from the list, or leave the region out."
    )


def fallen(series: Series, found: Sequence[Holiday]) -> str:
    """The meetings that fall on holidays; empty where there is none."""
    if not found:
        return ""
    there = ZoneInfo(series.zone)
    return f"Public holidays: {', '.join(_day(one, there) for one in found)}"


def _day(one: Holiday, there: ZoneInfo) -> str:
    day = one.slot.starts.astimezone(there)
    return f"{day.day} {MONTHS[day.month - 1]} ({one.name})"


def skip_these(series: Series, *, several: bool) -> str:
    """On the button, which names the series where several are shown."""
    return f"{SKIP_THESE}: {label(series)}"[:_LONGEST_LABEL] if several else SKIP_THESE


def start_without(go: str) -> str:
    """On the button that starts or changes a series and skips the holidays."""
    return f"{go} and skip these"


def skipped(slots: Sequence[Slot]) -> str:
    """After a press; empty where nothing was left to skip."""
    if not slots:
        return ""
    when = listed([moment(one.starts) for one in slots])
    return f"Skipped: {when}. The others stay. If the group was told of one, it hears of this too."

"""Zones: by their IANA name, and by what people call them."""

from bot.domain.when.names import UnknownZone, zone
from bot.domain.when.search import COMMON_ZONES, ZoneChoice, load_cities, search_zones

__all__ = ["COMMON_ZONES", "UnknownZone", "ZoneChoice", "load_cities", "search_zones", "zone"]

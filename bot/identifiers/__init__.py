"""Likely client identifiers in a text: `screen` is the whole of it for the other rooms.

Pure: no waiting, nothing kept, no files but the weights that come with it. It does not know
Discord's objects, who wrote the text, or what becomes of a finding.
"""

from bot.identifiers.finding import Finding, Kind, Screening
from bot.identifiers.screening import Known, nothing, ready, screen
from bot.identifiers.strictness import Strictness

__all__ = ["Finding", "Kind", "Known", "Screening", "Strictness", "nothing", "ready", "screen"]

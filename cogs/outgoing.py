"""What is to be sent, as it is handed to the messenger."""

from collections.abc import Callable
from dataclasses import dataclass

from discord import ui

from bot.domain.heat.grid import Heat
from bot.domain.ids import MemberId
from bot.domain.meeting import Gathering
from bot.pictures.captions import Captions
from bot.services.outbox import Entry


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that goes with a message, to be drawn when it is sent; `alt` says it in words."""

    name: str
    heat: Heat
    captions: Captions
    alt: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message: `pinged` are told by Discord, everybody else that is named is not."""

    view: ui.LayoutView
    pinged: tuple[MemberId, ...] = ()
    attached: Attached | Picture | None = None
    title: str = ""  # of the post, where the group's channel is a forum
    silent: bool = False  # it makes no sound on anybody's device


Render = Callable[[Gathering, Entry], Outgoing]
"""How an action's message looks when it is sent."""

Redraw = Callable[[Gathering], ui.LayoutView]
"""How a card looks whenever it is shown anew."""

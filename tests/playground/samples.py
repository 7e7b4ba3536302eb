"""Messages, modals, commands and events as a bot builds them with discord.py."""
# ruff: noqa: ANN401 - what is given on is of discord.py's many types
# pyright: reportPrivateUsage=false
# (the client's state is where discord.py keeps the application's id)

from collections.abc import Awaitable
from datetime import timedelta
from io import BytesIO
from typing import Any, cast

import discord
from discord import app_commands, ui

from tests.playground.leaving import NOW, Desk, Payload

SOON = NOW + timedelta(days=1)


class Rows(ui.View):
    """Five rows as an older message has them."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        for place in range(5):
            self.add_item(ui.Button(label="Answer", custom_id=f"cv:poll:{place}:open", row=0))
        self.add_item(ui.Button(label="Read", url="https://example.org/a?b=c#d", row=1))
        self.add_item(ui.Button(emoji="\N{WHITE HEAVY CHECK MARK}", custom_id="tick", row=1))
        self.add_item(slots(row=2))
        self.add_item(ui.UserSelect(custom_id="who", min_values=0, max_values=25, row=3))
        self.add_item(
            ui.ChannelSelect(custom_id="where", default_values=[discord.Object(5)], row=4)
        )


def slots(count: int = 25, **given: Any) -> ui.Select[Any]:
    """A select of so many slots."""
    options = [discord.SelectOption(label=f"Slot {n}", value=f"slot-{n}") for n in range(count)]
    all_given: Payload = {"max_values": count, **given}
    return ui.Select[Any](custom_id="slots", options=options, **all_given)


class Card(ui.LayoutView):
    """A card of Components V2 with every kind of part."""

    def __init__(self, file: str | None = None) -> None:
        super().__init__(timeout=None)
        button = ui.Button[Any](label="Answer", custom_id="cv:poll:1:open")
        picture = ui.Thumbnail[Any]("https://example.org/a.png", description="a chart")
        row = ui.ActionRow[Any](ui.Button(label="Close", custom_id="cv:poll:1:close"))
        parts: list[ui.Item[Any]] = [
            ui.TextDisplay("# Peer consultation"),
            ui.Section("Tue <t:1772442000:F>", "3 can come", accessory=button),
            ui.Section("Fran", accessory=picture),
            ui.Separator(spacing=discord.SeparatorSpacing.large),
            row,
        ]
        if file is not None:
            parts.append(ui.File(f"attachment://{file}"))
        self.add_item(ui.Container(*parts, accent_colour=0x5865F2))
        self.add_item(ui.ActionRow(slots(3)))
        gallery = ui.MediaGallery[Any](discord.MediaGalleryItem("https://example.org/b.png"))
        self.add_item(gallery)


def labelled(text: str, component: ui.Item[Any], about: str | None = None) -> ui.Label[Any]:
    """A control of a modal."""
    return ui.Label(text=text, component=component, description=about)


def modal(*parts: ui.Item[Any], title: str = "Call a meeting") -> ui.Modal:
    """A modal of these parts."""
    made = ui.Modal(title=title, custom_id="cv:call", timeout=None)
    for part in parts:
        made.add_item(part)
    return made


def call_modal() -> ui.Modal:
    """A modal with every kind of control that a label holds, as far as five parts go."""
    kinds = ["Case", "Support", "Practice"]
    radio = ui.RadioGroup[Any](
        custom_id="kind", options=[discord.RadioGroupOption(label=kind) for kind in kinds]
    )
    boxes = ui.CheckboxGroup[Any](
        custom_id="days",
        options=[discord.CheckboxGroupOption(label=kind, default=True) for kind in kinds],
        required=False,
        min_values=0,
    )
    topic = ui.TextInput[Any](custom_id="topic", default="a topic", max_length=100)
    return modal(
        labelled("Topic", topic, "Nothing that tells who a client is"),
        labelled("Kind", radio),
        labelled("Days", boxes),
        labelled("I can", slots(required=False, min_values=0)),
        labelled("A file", ui.FileUpload(custom_id="file", required=False, min_values=0)),
    )


def embed(**given: Any) -> discord.Embed:
    """An embed with something in every part."""
    all_given: Payload = {"title": "Meeting", "description": "Tuesday", **given}
    made = discord.Embed(**all_given)
    made.set_author(name="Convene", url="https://example.org")
    made.set_footer(text="quorum 3", icon_url="https://example.org/i.png")
    made.set_image(url="attachment://a.png").set_thumbnail(url="https://example.org/t.png")
    return made.add_field(name="Fran", value="can come")


def tree(client: discord.Client) -> app_commands.CommandTree[Any]:
    """Commands of every kind."""
    made = app_commands.CommandTree(client)
    group = app_commands.Group(name="meeting", description="Meetings")

    @group.command(name="call", description="Call a meeting")
    @app_commands.choices(kind=[app_commands.Choice(name="Case", value="case")])
    async def call(  # pyright: ignore[reportUnusedFunction] - registered by its decorator
        interaction: discord.Interaction,
        topic: str,
        kind: str,
        length: app_commands.Range[int, 60, 240] = 60,
        who: discord.Member | None = None,
    ) -> None:
        pass

    @made.context_menu(name="Check for identifiers")
    async def check(  # pyright: ignore[reportUnusedFunction] - registered by its decorator
        interaction: discord.Interaction, message: discord.Message
    ) -> None:
        pass

    made.add_command(group)
    return made


async def sync(desk: Desk) -> object:
    """Register all commands."""
    desk.client._connection.application_id = 623456789012345678
    return await tree(desk.client).sync()


def in_a_place(desk: Desk, **given: Any) -> Awaitable[object]:
    """Make an event outside Discord."""
    made = {
        "name": "Peer consultation",
        "start_time": SOON,
        "end_time": SOON + timedelta(hours=1),
        "entity_type": discord.EntityType.external,
        "location": "12 Elm Street",
        "privacy_level": discord.PrivacyLevel.guild_only,
    }
    return desk.guild.create_scheduled_event(**cast("Any", {**made, **given}))


def file(name: str = "meeting.ics") -> discord.File:
    """A small file."""
    return discord.File(BytesIO(b"BEGIN:VCALENDAR"), filename=name)


def rows(*items: ui.Item[Any]) -> ui.View:
    """A view of these controls."""
    made = ui.View(timeout=None)
    for item in items:
        made.add_item(item)
    return made


def layout(*items: ui.Item[Any]) -> ui.LayoutView:
    """A layout of these parts."""
    made = ui.LayoutView(timeout=None)
    for item in items:
        made.add_item(item)
    return made


def button(**given: Any) -> ui.Button[Any]:
    """A button."""
    all_given: Payload = {"label": "Answer", "custom_id": "open", **given}
    return ui.Button[Any](**all_given)


def field(**given: Any) -> discord.Embed:
    """An embed with one field."""
    all_given: Payload = {"name": "Fran", "value": "comes", **given}
    return discord.Embed(title="Meeting").add_field(**all_given)


def fields(count: int) -> discord.Embed:
    """An embed with many fields."""
    made = discord.Embed(title="Meeting")
    for _ in range(count):
        made.add_field(name="Fran", value="comes")
    return made


def asks(**given: Any) -> ui.Label[Any]:
    """A label around a text input."""
    return labelled("Topic", ui.TextInput(custom_id="topic", **given))

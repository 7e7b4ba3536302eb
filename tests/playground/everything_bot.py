"""A bot with everything that the page must be able to show and do; it is no part of Convene.

Run by the page's tests in Convene's place, as `python -m tests.playground.everything_bot`.
"""

import asyncio
import os
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import discord
from discord import app_commands, ui

from bot.loopback import loopback_connector
from bot.settings import Address, Loopback

Said = discord.Interaction[Any]
everything = app_commands.Group(name="all", description="One of each")


def picture(name: str, red: int) -> discord.File:
    """A small plain picture."""
    rows = b"".join(b"\x00" + bytes((red, 124, 121)) * 48 for _ in range(32))

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 48, 32, 8, 2, 0, 0, 0)
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return discord.File(BytesIO(b"\x89PNG\r\n\x1a\n" + whole), filename=name, description=name)


def buttons() -> ui.ActionRow[Any]:
    """Buttons of all styles."""
    styles = [
        (discord.ButtonStyle.primary, "Primary"),
        (discord.ButtonStyle.secondary, "Secondary"),
        (discord.ButtonStyle.success, "Success"),
        (discord.ButtonStyle.danger, "Danger"),
    ]
    made = [ui.Button[Any](label=label, style=style, custom_id=label) for style, label in styles]
    return ui.ActionRow[Any](*made, ui.Button[Any](label="Link", url="https://example.org/guide"))


def letters(custom_id: str, least: int, most: int) -> ui.Select[Any]:
    """A select of letters."""
    options = [
        discord.SelectOption(label=f"Letter {one}", value=one, description=f"The letter {one}")
        for one in "ABCDE"
    ]
    return ui.Select[Any](
        custom_id=custom_id,
        placeholder=f"Pick {least} to {most}",
        min_values=least,
        max_values=most,
        options=options,
    )


class Card(ui.LayoutView):
    """Components V2: one of each."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        pictures = ui.MediaGallery[Any](
            discord.MediaGalleryItem("attachment://one.png", description="One"),
            discord.MediaGalleryItem("attachment://two.png", description="Two", spoiler=True),
        )
        parts: list[ui.Item[Any]] = [
            ui.TextDisplay("# Heading\n**Bold**, *italic*, ||hidden||, <t:1772442000:F>"),
            ui.Section(
                "A section with a button",
                accessory=ui.Button[Any](label="Beside", custom_id="Beside"),
            ),
            ui.Section(
                "A section with a picture",
                accessory=ui.Thumbnail[Any]("attachment://one.png", description="One"),
            ),
            ui.Separator(spacing=discord.SeparatorSpacing.large),
            pictures,
            ui.File("attachment://notes.txt"),
            buttons(),
        ]
        self.add_item(ui.Container(*parts, accent_colour=0x3E7C79))
        self.add_item(ui.Container(ui.TextDisplay("Behind a spoiler"), spoiler=True))
        self.add_item(ui.ActionRow(letters("one", 1, 1)))
        self.add_item(ui.ActionRow(letters("several", 2, 3)))
        for select in (
            ui.UserSelect[Any](custom_id="who", placeholder="Who"),
            ui.RoleSelect[Any](custom_id="role", placeholder="Which role"),
            ui.ChannelSelect[Any](custom_id="where", placeholder="Where"),
        ):
            self.add_item(ui.ActionRow(select))


class Form(ui.Modal):
    """One field of each kind that takes five parts."""

    def __init__(self) -> None:
        super().__init__(title="One of each", custom_id="form-one")
        self.name = ui.TextInput[Any](min_length=3, max_length=20, placeholder="Three or more")
        days = [discord.CheckboxGroupOption(label=one, value=one) for one in ("Mon", "Tue", "Wed")]
        for label, item in (
            ("Name", self.name),
            ("Letters", letters("letters", 2, 3)),
            (
                "Kind",
                ui.RadioGroup[Any](
                    custom_id="kind",
                    options=[
                        discord.RadioGroupOption(label="Case", value="case", description="One"),
                        discord.RadioGroupOption(label="Support", value="support"),
                    ],
                ),
            ),
            ("Days", ui.CheckboxGroup[Any](custom_id="days", options=days, required=False)),
        ):
            self.add_item(ui.Label[Any](text=label, description=f"About {label}", component=item))
        self.add_item(ui.TextDisplay("A text in a **form**."))


class SecondForm(ui.Modal):
    """The kinds of fields that the first has no room for."""

    def __init__(self) -> None:
        super().__init__(title="The rest", custom_id="form-two")
        upload = ui.FileUpload[Any](custom_id="files", required=False, max_values=2)
        story = ui.TextInput[Any](
            custom_id="long", style=discord.TextStyle.paragraph, required=False
        )
        for label, item in (
            ("Agreed", ui.Checkbox[Any](custom_id="agreed")),
            ("Files", upload),
            ("People", ui.UserSelect[Any](custom_id="people", required=False, max_values=2)),
            ("Place", ui.ChannelSelect[Any](custom_id="place", required=False)),
            ("Story", story),
        ):
            self.add_item(ui.Label[Any](text=label, component=item))


@everything.command(name="card", description="Components of the second generation")
async def card(interaction: Said) -> None:
    """Posts it with its files."""
    notes = discord.File(BytesIO(b"minutes"), filename="notes.txt")
    files = [picture("one.png", 62), picture("two.png", 180), notes]
    await interaction.response.send_message(view=Card(), files=files)


@everything.command(name="classic", description="Content, an embed, buttons, a file")
async def classic(interaction: Said) -> None:
    """Posts it."""
    embed = discord.Embed(title="An embed", description="With *text*", colour=0x2B7048)
    embed.add_field(name="Quorum", value="4").set_footer(text="A footer")
    embed.set_thumbnail(url="attachment://thumb.png")
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label="Old button", custom_id="old"))
    view.add_item(ui.Button(label="Off", custom_id="off", disabled=True))
    view.add_item(letters("classic", 1, 1))
    notes = discord.File(BytesIO(b"agenda"), filename="agenda.txt")
    text = f"Hello {interaction.user.mention}\n- one\n  - two\n> quoted\n```py\ncode < here\n```"
    files = [picture("attached.png", 90), picture("thumb.png", 200), notes]
    allowed = discord.AllowedMentions(users=True)
    await interaction.response.send_message(
        text, embed=embed, view=view, files=files, allowed_mentions=allowed
    )


@everything.command(name="form", description="A form")
async def form(interaction: Said, *, second: bool = False) -> None:
    """Opens it."""
    await interaction.response.send_modal(SecondForm() if second else Form())


@everything.command(name="late", description="An answer that takes a while")
async def late(interaction: Said) -> None:
    """Defers, then answers in private."""
    await interaction.response.defer(ephemeral=True)
    await asyncio.sleep(0.6)
    await interaction.followup.send("Late, and only for you.", ephemeral=True)


@everything.command(name="silent", description="No answer at all")
async def silent(_: Said) -> None:
    """Leaves everybody waiting."""


@everything.command(name="options", description="An option of every kind")
@app_commands.choices(choice=[app_commands.Choice(name=one, value=one) for one in ("Red", "Blue")])
async def options(  # noqa: PLR0913 - an option of each kind
    interaction: Said,
    text: app_commands.Range[str, 3, 12],
    number: app_commands.Range[int, 1, 9],
    *,
    choice: str = "-",
    flag: bool | None = None,
    person: discord.Member | None = None,
    channel: discord.TextChannel | None = None,
    role: discord.Role | None = None,
    part: float | None = None,
    letter: str = "-",
    file: discord.Attachment | None = None,
) -> None:
    """Says what it was given."""
    size = file.size if file else 0
    told = [text, number, choice, flag, person and person.display_name, channel and channel.name]
    told += [role and role.name, part, letter, size]
    await interaction.response.send_message(f"`{told!r}`", ephemeral=True)


@options.autocomplete("letter")
async def offer(_: Said, typed: str) -> list[app_commands.Choice[str]]:
    """Offers letters that begin with what is typed."""
    letters = [one for one in "ABC" if one.lower().startswith(typed.lower())]
    return [app_commands.Choice(name=f"Letter {one}", value=one) for one in letters]


@app_commands.context_menu(name="Count words")
async def count_words(interaction: Said, message: discord.Message) -> None:
    """Counts."""
    count = len(message.content.split())
    await interaction.response.send_message(f"{count} words", ephemeral=True)


class Everything(discord.Client):
    """Answers every press and choice with what it was."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - discord.py's own
        super().__init__(intents=discord.Intents.default(), **given)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(everything)
        self.tree.add_command(count_words)

    async def setup_hook(self) -> None:
        """Tells Discord the commands."""
        await self.tree.sync()

    async def on_interaction(self, interaction: Said) -> None:
        """Says what was pressed, chosen or filled in."""
        data: Any = interaction.data or {}
        if interaction.type is discord.InteractionType.component:
            told = f"{data['custom_id']}: {data.get('values', 'pressed')}"
            await interaction.response.send_message(told, ephemeral=True)
        elif interaction.type is discord.InteractionType.modal_submit:
            told = [self._filled(one.get("component", {})) for one in data["components"]]
            await interaction.response.send_message(f"`{told!r}`", ephemeral=True)

    def _filled(self, part: Any) -> object:  # noqa: ANN401 - Discord's JSON
        kept = part.get("values", part.get("value"))
        return len(kept) if part.get("type") in (5, 8, 19) else kept


async def _main() -> None:
    host, port = os.environ["CONVENE_DISCORD_LOOPBACK"].split(":")
    where = Loopback(Address(host, int(port)), Path(os.environ["CONVENE_DISCORD_CA"]), None)
    client = Everything(connector=loopback_connector(where), guild_ready_timeout=0.02)
    async with client:
        await client.start(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    asyncio.run(_main())

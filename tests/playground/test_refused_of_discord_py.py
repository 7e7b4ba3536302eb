"""What Discord refuses, sent through discord.py, which lets it pass: each is caught here."""
# ruff: noqa: ANN401 - what is given on is of discord.py's many types

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from tests.playground.leaving import NOW, Sending, breaks, described, sent
from tests.playground.samples import (
    SOON,
    Card,
    asks,
    button,
    field,
    fields,
    file,
    in_a_place,
    labelled,
    layout,
    modal,
    rows,
    slots,
)


def shown(*parts: ui.Item[Any], **given: Any) -> Sending:
    """A modal as an answer."""
    return lambda d: d.interaction().response.send_modal(modal(*parts, **given))


def offers(*names: str) -> Sending:
    """Choices as an answer to autocompletion."""
    choices = [app_commands.Choice(name=name, value="a") for name in names]
    return lambda d: d.interaction(4).response.autocomplete(choices)


def says(content: str | None = None, **given: Any) -> Sending:
    """A message in a channel."""
    return lambda d: d.channel.send(content, **given)


def happens(**given: Any) -> Sending:
    """An event elsewhere."""
    return lambda d: in_a_place(d, **given)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call that Discord answers with a refusal, and what the rules say of it."""

    sending: Sending
    rule: str
    known: bool = True  # whether the description says it too


BEFORE = NOW - timedelta(minutes=1)
LARGE = [discord.Embed(description="x" * 3001) for _ in range(2)]
LENGTH, RANGE, NEEDED = "BASE_TYPE_MAX_LENGTH", "BASE_TYPE_BAD_LENGTH", "BASE_TYPE_REQUIRED"
V2 = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
TEXTS = "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"
FIRST = "components[0].components[0]"
REFUSED: Mapping[str, Refusal] = {
    # what neither an in-process simulation nor the schema catches all of
    "content 2001": Refusal(says("x" * 2001), f"content {LENGTH}", known=False),
    "empty": Refusal(says(), " 50006", known=False),
    "blank": Refusal(says(" \n "), " 50006", known=False),
    "embeds 6002": Refusal(says(embeds=LARGE), "embeds MAX_EMBED_SIZE_EXCEEDED", known=False),
    "empty field": Refusal(
        says(embed=field(value="")), f"embeds[0].fields[0].value {NEEDED}", known=False
    ),
    "embed url": Refusal(
        says(embed=discord.Embed(title="a", url="nope")), "embeds[0].url URL_TYPE_INVALID_URL"
    ),
    "embed image": Refusal(
        says(embed=discord.Embed(title="a").set_image(url="nope")),
        "embeds[0].image.url URL_TYPE_INVALID_URL",
    ),
    "bare button": Refusal(
        says("a", view=rows(button(label=None))), f"{FIRST}.label {NEEDED}", known=False
    ),
    "ftp button": Refusal(
        says("a", view=rows(ui.Button(label="a", url="ftp://example.org/a"))),
        f"{FIRST}.url URL_TYPE_INVALID_SCHEME",
        known=False,
    ),
    "same custom_id": Refusal(
        says("a", view=rows(button(), button())),
        "components[0].components[1].custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
        known=False,
    ),
    "same value": Refusal(
        says("a", view=rows(ui.Select(options=[discord.SelectOption(label="a")] * 2))),
        f"{FIRST}.options[1].value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        known=False,
    ),
    "max over options": Refusal(
        says("a", view=rows(slots(2, max_values=3))),
        f"{FIRST}.max_values NUMBER_TYPE_MAX",
        known=False,
    ),
    "v2 with content": Refusal(
        lambda d: d.message.edit(content="a", view=Card()), f"content {V2}", known=False
    ),
    "event in the past": Refusal(
        happens(start_time=BEFORE),
        "scheduled_start_time GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
        known=False,
    ),
    "event reversed": Refusal(
        happens(end_time=SOON - timedelta(hours=1)),
        "scheduled_end_time GUILD_SCHEDULED_EVENT_END_BEFORE_START",
        known=False,
    ),
    "event name 101": Refusal(happens(name="x" * 101), f"name {RANGE}"),
    "location 101": Refusal(happens(location="x" * 101), f"entity_metadata.location {RANGE}"),
    "event text 1001": Refusal(happens(description="x" * 1001), f"description {LENGTH}"),
    "thread name 101": Refusal(
        lambda d: d.text_channel().create_thread(name="x" * 101), f"name {RANGE}"
    ),
    # what each of them catches
    "embed title 257": Refusal(
        says(embed=discord.Embed(title="x" * 257)), f"embeds[0].title {LENGTH}"
    ),
    "embed text 4097": Refusal(
        says(embed=discord.Embed(description="x" * 4097)), f"embeds[0].description {LENGTH}"
    ),
    "fields 26": Refusal(says(embed=fields(26)), f"embeds[0].fields {LENGTH}"),
    "field name 257": Refusal(
        says(embed=field(name="x" * 257)), f"embeds[0].fields[0].name {RANGE}"
    ),
    "field value 1025": Refusal(
        says(embed=field(value="x" * 1025)), f"embeds[0].fields[0].value {RANGE}"
    ),
    "footer 2049": Refusal(
        says(embed=discord.Embed(title="a").set_footer(text="x" * 2049)),
        f"embeds[0].footer.text {RANGE}",
    ),
    "button label 81": Refusal(
        says("a", view=rows(button(label="x" * 81))), f"{FIRST}.label {LENGTH}"
    ),
    "custom_id 101": Refusal(
        says("a", view=rows(button(custom_id="x" * 101))), f"{FIRST}.custom_id {RANGE}"
    ),
    "placeholder 151": Refusal(
        says("a", view=rows(slots(placeholder="x" * 151))), f"{FIRST}.placeholder {LENGTH}"
    ),
    "option label 101": Refusal(
        says("a", view=rows(ui.Select(options=[discord.SelectOption(label="x" * 101, value="a")]))),
        f"{FIRST}.options[0].label {RANGE}",
    ),
    "modal title 46": Refusal(shown(asks(), title="x" * 46), f"data.title {RANGE}"),
    "label 46": Refusal(
        shown(labelled("x" * 46, ui.TextInput())), f"data.components[0].label {RANGE}"
    ),
    "label description 101": Refusal(
        shown(labelled("a", ui.TextInput(), "x" * 101)), f"data.components[0].description {RANGE}"
    ),
    "input placeholder 101": Refusal(
        shown(asks(placeholder="x" * 101)), f"data.components[0].component.placeholder {LENGTH}"
    ),
    "v2 text 4001": Refusal(says(view=layout(ui.TextDisplay("x" * 4001))), f"components {TEXTS}"),
    "choices 26": Refusal(offers(*map(str, range(26))), f"data.choices {LENGTH}"),
    "choice name 101": Refusal(offers("x" * 101), f"data.choices[0].name {RANGE}"),
    "nonce 26": Refusal(says("a", nonce="a" * 26), "nonce NONCE_TYPE_TOO_LONG"),
    "mentions 101": Refusal(
        says(
            "a",
            allowed_mentions=discord.AllowedMentions(users=[*map(discord.Object, range(101))]),
        ),
        f"allowed_mentions.users {LENGTH}",
    ),
    # found since, in the same way
    "v2 texts 4002": Refusal(
        says(view=layout(ui.TextDisplay("x" * 2001), ui.TextDisplay("x" * 2001))),
        f"components {TEXTS}",
        known=False,
    ),
    "required, yet none": Refusal(
        shown(labelled("I can", slots(min_values=0))),
        "data.components[0].component COMPONENT_REQUIRED_ZERO_MIN_VALUES",
        known=False,
    ),
    "prefilled over its limit": Refusal(
        shown(asks(default="x" * 11, max_length=10)),
        f"data.components[0].component.value {LENGTH}",
        known=False,
    ),
    "file that is not sent": Refusal(
        says(view=Card("lost.ics"), file=file()),
        "components[0].components[5].file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
        known=False,
    ),
}


@pytest.mark.parametrize("refusal", REFUSED.values(), ids=REFUSED.keys())
async def test_what_discord_refuses_breaks_a_rule(refusal: Refusal) -> None:
    """The rules catch it by themselves, at the field that is wrong."""
    assert refusal.rule in breaks(await sent(refusal.sending))


@pytest.mark.parametrize("refusal", REFUSED.values(), ids=REFUSED.keys())
async def test_the_description_catches_shapes_alone(refusal: Refusal) -> None:
    """The description finds what is a shape, and is blind to the rest: both are needed."""
    known = described()
    request = await sent(refusal.sending)
    found = known.problems_in_request(request.method, request.path, request.body)
    assert bool(found) == refusal.known

"""Each rule of modals, commands, events and threads likewise; and what holds for all rules."""

import re
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.rules import broken_rules
from playground.rules.routes import ROUTES, Rule
from tests.playground.bodies import (
    ANSWER,
    CHANNEL,
    COMMANDS,
    EVENT,
    EVENT_EDIT,
    IN_GUILD,
    NOW,
    POST,
    SEND,
    THREAD,
    Case,
    button,
    command,
    elsewhere,
    label,
    modal,
    offers,
    option,
    row,
    select,
    spoken,
    text,
    typed,
    users,
)

LONG, SIZE, NEEDED = "BASE_TYPE_MAX_LENGTH", "BASE_TYPE_BAD_LENGTH", "BASE_TYPE_REQUIRED"
HIGH, LOW = "NUMBER_TYPE_MAX", "NUMBER_TYPE_MIN"
UNION, CHOICES = "UNION_TYPE_CHOICES", "BASE_TYPE_CHOICES"
TWICE = "COMPONENT_CUSTOM_ID_DUPLICATED"
ZERO, DEFAULTS = "COMPONENT_REQUIRED_ZERO_MIN_VALUES", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES"
ORDER = "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"
NAME, TYPES = "APPLICATION_COMMAND_INVALID_NAME", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"
CHOSEN = {"label": "Slot", "value": "a", "default": True}
HELD_AT = "data.components[0].component"
SUB = option("sub", 1)

WORDS = [
    "type", "id", "custom_id", "content", "components", "component", "accessory", "items", "media",
    "url", "options", "choices", "name", "value", "label", "title", "description", "data",
    "message", "flags", "embeds", "fields", "footer", "author", "attachments", "filename",
    "allowed_mentions", "parse", "users", "nonce", "style", "min_values", "max_values",
    "max_length", "default",
    "scheduled_start_time", "scheduled_end_time", "entity_type", "entity_metadata", "location",
]  # fmt: skip
Route: TypeAlias = tuple[str, re.Pattern[str], Rule]

MODALS = [
    Case("an answer is of a known type", ANSWER, {"type": 3}, {"type": 6}, f"type {CHOICES}"),
    Case("a modal is there", ANSWER, {"type": 9}, modal(label()), f"data {NEEDED}"),
    Case("a title", ANSWER, modal(label(), title=" "), modal(label(), title="a"),
         f"data.title {NEEDED}"),
    Case("title 45", ANSWER, modal(label(), title="x" * 46), modal(label(), title="x" * 45),
         f"data.title {SIZE}"),
    Case("a modal has an id", ANSWER, modal(label(), custom_id=None), modal(label()),
         f"data.custom_id {NEEDED}"),
    Case("5 parts", ANSWER, modal(*[text()] * 6), modal(*[text()] * 5), f"data.components {SIZE}"),
    Case("a part", ANSWER, modal(), modal(text()), f"data.components {SIZE}"),
    Case("a text says something", ANSWER, modal(text(" ")), modal(text("a")),
         f"data.components[0].content {NEEDED}"),
    Case("labels only", ANSWER, modal(row({"type": 4, "style": 1, "custom_id": "a"})),
         modal(label()), f"data.components[0] {UNION}"),
    Case("label 45", ANSWER, modal(label(label="x" * 46)), modal(label(label="x" * 45)),
         f"data.components[0].label {SIZE}"),
    Case("description 100", ANSWER, modal(label(description="x" * 101)),
         modal(label(description="x" * 100)), f"data.components[0].description {SIZE}"),
    Case("a label holds a control", ANSWER, modal(label({})), modal(label()),
         f"{HELD_AT} {NEEDED}"),
    Case("no button in a label", ANSWER, modal(label(button())), modal(label(users())),
         f"{HELD_AT} {UNION}"),
    Case("custom_id once in a modal", ANSWER, modal(label(), label()), modal(label(), text()),
         f"data.components[1].component.custom_id {TWICE}"),
    Case("value within its most", ANSWER, typed(value="x" * 6, max_length=5),
         typed(value="x" * 5, max_length=5), f"{HELD_AT}.value {LONG}"),
    Case("value 4000", ANSWER, typed(value="x" * 4001), typed(value="x" * 4000),
         f"{HELD_AT}.value {LONG}"),
    Case("least within most", ANSWER, typed(min_length=6, max_length=5),
         typed(min_length=5, max_length=5), f"{HELD_AT}.min_length {HIGH}"),
    Case("style 1 or 2", ANSWER, typed(style=3), typed(style=2), f"{HELD_AT}.style {CHOICES}"),
    Case("placeholder 100", ANSWER, typed(placeholder="x" * 101), typed(placeholder="x" * 100),
         f"{HELD_AT}.placeholder {LONG}"),
    Case("an input has an id", ANSWER, typed(custom_id=None), typed(),
         f"{HELD_AT}.custom_id {NEEDED}"),
    Case("input label 45", ANSWER, typed(label="x" * 46), typed(label="x" * 45),
         f"{HELD_AT}.label {SIZE}"),
    Case("most is one at least", ANSWER, typed(max_length=0), typed(max_length=1),
         f"{HELD_AT}.max_length {LOW}"),
    Case("a group has an id", ANSWER, modal(label(select(kind=21, custom_id=None))),
         modal(label(select(kind=21))), f"{HELD_AT}.custom_id {NEEDED}"),
    Case("required means some", ANSWER, modal(label(select(min_values=0))),
         modal(label(select(min_values=0, required=False))), f"{HELD_AT} {ZERO}"),
    Case("required files mean some", ANSWER,
         modal(label({"type": 19, "custom_id": "a", "min_values": 0})),
         modal(label({"type": 19, "custom_id": "a", "min_values": 0, "required": False})),
         f"{HELD_AT} {ZERO}"),
    Case("10 files to give", ANSWER, modal(label({"type": 19, "custom_id": "a", "max_values": 11})),
         modal(label({"type": 19, "custom_id": "a", "max_values": 10})),
         f"{HELD_AT}.max_values {HIGH}"),
    Case("nothing disabled", ANSWER, modal(label(select(disabled=True))),
         modal(label(select(disabled=False))),
         f"{HELD_AT}.disabled COMPONENT_DISABLED_IN_MODAL"),
    Case("2 to choose from", ANSWER, modal(label(select(1, 21))), modal(label(select(2, 21))),
         f"{HELD_AT}.options {SIZE}"),
    Case("10 to choose from", ANSWER, modal(label(select(11, 21))), modal(label(select(10, 21))),
         f"{HELD_AT}.options {SIZE}"),
    Case("one is chosen", ANSWER,
         modal(label(select(kind=21, options=[CHOSEN, {**CHOSEN, "value": "b"}]))),
         modal(label(select(kind=22, options=[CHOSEN, {**CHOSEN, "value": "b"}]))),
         f"{HELD_AT}.options {DEFAULTS}"),
    Case("10 boxes", ANSWER, modal(label(select(11, 22))), modal(label(select(10, 22))),
         f"{HELD_AT}.options {SIZE}"),
    Case("a box", ANSWER, modal(label(select(0, 22))), modal(label(select(1, 22))),
         f"{HELD_AT}.options {SIZE}"),
]  # fmt: skip

REGISTERED = [
    Case("25 choices", ANSWER, offers(*map(str, range(26))), offers(*map(str, range(25))),
         f"data.choices {LONG}"),
    Case("a choice has a name", ANSWER, offers(""), offers("a"), f"data.choices[0].name {NEEDED}"),
    Case("choice 100", ANSWER, offers("x" * 101), offers("x" * 100),
         f"data.choices[0].name {SIZE}"),
    Case("a choice once", ANSWER, offers("a", "a"), offers("a", "b"),
         "data.choices[1] APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS"),
    Case("a command once", COMMANDS, command() * 2, [*command(), *command(name="other")],
         "[1] APPLICATION_COMMANDS_DUPLICATE_NAME"),
    Case("names by type", IN_GUILD, command() * 2, [*command(), {"name": "call", "type": 3}],
         "[1] APPLICATION_COMMANDS_DUPLICATE_NAME"),
    Case("lower case", COMMANDS, command(name="Call"), command(name="éire-2_x"),
         f"[0].name {NAME}"),
    Case("no blanks", COMMANDS, command(name="a b"), [{"name": "A b", "type": 2}],
         f"[0].name {NAME}"),
    Case("name 32", COMMANDS, command(name="x" * 33), command(name="x" * 32), f"[0].name {NAME}"),
    Case("described", COMMANDS, command(description=""), command(), f"[0].description {NEEDED}"),
    Case("description 100", COMMANDS, command(description="x" * 101),
         command(description="x" * 100), f"[0].description {SIZE}"),
    Case("menus are not described", COMMANDS, [{"name": "A", "type": 3, "description": "a"}],
         [{"name": "A", "type": 3, "description": ""}],
         "[0].description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID"),
    Case("one command alike", ("POST", "/applications/1/commands"), command(name="Call")[0],
         command()[0], f"name {NAME}"),
    Case("named", COMMANDS, command(name=None), command(), f"[0].name {NEEDED}"),
    Case("menu 32", COMMANDS, [{"name": "x" * 33, "type": 2}], [{"name": "x" * 32, "type": 2}],
         f"[0].name {SIZE}"),
    Case("menus have no options", COMMANDS, [{"name": "A", "type": 2, "options": [option()]}],
         [{"name": "A", "type": 2, "options": []}],
         "[0].options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID"),
    Case("options in lower case", COMMANDS, command(option("Topic")), command(option()),
         f"[0].options[0].name {NAME}"),
    Case("options are described", COMMANDS, command(option(description=None)), command(option()),
         f"[0].options[0].description {NEEDED}"),
    Case("25 choices of an option", COMMANDS,
         command(option(choices=[{"name": f"{n}", "value": "a"} for n in range(26)])),
         command(option(choices=[{"name": f"{n}", "value": "a"} for n in range(25)])),
         f"[0].options[0].choices {LONG}"),
    Case("a choice's value 100", ANSWER,
         {"type": 8, "data": {"choices": [{"name": "a", "value": "x" * 101}]}},
         {"type": 8, "data": {"choices": [{"name": "a", "value": 101}]}},
         f"data.choices[0].value {SIZE}"),
    Case("required first", COMMANDS, command(option("a"), option("b", required=True)),
         command(option("b", required=True), option("a")), f"[0].options[1] {ORDER}"),
    Case("required first, deeper", COMMANDS,
         command({**SUB, "options": [option("a"), option("b", required=True)]}),
         command({**SUB, "options": [option("b", required=True), option("a")]}),
         f"[0].options[0].options[1] {ORDER}"),
    Case("25 options", COMMANDS, command(*[option(f"o{n}") for n in range(26)]),
         command(*[option(f"o{n}") for n in range(25)]), f"[0].options {LONG}"),
    Case("an option once", COMMANDS, command(option("a"), option("a")),
         command(option("a"), option("b")),
         "[0].options[1] APPLICATION_COMMAND_OPTIONS_NAME_INVALID"),
    Case("subcommands among themselves", COMMANDS, command(SUB, option()),
         command(SUB, option("other", 1)), f"[0].options {TYPES}"),
    Case("no groups in groups", COMMANDS,
         command(option("g", 2, options=[option("h", 2)])),
         command(option("g", 2, options=[SUB])), f"[0].options[0].options {TYPES}"),
    Case("no subcommands in subcommands", COMMANDS, command({**SUB, "options": [SUB]}),
         command({**SUB, "options": [option()]}), f"[0].options[0].options {TYPES}"),
    Case("choices or autocompletion", COMMANDS,
         command(option(autocomplete=True, choices=[{"name": "a", "value": "a"}])),
         command(option(autocomplete=True, choices=[])),
         "[0].options[0].choices APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_EXCLUSIVE"),
    Case("least up to most", COMMANDS, command(option(kind=4, min_value=3, max_value=2)),
         command(option(kind=4, min_value=2, max_value=2)),
         "[0].options[0].min_value APPLICATION_COMMAND_OPTIONS_RANGE_INVALID"),
    Case("8000 characters", COMMANDS,
         command(*[option(f"o{n:02}", description="x" * 100, choices=[
             {"name": f"{m}" + "x" * 99, "value": "x" * 100} for m in range(2)])
             for n in range(16)]),
         command(*[option(f"o{n:02}", description="x" * 100, choices=[
             {"name": f"{m}" + "x" * 99, "value": "x" * 100} for m in range(2)])
             for n in range(15)]),
         "[0] APPLICATION_COMMAND_TOO_LARGE"),
    Case("100 commands", COMMANDS, [command(name=f"c{n}")[0] for n in range(101)],
         [command(name=f"c{n}")[0] for n in range(100)], f" {LONG}"),
    Case("15 menus", COMMANDS, [{"name": f"c{n}", "type": 3} for n in range(16)],
         [{"name": f"c{n}", "type": 3} for n in range(15)], f" {LONG}"),
]  # fmt: skip

START, END = "scheduled_start_time", "scheduled_end_time"
EVENTS = [
    Case("not past", EVENT, spoken(**{START: "2026-03-02T08:59:59Z"}),
         spoken(**{START: "2026-03-02T10:01:00+01:00"}),
         f"{START} GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"),
    Case("not moved into the past", EVENT_EDIT, {START: "2026-03-02T08:59:59Z"},
         {START: "2026-03-02T09:00:00Z"}, f"{START} GUILD_SCHEDULED_EVENT_SCHEDULE_PAST"),
    Case("ends after its start", EVENT, spoken(**{END: "2026-03-02T10:00:00Z"}),
         spoken(**{END: "2026-03-02T10:00:01Z"}), f"{END} GUILD_SCHEDULED_EVENT_END_BEFORE_START"),
    Case("a time can be read", EVENT, spoken(**{START: "tomorrow"}), spoken(),
         f"{START} DATE_TIME_TYPE_PARSE"),
    Case("starts at some time", EVENT, spoken(**{START: None}), spoken(), f"{START} {NEEDED}"),
    Case("elsewhere it ends", EVENT, elsewhere(**{END: None}), elsewhere(), f"{END} {NEEDED}"),
    Case("elsewhere is somewhere", EVENT, elsewhere(entity_metadata=None), elsewhere(),
         f"entity_metadata.location {NEEDED}"),
    Case("location 100", EVENT, elsewhere(entity_metadata={"location": "x" * 101}),
         elsewhere(entity_metadata={"location": "x" * 100}), f"entity_metadata.location {SIZE}"),
    Case("elsewhere is no channel", EVENT, elsewhere(channel_id="5"), elsewhere(),
         "channel_id GUILD_SCHEDULED_EVENT_CHANNEL_ID_INVALID"),
    Case("a channel to speak in", EVENT, spoken(channel_id=None), spoken(), f"channel_id {NEEDED}"),
    Case("of a known kind", EVENT, spoken(entity_type=4), spoken(entity_type=1),
         f"entity_type {CHOICES}"),
    Case("a name", EVENT, spoken(name=" "), spoken(name="a"), f"name {NEEDED}"),
    Case("name 100", EVENT_EDIT, {"name": "x" * 101}, {"name": "x" * 100}, f"name {SIZE}"),
    Case("description 1000", EVENT, spoken(description="x" * 1001), spoken(description="x" * 1000),
         f"description {LONG}"),
    Case("within the server", EVENT, spoken(privacy_level=1), spoken(privacy_level=2),
         f"privacy_level {CHOICES}"),
    Case("thread name", THREAD, {"name": " "}, {"name": "a"}, f"name {NEEDED}"),
    Case("thread name 100", THREAD, {"name": "x" * 101}, {"name": "x" * 100}, f"name {SIZE}"),
    Case("renamed alike", CHANNEL, {"name": "x" * 101}, {"archived": True}, f"name {SIZE}"),
    Case("open for a day", THREAD, {"name": "a", "auto_archive_duration": 100},
         {"name": "a", "auto_archive_duration": 1440}, f"auto_archive_duration {CHOICES}"),
    Case("5 tags", POST, {"name": "a", "applied_tags": ["1"] * 6},
         {"name": "a", "applied_tags": ["1"] * 5}, f"applied_tags {LONG}"),
]  # fmt: skip

CASES = [*MODALS, *REGISTERED, *EVENTS]


@pytest.mark.parametrize("case", CASES, ids=[case.claim for case in CASES])
def test_a_rule_speaks_of_its_breach_and_of_nothing_else(case: Case) -> None:
    """The broken body breaks this rule alone; the near twin breaks none."""
    assert case.said_of(case.bad) == [case.says]
    assert case.said_of(case.good) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 1 << 16) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS), inner),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(route=st.sampled_from(ROUTES), body=JSON)
def test_a_body_of_any_shape_is_judged(route: Route, body: object) -> None:
    """Whatever JSON comes, a rule answers; it never fails on a shape it did not expect."""
    method, pattern, _ = route
    path = pattern.pattern.replace("[^/]+", "1").replace("\\", "")
    assert pattern.fullmatch(path)
    for broken in broken_rules(method, path, body, now=NOW):
        assert broken.code
        assert broken.message


def test_what_has_no_rules_is_left_alone() -> None:
    """A request that no rule is about passes, whatever it holds."""
    assert broken_rules("POST", "/users/@me/channels", {"content": "x" * 9000}) == []
    assert broken_rules("GET", "/channels/1/messages", None) == []


def test_the_past_is_judged_only_against_a_time() -> None:
    """Without a now, an event may start whenever it likes."""
    assert broken_rules(*EVENT, spoken(**{START: "2001-01-01T00:00:00Z"})) == []


def test_no_message_repeats_what_was_written() -> None:
    """A member's words never stand in what is broken."""
    secret = "jane.doe@example.org " * 200
    found = broken_rules(*SEND, {"content": secret, "nonce": secret, "embeds": [{"url": secret}]})
    assert len(found) > 2
    assert not any("jane" in f"{one}" for one in found)

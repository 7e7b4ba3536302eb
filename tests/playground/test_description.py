"""What the description says of bodies, on Discord's own document and on a small one of ours."""

import json
from pathlib import Path
from typing import Any

import pytest

from playground.description import WHERE, Description, description
from tests.playground.leaving import described

SEND = ("POST", "/channels/1/messages")
ANSWER = ("POST", "/interactions/1/a-token/callback")
OVERWRITE = ("PUT", "/channels/1/permissions/2")
USER = {
    "id": "1",
    "username": "fran",
    "avatar": None,
    "discriminator": "0",
    "public_flags": 0,
    "flags": 0,
    "global_name": "Fran",
    "mfa_enabled": False,
    "locale": "en-US",
}


def small(schema: object, **operation: object) -> Description:
    """A description of one operation, POST /things/{id}, and of its answer."""
    content = {"content": {"application/json": {"schema": schema}}}
    answers: object = {"200": {**content}, "204": {}, "4XX": {"$ref": "#/components/responses/No"}}
    post: object = {"requestBody": {"required": True, **content}, "responses": answers, **operation}
    no: object = {"content": {"application/json": {"schema": {"required": ["code"]}}}}
    snowflake: object = {"type": "string", "format": "snowflake", "pattern": "^[0-9]+$"}
    return Description(
        {
            "paths": {"/things/{id}": {"post": post}, "/things/@me": {"get": {"responses": {}}}},
            "components": {"schemas": {"Snowflake": snowflake}, "responses": {"No": no}},
        }
    )


def said(schema: object, body: object) -> list[str]:
    """What a description with this schema says of a body."""
    return small(schema).problems_in_request("POST", "/things/7", body)


@pytest.mark.parametrize(
    ("schema", "body", "sentence"),
    [
        ({"properties": {"a": {"maxLength": 2}}}, {"a": "xyz"}, "$.a: longer than 2"),
        ({"properties": {"a": {"minLength": 2}}}, {"a": "x"}, "$.a: shorter than 2"),
        ({"items": {"maxItems": 1}}, [[], [1, 2]], "$[1]: more than 1 items"),
        ({"minItems": 1}, [], "$: fewer than 1 items"),
        ({"maximum": 3}, 4, "$: above 3"),
        ({"minimum": 3}, 2, "$: below 3"),
        ({"required": ["a"]}, {}, "$: a is missing"),
        ({"type": ["string", "integer"]}, [], "$: not of type integer, string"),
        ({"enum": [1, 2]}, 3, "$: none of 1, 2"),
        ({"format": "uri"}, "a b", "$: not a uri"),
        ({"uniqueItems": True}, [1, 1], "$: an item is there twice"),
        ({"pattern": "^a"}, "b", "$: breaks pattern"),
        ({"oneOf": [{"const": 1}, {"const": 2}]}, 3, "$: none of the forms allowed here (1, 2)"),
    ],
)
def test_a_problem_is_one_sentence(schema: object, body: object, sentence: str) -> None:
    """Each kind of problem is said in words, at its place."""
    assert said(schema, body) == [sentence]


def union(**first: object) -> dict[str, Any]:
    """A union of two kinds that are told apart by their type."""
    one = {"properties": {"type": {"enum": [1]}, "a": {"maxLength": 1}, **first}, "required": ["a"]}
    two = {"properties": {"type": {"enum": [2]}}, "required": ["b", "c"]}
    return {"anyOf": [one, two]}


def test_a_union_speaks_of_the_branch_that_is_meant() -> None:
    """The type chooses the branch, and only that one's problems are said."""
    assert said(union(), {"type": 1, "a": "xy"}) == ["$.a: longer than 1"]
    assert said(union(), {"type": 2}) == ["$: b is missing", "$: c is missing"]
    assert said(union(), {"type": 1, "a": "x"}) == []


def test_a_union_that_knows_no_such_type_says_which_it_knows() -> None:
    """Where no branch is meant, the types that have one are listed."""
    found = said(union(), {"type": 3, "a": "xy"})
    assert found == ["$: none of the forms allowed here (type 1, type 2)"]


def test_unions_are_followed_inwards() -> None:
    """A union in a union's branch is read in the same way."""
    inner = union(inner=union())
    found = said(inner, {"type": 1, "a": "x", "inner": {"type": 1}})
    assert found == ["$.inner: a is missing"]


def test_no_problem_repeats_what_was_written() -> None:
    """A member's words never stand in a problem."""
    schema: object = {"properties": {"a": {"maxLength": 1}, "b": {"enum": ["x"]}, "c": union()}}
    body = {"a": "jane.doe", "b": "jane.doe", "c": {"type": "jane.doe"}}
    found = said(schema, body)
    assert len(found) == 3
    assert "jane" not in "".join(found)


def test_a_body_that_must_be_there_is_missed() -> None:
    """No body where one is required is a problem; where none is described, none is one."""
    assert said({}, None) == ["$: a body is missing"]
    assert small({}).problems_in_request("GET", "/things/@me", None) == []
    assert small({}, requestBody={}).problems_in_request("POST", "/things/7", {"a": 1}) == []


def test_ids_come_either_way_in_and_as_text_out() -> None:
    """A request may give a snowflake as a number, as discord.py does; an answer may not."""
    known = small({"$ref": "#/components/schemas/Snowflake"})
    for body in (7, "7"):
        assert known.problems_in_request("POST", "/things/7", body) == []
    for body in (-7, "x", None):
        assert known.problems_in_request("POST", "/things/7", {"a": body}) != []
    assert known.problems_in_answer("POST", "/things/7", 200, "7") == []
    assert known.problems_in_answer("POST", "/things/7", 200, 7) == ["$: not of type string"]


def test_permissions_come_either_way() -> None:
    """Bit sets may be numbers or digits; nothing else, and no other number becomes text."""
    schema: object = {
        "properties": {"allow": {"type": ["integer", "null"]}, "n": {"type": "integer"}}
    }
    for good in (8, "8", None):
        assert said(schema, {"allow": good}) == []
    assert said(schema, {"allow": "all"}) == ["$.allow: breaks pattern"]
    assert said(schema, {"n": "8"}) == ["$.n: not of type integer"]


def test_an_answer_is_of_its_status() -> None:
    """Each status has its own schema; what no schema describes is a problem, failures apart."""
    known = small({"required": ["a"]})

    def answered(status: int, body: object) -> list[str]:
        return known.problems_in_answer("POST", "/things/7", status, body)

    assert answered(200, {"a": 1}) == []
    assert answered(200, {}) == ["$: a is missing"]
    assert answered(204, None) == []
    assert answered(204, {}) == ["$: status 204 has no body"]
    assert answered(404, {}) == ["$: code is missing"]
    assert answered(201, {}) == ["POST /things/7: status 201 is not described"]
    assert answered(502, "bad gateway") == []


def test_a_path_is_read_word_first() -> None:
    """A word in a template goes before a parameter, and a parameter is one part of a path."""
    known = small({})
    assert known.knows("GET", "/things/@me")
    assert known.knows("POST", "/things/@me")  # by {id}: there is no word for this method
    assert known.knows("post", "/things/7")
    assert not known.knows("GET", "/things/7")
    assert not known.knows("POST", "/things/7/parts")


def test_what_is_not_described_is_said() -> None:
    """A request or an answer outside the document is a problem of its own."""
    missing = ["PUT /things/7: no such operation"]
    assert small({}).problems_in_request("PUT", "/things/7", {}) == missing
    assert small({}).problems_in_answer("PUT", "/things/7", 200, {}) == missing


def test_the_document_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable names a file; the same file is read once; an absent one is None."""
    file = tmp_path / "openapi.json"
    monkeypatch.setenv(WHERE, str(tmp_path / "absent.json"))
    assert description() is None
    file.write_text(json.dumps(small({}).document), encoding="utf-8")
    monkeypatch.setenv(WHERE, str(file))
    found = description()
    assert found is not None
    assert found.knows("GET", "/things/@me")
    assert description() is found


# -- Discord's own document ------------------------------------------------------------------------


def test_discord_s_components_are_explained() -> None:
    """A label too long in a button in a row is said where it is."""
    button = {"type": 2, "style": 1, "label": "x" * 81, "custom_id": "a"}
    body = {"components": [{"type": 1, "components": [button]}, {"type": 99}]}
    row, other = described().problems_in_request(*SEND, body)
    assert row == "$.components[0].components[0].label: longer than 80"
    assert other.startswith("$.components[1]: none of the forms allowed here (type 1, type 17")


def test_discord_s_answers_to_interactions_are_told_apart() -> None:
    """The type of an answer decides by which schema its data is read."""
    known = described()
    modal: object = {"type": 9, "data": {"custom_id": "a", "title": "x" * 46, "components": []}}
    assert known.problems_in_request(*ANSWER, {"type": 4, "data": {"content": "x" * 2001}}) == [
        "$.data.content: longer than 2000"
    ]
    assert sorted(known.problems_in_request(*ANSWER, modal)) == [
        "$.data.components: fewer than 1 items",
        "$.data.title: longer than 45",
    ]
    assert known.problems_in_request(*ANSWER, {"type": 6}) == []


def test_discord_s_ids_and_permissions_are_relaxed() -> None:
    """The two kinds of body that discord.py sends and the document is too narrow for."""
    known = described()
    mentions = {"allowed_mentions": {"users": [123, "456"]}}
    assert known.problems_in_request(*SEND, {"content": "a", **mentions}) == []
    assert known.problems_in_request(*OVERWRITE, {"type": 1, "allow": "1024", "deny": 0}) == []


def test_discord_s_answers_need_their_fields() -> None:
    """An answer of the loopback that lacks a field is found."""
    known = described()
    assert known.problems_in_answer("GET", "/users/@me", 200, USER) == []
    poor = {name: value for name, value in USER.items() if name != "locale"}
    assert known.problems_in_answer("GET", "/users/@me", 200, poor) == ["$: locale is missing"]
    unknown = {"code": 10008, "message": "Unknown Message"}
    assert known.problems_in_answer("DELETE", "/channels/1/messages/2", 404, unknown) == []


def test_every_operation_of_discord_can_be_judged() -> None:
    """No path is hidden by another, and every schema of the document compiles."""
    known = described()
    for template, operations in known.document["paths"].items():
        path = template.replace("{", "1").replace("}", "")
        for method in operations.keys() & {"get", "put", "post", "patch", "delete"}:
            assert known.knows(method, path)
            for status in (200, 201, 202, 204, 404):
                known.problems_in_answer(method, path, status, {})
            known.problems_in_request(method, path, {})

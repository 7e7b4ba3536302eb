"""What Discord's own OpenAPI description says of requests and answers.

It knows shapes: fields, types, lengths, choices. It does not know what one field means for another
(`playground.rules`), nor what the loopback's world holds at the moment. No problem quotes a value
of the body: what members write stays out of problems, and so out of logs.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, cast
from urllib.parse import quote

from jsonschema_rs import Draft202012Validator, Registry, ValidationError, ValidationErrorKind

BESIDE_THE_PROJECT = Path(__file__).parents[2] / "shared" / "discord" / "openapi.json"
WHERE = "CONVENE_DISCORD_DESCRIPTION"
JSON_BODY = "application/json"

# Where the description is narrower than Discord: discord.py sends both forms, Discord takes both.
PERMISSION_BITS = frozenset({"allow", "deny", "permissions", "default_member_permissions"})
EITHER_SNOWFLAKE = {
    "anyOf": [{"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}, {"type": "integer", "minimum": 0}]
}
FORWARD = 1
# The field by which a union's branches are told apart.
TELLS_APART = ("type", "entity_type")

SENTENCES = {
    "maxLength": "longer than {limit}",
    "minLength": "shorter than {limit}",
    "maxItems": "more than {limit} items",
    "minItems": "fewer than {limit} items",
    "maximum": "above {limit}",
    "minimum": "below {limit}",
    "required": "{property} is missing",
    "type": "not of type {types}",
    "enum": "none of {options}",
    "format": "not a {format}",
    "uniqueItems": "an item is there twice",
}

Node: TypeAlias = Any  # a piece of the description, which is JSON of any shape


def description() -> "Description | None":
    """The description named by `CONVENE_DISCORD_DESCRIPTION`, else the one beside the project.

    Returns:
        One instance for each file, however often it is asked for; None where there is no such file.
    """
    named = os.environ.get(WHERE)
    return _load(Path(named) if named else BESIDE_THE_PROJECT)


@cache
def _load(file: Path) -> "Description | None":
    if not file.is_file():
        return None
    return Description(json.loads(file.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path, and where its schemas are in the document."""

    pointer: str
    node: Mapping[str, Node]

    @property
    def needs_body(self) -> bool:
        """Whether a request without a body is wrong."""
        return bool(self.node.get("requestBody", {}).get("required"))

    def body_pointer(self) -> str | None:
        """Where the schema of a JSON request body is."""
        if JSON_BODY not in self.node.get("requestBody", {}).get("content", {}):
            return None
        return f"{self.pointer}/requestBody/content/{_escaped(JSON_BODY)}/schema"

    def answer_pointer(self, status: int) -> str | None:
        """Where the answer for this status is: the exact one before a class such as 4XX."""
        for name in (str(status), f"{status // 100}XX"):
            if name in self.node["responses"]:
                return f"{self.pointer}/responses/{name}"
        return None


@dataclass(slots=True)
class Description:
    """Checks bodies against one OpenAPI document; each operation is compiled when first met."""

    document: dict[str, Node]
    _paths: list[tuple[re.Pattern[str], str]] = field(init=False)
    _asked: Registry = field(init=False)
    _answered: Registry = field(init=False)
    _compiled: dict[tuple[str, str], Draft202012Validator] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Order the path templates and make one registry for requests, one for answers."""
        templates = sorted(self.document["paths"], key=_concrete_first)
        self._paths = [(_pattern(template), template) for template in templates]
        known = _with_forwards(self.document)
        self._asked = Registry([("urn:asked", _relaxed(known))])
        self._answered = Registry([("urn:answered", known)])

    def knows(self, method: str, path: str) -> bool:
        """Whether the document has this operation."""
        return self._operation(method, path) is not None

    def problems_in_request(self, method: str, path: str, body: object) -> list[str]:
        """What is wrong with a request's JSON body.

        Args:
            method: As on the wire, e.g. "POST".
            path: Without the API's prefix and without a query, e.g. "/channels/123/messages".
            body: The JSON body (of a multipart request: its `payload_json`); None for no body.

        Returns:
            Sentences like `$.components[0].label: longer than 80`; empty where the operation takes
            no JSON body.
        """
        operation = self._operation(method, path)
        if operation is None:
            return [f"{method} {path}: no such operation"]
        pointer = operation.body_pointer()
        if pointer is None:
            return []
        if body is None:
            return ["$: a body is missing"] if operation.needs_body else []
        return _problems(self._validator("urn:asked", pointer).iter_errors(cast("Any", body)))

    def problems_in_answer(self, method: str, path: str, status: int, body: object) -> list[str]:
        """What is wrong with an answer of the loopback itself; body is None for an empty one."""
        operation = self._operation(method, path)
        if operation is None:
            return [f"{method} {path}: no such operation"]
        if status >= 500:  # Discord describes none of its own failures
            return []
        pointer = operation.answer_pointer(status)
        if pointer is None:
            return [f"{method} {path}: status {status} is not described"]
        schema = self._schema_of(pointer)
        if schema is None:
            return [] if body is None else [f"$: status {status} has no body"]
        return _problems(self._validator("urn:answered", schema).iter_errors(cast("Any", body)))

    def _operation(self, method: str, path: str) -> Operation | None:
        for pattern, template in self._paths:
            node = self.document["paths"][template].get(method.lower())
            if node is not None and pattern.fullmatch(path):
                return Operation(f"#/paths/{_escaped(template)}/{method.lower()}", node)
        return None

    def _schema_of(self, answer: str) -> str | None:
        """Follow an answer that is a reference, to the schema of its JSON."""
        node = _at(self.document, answer)
        if "$ref" in node:
            return self._schema_of(node["$ref"])
        if JSON_BODY not in node.get("content", {}):
            return None
        return f"{answer}/content/{_escaped(JSON_BODY)}/schema"

    def _validator(self, base: str, pointer: str) -> Draft202012Validator:
        key = (base, pointer)
        if key not in self._compiled:
            registry = self._asked if base == "urn:asked" else self._answered
            self._compiled[key] = Draft202012Validator(
                {"$ref": base + quote(pointer, safe="#/~@")},
                validate_formats=True,
                registry=registry,
            )
        return self._compiled[key]


def _concrete_first(template: str) -> tuple[bool, ...]:
    """Order `/users/@me` before `/users/{user_id}`: at each part, words before parameters."""
    return tuple("{" in part for part in template.split("/"))


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^}]+\}", template)
    return re.compile("[^/]+".join(re.escape(piece) for piece in pieces))


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


def _at(document: Mapping[str, Node], pointer: str) -> Node:
    node: Node = document
    for part in pointer.removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def _with_forwards(document: dict[str, Node]) -> dict[str, Node]:
    """The document with the reference of a forwarded message, which only Discord's prose has."""
    parts = document.get("components", {})
    schemas = parts.get("schemas", {})
    if "MessageReferenceType" not in schemas:
        return document
    kinds = {**schemas["MessageReferenceType"], "oneOf": [{"const": 0}, {"const": FORWARD}]}
    schemas = {**schemas, "MessageReferenceType": kinds}
    return {**document, "components": {**parts, "schemas": schemas}}


def _relaxed(node: Node) -> Node:
    """Copy a piece of the document, with snowflakes and permission bits in either form."""
    if isinstance(node, list):
        return [_relaxed(item) for item in cast("list[Node]", node)]
    if not isinstance(node, dict):
        return node
    known = cast("dict[str, Node]", node)
    if known.get("format") == "snowflake":
        return EITHER_SNOWFLAKE
    return {name: _relaxed(_relaxed_bits(name, value)) for name, value in known.items()}


def _relaxed_bits(name: str, schema: Node) -> Node:
    if name not in PERMISSION_BITS or not isinstance(schema, dict):
        return schema
    known = cast("dict[str, Node]", schema)
    types = cast("str | list[str] | None", known.get("type"))
    listed = types if isinstance(types, list) else [types]
    if "integer" not in listed:
        return known
    return {**known, "type": [*listed, "string"], "pattern": "^[0-9]+$"}


def _problems(errors: Iterable[ValidationError]) -> list[str]:
    return [problem for error in errors for problem in _explained(error)]


def _explained(error: ValidationError) -> Iterator[str]:
    """One sentence for an error; for a union that no branch fits, those of the branch meant."""
    branches = _branches(error.kind)
    if not branches:
        yield f"{_place(error.instance_path)}: {_sentence(error.kind)}"
        return
    depth = len(error.instance_path)
    meant = min(branches, key=lambda branch: _distance(branch, depth))
    if _is_of_another_kind(meant, depth):
        yield f"{_place(error.instance_path)}: {_none_fits(branches, depth)}"
        return
    for inner in meant:
        yield from _explained(inner)


def _branches(kind: ValidationErrorKind) -> Sequence[Sequence[ValidationError]]:
    match kind:
        case ValidationErrorKind.AnyOf(context) | ValidationErrorKind.OneOfNotValid(context):
            return context
        case _:
            return []


def _distance(branch: Sequence[ValidationError], depth: int) -> tuple[bool, int, int]:
    mistyped = sum(isinstance(error.kind, ValidationErrorKind.Type) for error in branch)
    return _is_of_another_kind(branch, depth), mistyped, len(branch)


def _is_of_another_kind(branch: Sequence[ValidationError], depth: int) -> bool:
    """Whether this branch of a union speaks of another type than the body does."""
    return any(
        isinstance(error.kind, ValidationErrorKind.Type | ValidationErrorKind.Constant)
        if len(error.instance_path) == depth
        else _tells_apart(error, depth)
        for error in branch
    )


def _tells_apart(error: ValidationError, depth: int) -> bool:
    return (
        len(error.instance_path) == depth + 1
        and error.instance_path[-1] in TELLS_APART
        and isinstance(error.kind, ValidationErrorKind.Enum | ValidationErrorKind.Constant)
    )


def _none_fits(branches: Sequence[Sequence[ValidationError]], depth: int) -> str:
    wanted: list[str] = []
    for error in (error for branch in branches for error in branch):
        match error.kind:
            case ValidationErrorKind.Enum(options) if _tells_apart(error, depth):
                wanted += [f"{error.instance_path[-1]} {option}" for option in options]
            case ValidationErrorKind.Constant(value) if len(error.instance_path) == depth:
                wanted.append(str(value))
            case ValidationErrorKind.Type(types) if len(error.instance_path) == depth:
                wanted += types
            case _:
                pass
    return f"none of the forms allowed here ({', '.join(dict.fromkeys(wanted))})"


def _place(path: Sequence[str | int]) -> str:
    return "$" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)


def _sentence(kind: ValidationErrorKind) -> str:
    return SENTENCES.get(kind.name, "breaks {keyword}").format(
        **{name: _listed(value) for name, value in kind.as_dict().items()}, keyword=kind.name
    )


def _listed(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in cast("list[object]", value))
    return str(value)

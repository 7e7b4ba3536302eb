"""Where members type: every field of a form and every free option of a command in cogs/."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import Module, modules

Input = tuple[str, str]
"""The module, and `form NAME` for a field by its custom_id, or `command option`."""


def inputs(root: Path) -> Iterator[Input]:
    """Every place in cogs/ where a member can type what they like."""
    for module in modules(root, "cogs"):
        aliases = set(_text_aliases(module.tree))
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and "TextInput" in ast.unparse(node.func):
                yield module.path, f"form {_named(node)}"
            elif isinstance(node, ast.AsyncFunctionDef | ast.FunctionDef) and _is_command(node):
                yield from _options(module, node, aliases)


def _named(call: ast.Call) -> str:
    ids = [ast.unparse(word.value) for word in call.keywords if word.arg == "custom_id"]
    return ids[0] if ids else "without a name"


def _is_command(function: ast.AsyncFunctionDef | ast.FunctionDef) -> bool:
    called = (one.func for one in function.decorator_list if isinstance(one, ast.Call))
    return any(isinstance(one, ast.Attribute) and one.attr == "command" for one in called)


def _options(
    module: Module, function: ast.AsyncFunctionDef | ast.FunctionDef, aliases: set[str]
) -> Iterator[Input]:
    for argument in (*function.args.args, *function.args.kwonlyargs):
        if argument.annotation and _is_text(argument.annotation, aliases):
            yield module.path, f"{function.name} {argument.arg}"


def _text_aliases(tree: ast.Module) -> Iterator[str]:
    """Names of the module that stand for some kind of text, such as `Name = Range[str, 1, 60]`."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and _is_text(node.value, set()):
            yield from (one.id for one in node.targets if isinstance(one, ast.Name))


def _is_text(annotation: ast.expr, aliases: set[str]) -> bool:
    """Whether it is text, and not one of a few choices that the bot gives itself."""
    if "Choice[" in ast.unparse(annotation):
        return False
    found = {one.id for one in ast.walk(annotation) if isinstance(one, ast.Name)}
    return "str" in found or not aliases.isdisjoint(found)


def screened_words(module: Module) -> set[str]:
    """What the module has screened, in the words of the calls that do it: `clean("topic", ...)`."""
    found: set[str] = set()
    for node in ast.walk(module.tree):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = ast.unparse(node.func).rpartition(".")[2].lstrip("_")
        first = node.args[0]
        if name in {"clean", "require_clean"} and isinstance(first, ast.Constant):
            found.add(str(first.value))
        elif name == "screened":
            found.add("screened")
    return found

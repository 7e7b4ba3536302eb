"""The rule that what members read is written in one place, cogs/wording."""

import ast
import builtins
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.house.reading import Breach, Module, literals, modules, within

SENTENCE = 3
_SHOWN = {"label", "placeholder", "title", "description", "content"}
_LOG = re.compile(r"_?log(?:ger)?", re.IGNORECASE)


def sentences_only_in_wording(root: Path) -> Iterator[Breach]:
    """What members read is written in cogs/wording.

    Elsewhere in cogs/ there is no literal of three words or more, none of any length as a label,
    title, placeholder, description or content, and no command that discord.py would describe by
    its docstring.
    """
    for module in modules(root, "cogs"):
        if within(module, "cogs/wording.py", "cogs/wording/"):
            continue
        not_shown = set(_not_shown(module.tree))
        for node, text in literals(module):
            if _words(text) >= SENTENCE and id(node) not in not_shown:
                yield module.breach(node, "a sentence outside cogs/wording")
        yield from _shown_outside_wording(module)


def _words(text: str) -> int:
    return sum(any(letter.isalpha() for letter in piece) for piece in text.split())


def _not_shown(tree: ast.Module) -> Iterator[int]:
    """Strings no member reads: annotations, log events, what an exception tells a programmer."""
    for node in ast.walk(tree):
        for part in _unread_parts(node):
            yield from (id(inner) for inner in ast.walk(part))


def _unread_parts(node: ast.AST) -> Iterable[ast.expr]:
    match node:
        case ast.arg(annotation=ast.expr() as annotation) | ast.AnnAssign(annotation=annotation):
            return [annotation]
        case (
            ast.FunctionDef(returns=ast.expr() as returns)
            | ast.AsyncFunctionDef(returns=ast.expr() as returns)
        ):
            return [returns]
        case ast.Call(func=ast.Name(id="cast"), args=[first, *_]):
            return [first]
        case ast.Call(func=ast.Attribute(value=ast.Name(id=receiver)), args=args):
            return args if _LOG.fullmatch(receiver) else []
        case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=args)):
            return args if name in dir(builtins) else []
        case _:
            return []


def _shown_outside_wording(module: Module) -> Iterator[Breach]:
    for node in ast.walk(module.tree):
        if isinstance(node, (ast.Call, ast.ClassDef)):
            for keyword in node.keywords:
                if keyword.arg in _SHOWN and _has_words(keyword.value):
                    yield module.breach(keyword, f"{keyword.arg}= is worded outside cogs/wording")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for decorator in node.decorator_list:
                if _is_undescribed_command(decorator):
                    yield module.breach(decorator, "a command without description=")


def _has_words(value: ast.expr) -> bool:
    parts = value.values if isinstance(value, ast.JoinedStr) else [value]
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and any(letter.isalpha() for letter in part.value)
        for part in parts
    )


def _is_undescribed_command(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(func=ast.Attribute(attr="command"), keywords=keywords):
            return all(keyword.arg != "description" for keyword in keywords)
        case ast.Attribute(attr="command"):
            return True
        case _:
            return False

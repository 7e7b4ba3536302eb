"""The rules of the house that imports cannot show, each a function from a tree to its breaches."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.reading import Breach, imported, literals, modules, names, within

MOST_LINES = 400
BANNED = {"util", "utils", "helper", "helpers", "core", "common", "manager", "managers"}
EVERYWHERE = ("bot", "cogs", "playground", "tests", "benchmarks", "tools")

_SQL = re.compile(
    r"""
    \b (?: SELECT\b.+\bFROM | (?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO | UPDATE\s+\S+\s+SET
        | DELETE\s+FROM ) \b
    | ^\s* (?: SELECT | WITH\s+\w+\s+AS | PRAGMA | VACUUM | SAVEPOINT | ATTACH
        | (?:CREATE|DROP|ALTER)\s+(?:UNIQUE\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)
        | BEGIN | COMMIT | ROLLBACK ) \b
    | ^\s* (?: select\s.+\sfrom | insert\s+(?:or\s+\w+\s+)?into | update\s+\S+\s+set
        | delete\s+from | pragma\s+\w+ ) \b
    """,
    re.VERBOSE | re.DOTALL,
)
_SQL_NOW = re.compile(
    r"CURRENT_(?:TIMESTAMP|DATE|TIME)\b|\(\s*'now'|,\s*'now'\s*\)|\bunixepoch\(\s*\)", re.IGNORECASE
)
_NOW = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "discord.utils.utcnow",
}
_WAITING = (
    ast.AsyncFunctionDef,
    ast.Await,
    ast.AsyncFor,
    ast.AsyncWith,
)


def sql_only_in_storage(root: Path) -> Iterator[Breach]:
    """SQL is written in bot/storage and nowhere else, whether as text in Python or as a file."""
    for module in modules(root, "bot", "cogs"):
        if not within(module, "bot/storage/"):
            for node, text in literals(module):
                if _SQL.search(text):
                    yield module.breach(node, "SQL outside bot/storage")
    for folder in ("bot", "cogs"):
        for file in sorted((root / folder).rglob("*.sql")):
            path = file.relative_to(root).as_posix()
            if not path.startswith("bot/storage/"):
                yield Breach(path, 1, "SQL outside bot/storage")


def now_only_in_the_clock(root: Path) -> Iterator[Breach]:
    """The present is asked for in bot/clock.py alone; SQL gets it as a parameter."""
    for module in modules(root, "bot", "cogs"):
        if within(module, "bot/clock.py", "bot/clock/"):
            continue
        for node, full in names(module):
            if full in _NOW:
                yield module.breach(node, f"{full} outside bot/clock.py")
        for node, text in literals(module):
            if _SQL_NOW.search(text) and _SQL.search(text):
                yield module.breach(node, "SQL that asks for the present itself")
    for file in sorted((root / "bot").rglob("*.sql")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if _SQL_NOW.search(line.split("--")[0]):
                path = file.relative_to(root).as_posix()
                yield Breach(path, number, "SQL that asks for the present itself")


def no_waiting_in_pure_rooms(root: Path) -> Iterator[Breach]:
    """Nothing in bot/domain and bot/identifiers is `async` or awaits."""
    for module in modules(root, "bot/domain", "bot/identifiers"):
        for node in ast.walk(module.tree):
            if isinstance(node, _WAITING):
                yield module.breach(node, "async or await in a pure room")
            elif isinstance(node, ast.comprehension) and node.is_async:
                yield module.breach(node.target, "async or await in a pure room")


def no_print_in_the_bot(root: Path) -> Iterator[Breach]:
    """Only what is typed at a terminal prints: bot/cli and bot/__main__.py."""
    for module in modules(root, "bot", "cogs"):
        if within(module, "bot/cli/", "bot/__main__.py"):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Name) and node.id == "print":
                yield module.breach(node, "print outside bot/cli")


def short_modules(root: Path) -> Iterator[Breach]:
    """No module is longer than 400 lines."""
    for module in modules(root, *EVERYWHERE):
        lines = module.text.count("\n")
        if lines > MOST_LINES:
            yield Breach(module.path, lines, f"{lines} lines, over {MOST_LINES}")


def telling_names(root: Path) -> Iterator[Breach]:
    """No module, package or class is named utils, helpers, core, common, manager or the like."""
    for module in modules(root, *EVERYWHERE):
        for part in module.path.removesuffix(".py").split("/"):
            if BANNED & set(part.lower().split("_")):
                yield Breach(module.path, 1, f"{part} says nothing about what it holds")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", node.name)
                if BANNED & {word.lower() for word in words}:
                    yield module.breach(node, f"{node.name} says nothing about what it does")


def cogs_apart(root: Path) -> Iterator[Breach]:
    """The packages in cogs/ are subjects: they do not import one another.

    The plain modules beside them, and cogs/wording, are for all, so they import no subject.
    """
    subjects = {init.parent.name for init in (root / "cogs").glob("*/__init__.py")} - {"wording"}
    for module in modules(root, "cogs"):
        own = module.path.split("/")[1]
        for one in imported(module):
            top, subject, *_ = [*one.full.split("."), ""]
            if top == "cogs" and subject in subjects and subject != own:
                yield module.breach(one.node, f"cogs/{own} imports cogs/{subject}")

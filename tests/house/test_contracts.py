"""The import contracts and room rules, each on a copy of the real tree with one thing wrong."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.reading import PROJECT

LINTER = Path(sys.executable).with_name("lint-imports")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What import-linter says about a tree: its lines with runs of blanks made one."""

    held: bool
    says: str


def _verdict(tree: Path, *contracts: str) -> Verdict:
    chosen = [part for contract in contracts for part in ("--contract", contract)]
    done = subprocess.run(  # noqa: S603 - our own linter on our own copy
        [LINTER, "--no-logo", "--no-cache", *chosen],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    return Verdict(done.returncode == 0, " ".join((done.stdout + done.stderr).split()))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the rooms and of the contracts."""
    for room in ("bot", "cogs"):
        shutil.copytree(
            PROJECT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path


def _some(tree: Path, pattern: str) -> Path:
    """One real module of that shape, to do the wrong thing in."""
    files = [file for file in sorted(tree.glob(pattern)) if file.name != "__init__.py"]
    assert files, f"there is no {pattern} to try the check on"
    return files[0]


def _append(file: Path, line: str) -> int:
    """Adds a line at the end of the file and tells its number."""
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}{line}\n", encoding="utf-8")
    return text.count("\n") + 1


def test_the_tree_keeps_every_contract(tree: Path) -> None:
    verdict = _verdict(tree)
    assert verdict.held, verdict.says


@pytest.mark.parametrize(
    ("contract", "where", "line", "named"),
    [
        ("discord", "bot/services/*.py", "import discord", "discord"),
        ("discord", "bot/domain/*.py", "from discord.ext import commands", "discord"),
        ("sqlite", "bot/services/*.py", "import aiosqlite", "aiosqlite"),
        ("sqlite", "bot/client.py", "from sqlite3 import connect", "sqlite3"),
        ("apscheduler", "bot/services/*.py", "import apscheduler.triggers.date", "apscheduler"),
        ("layers", "bot/domain/*.py", "import bot.services", "bot.services"),
        ("layers", "bot/services/*.py", "import bot.storage", "bot.storage"),
        ("layers", "bot/storage/*.py", "import bot.client", "bot.client"),
        ("cogs", "bot/services/*.py", "import cogs", "cogs"),
        ("cogs-apart-from-machinery", "cogs/*.py", "import bot.storage", "bot.storage"),
        ("pure", "bot/domain/*.py", "import asyncio", "asyncio"),
        ("pure", "bot/identifiers/*.py", "import logging", "logging"),
        ("not-for-trying-out", "bot/client.py", "import playground", "playground"),
    ],
)
def test_a_wrong_import_is_named_with_its_module_and_line(
    tree: Path, contract: str, where: str, line: str, named: str
) -> None:
    file = _some(tree, where)
    number = _append(file, line)
    verdict = _verdict(tree, contract)
    importer = ".".join(file.relative_to(tree).with_suffix("").parts)
    assert not verdict.held
    assert f"{importer} -> {named} (l.{number})" in verdict.says


def test_a_new_module_in_the_bot_must_be_given_a_layer(tree: Path) -> None:
    (tree / "bot" / "mood.py").write_text('"""A room that nobody drew."""\n', encoding="utf-8")
    verdict = _verdict(tree, "layers")
    assert not verdict.held
    assert "not listed as layers: - bot.mood" in verdict.says


def test_a_select_in_a_real_cog_is_found(tree: Path) -> None:
    cog = _some(tree, "cogs/*/cog.py")
    number = _append(cog, 'ROWS = "SELECT id FROM meeting"')
    assert [str(breach) for breach in rules.sql_only_in_storage(tree)] == [
        f"{cog.relative_to(tree).as_posix()}:{number}: SQL outside bot/storage"
    ]


def test_a_now_in_a_real_rule_is_found(tree: Path) -> None:
    rule = _some(tree, "bot/domain/*.py")
    number = _append(rule, "from datetime import datetime as moment; NOW = moment.now()")
    assert [str(breach) for breach in rules.now_only_in_the_clock(tree)] == [
        f"{rule.relative_to(tree).as_posix()}:{number}: datetime.datetime.now outside bot/clock.py"
    ]

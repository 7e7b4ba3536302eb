"""The checks themselves: each finds what it is for, names file and line, and spares a near twin."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.house import rules
from tests.house.reading import Breach
from tests.house.sentences import sentences_only_in_wording

Rule = Callable[[Path], Iterator[Breach]]

BROKEN: list[tuple[Rule, str, str]] = [
    (rules.sql_only_in_storage, "cogs/meeting/cog.py", 'ROWS = "SELECT id FROM meeting"'),
    (rules.sql_only_in_storage, "cogs/wording.py", 'ROWS = "select id from meeting"'),
    (rules.sql_only_in_storage, "bot/services/poll.py", 'SAVE = f"UPDATE {1}poll SET open = 0"'),
    (rules.sql_only_in_storage, "bot/services/poll.py", 'SAVE = "INSERT OR IGNORE INTO answer"'),
    (rules.sql_only_in_storage, "bot/client.py", 'SAVE = "\\n  PRAGMA user_version"'),
    (rules.sql_only_in_storage, "bot/assembly.py", 'SAVE = "BEGIN IMMEDIATE"'),
    (
        rules.now_only_in_the_clock,
        "bot/domain/poll.py",
        "import datetime; X = datetime.date.today()",
    ),
    (
        rules.now_only_in_the_clock,
        "bot/domain/poll.py",
        "from datetime import datetime; X = datetime.now()",
    ),
    (rules.now_only_in_the_clock, "bot/client.py", "import datetime as d; X = d.datetime.utcnow"),
    (rules.now_only_in_the_clock, "bot/services/poll.py", "from time import time; X = time()"),
    (
        rules.now_only_in_the_clock,
        "cogs/meeting/cog.py",
        "from discord import utils; utils.utcnow()",
    ),
    (
        rules.now_only_in_the_clock,
        "bot/storage/polls.py",
        'X = "UPDATE poll SET closed = unixepoch()"',
    ),
    (
        rules.now_only_in_the_clock,
        "bot/storage/polls.py",
        "X = \"DELETE FROM poll WHERE due < strftime('%s', 'now')\"",
    ),
    (rules.no_waiting_in_pure_rooms, "bot/domain/poll.py", "async def settle(): ..."),
    (
        rules.no_waiting_in_pure_rooms,
        "bot/identifiers/x.py",
        "def f(a): return (i async for i in a)",
    ),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'X = "The poll is closed."'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'X = f"Closed {1} days ago"'),
    (sentences_only_in_wording, "cogs/controls.py", 'X = "nobody answered yet"'),
    (sentences_only_in_wording, "cogs/meeting/views.py", 'X = dict(label="Answer")'),
    (sentences_only_in_wording, "cogs/meeting/views.py", 'class X(object, title="Answer"): ...'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'dialog.show("The poll is closed")'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'raise Refused("You are not a member")'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", '@group.command(name="call") def f(): ...'),
    (rules.no_print_in_the_bot, "bot/services/poll.py", 'print("settled")'),
    (rules.no_print_in_the_bot, "cogs/meeting/cog.py", "X = map(print, [])"),
    (rules.telling_names, "bot/services/zone_utils.py", ""),
    (rules.telling_names, "bot/core/poll.py", ""),
    (rules.telling_names, "cogs/meeting/cog.py", "class PollManager: ..."),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from cogs.group.cards import card"),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from cogs import group"),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from ..group import cards"),
    (rules.cogs_apart, "cogs/controls.py", "import cogs.group"),
    (rules.cogs_apart, "cogs/wording/poll.py", "import cogs.group.cards"),
]

KEPT: list[tuple[Rule, str, str]] = [
    (rules.sql_only_in_storage, "bot/storage/polls.py", 'ROWS = "SELECT id FROM meeting"'),
    (rules.sql_only_in_storage, "cogs/wording.py", 'PICK = "Select a time from the list"'),
    (rules.sql_only_in_storage, "cogs/wording.py", 'PICK = "Update your answer; set a note"'),
    (
        rules.sql_only_in_storage,
        "bot/services/poll.py",
        '"""What SELECT id FROM poll would say."""',
    ),
    (rules.now_only_in_the_clock, "bot/clock.py", "import datetime; X = datetime.datetime.now()"),
    (rules.now_only_in_the_clock, "bot/services/poll.py", "def f(clock): return clock.now()"),
    (rules.now_only_in_the_clock, "bot/services/poll.py", "from datetime import time; X = time(9)"),
    (rules.now_only_in_the_clock, "bot/alarms.py", "import time; X = time.monotonic()"),
    (rules.now_only_in_the_clock, "cogs/wording.py", "X = \"It is settled ('now' or never)\""),
    (rules.no_waiting_in_pure_rooms, "bot/services/poll.py", "async def settle(): ..."),
    (sentences_only_in_wording, "cogs/wording.py", 'X = "The poll is closed."'),
    (sentences_only_in_wording, "cogs/wording/poll.py", 'X = "The poll is closed."'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", '"""What a member asks for."""'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'X = f"cv:meeting:{1}:answer"'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'raise ValueError("no such control here")'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'logger.info("a poll was opened")'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", '_LOG.fault("a poll was lost", error)'),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'def f(a: "dict[str, int] | None"): ...'),
    (sentences_only_in_wording, "cogs/meeting/views.py", "X = dict(label=wording.ANSWER)"),
    (sentences_only_in_wording, "cogs/meeting/cog.py", 'X = dict(label=f"{a} - {b}")'),
    (rules.no_print_in_the_bot, "bot/cli/backup.py", 'print("done")'),
    (rules.telling_names, "bot/services/commonplace.py", "class Corel: ..."),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from cogs.meeting import cards"),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from cogs import controls, wording"),
    (rules.cogs_apart, "cogs/meeting/cog.py", "from . import cards"),
]


def _written(root: Path, path: str, code: str) -> None:
    """A tree with two subjects and, on the third line of one module, the code in question."""
    for package in ("cogs", "cogs/meeting", "cogs/group"):
        (root / package).mkdir(exist_ok=True)
        (root / package / "__init__.py").touch()
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    decorator, _, decorated = code.partition(" def ") if code.startswith("@") else ("", "", "")
    code = f"{decorator}\ndef {decorated}" if decorator else code
    file.write_text(f'"""A module."""\n\n{code}\n', encoding="utf-8")


@pytest.mark.parametrize(("rule", "path", "code"), BROKEN)
def test_a_breach_is_named_with_its_file_and_line(
    tmp_path: Path, rule: Rule, path: str, code: str
) -> None:
    _written(tmp_path, path, code)
    breaches = [str(breach) for breach in rule(tmp_path)]
    assert len(breaches) == 1
    assert breaches[0].startswith(f"{path}:3: " if code and "/core/" not in path else f"{path}:1: ")


@pytest.mark.parametrize(("rule", "path", "code"), KEPT)
def test_a_near_twin_is_let_be(tmp_path: Path, rule: Rule, path: str, code: str) -> None:
    _written(tmp_path, path, code)
    assert [str(breach) for breach in rule(tmp_path)] == []


def test_a_module_may_have_400_lines_and_not_one_more(tmp_path: Path) -> None:
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot/long.py").write_text("\n" * 400)
    assert list(rules.short_modules(tmp_path)) == []
    (tmp_path / "bot/long.py").write_text("\n" * 401)
    assert [str(one) for one in rules.short_modules(tmp_path)] == [
        "bot/long.py:401: 401 lines, over 400"
    ]


@pytest.mark.parametrize(
    ("rule", "path", "line"),
    [
        (rules.sql_only_in_storage, "cogs/meeting/rows.sql", "SELECT 1;"),
        (
            rules.now_only_in_the_clock,
            "bot/storage/migrations/0001_a.sql",
            "CREATE TABLE a (at INTEGER DEFAULT (unixepoch()));",
        ),
    ],
)
def test_sql_files_are_read_too(tmp_path: Path, rule: Rule, path: str, line: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(f"{line}\n")
    assert [str(one).startswith(f"{path}:1: ") for one in rule(tmp_path)] == [True]

"""Reads the command line and starts what it names; exit codes as in sysexits.h."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.cli.screen import screen_command
from bot.memory import leave_no_image
from bot.settings import Settings, WrongSettings, load

OK, DATA_ERROR, UNAVAILABLE, SOFTWARE, CONFIG = 0, 65, 69, 70, 78


def main(arguments: Sequence[str]) -> int:
    """Runs one command; gives the exit code."""
    leave_no_image()
    given = _parser().parse_args(arguments)
    if given.command == "screen":
        return screen_command(sys.stdin, sys.stdout, jsonl=given.jsonl)
    try:
        settings = load(given.config)
    except WrongSettings as wrong:
        for problem in wrong.problems:
            print(problem, file=sys.stderr)
        return CONFIG
    return _with_settings(given, settings)


def _with_settings(given: argparse.Namespace, settings: Settings) -> int:
    # Imported late: `screen` needs none of it and shall answer at once.
    from bot.cli import care, run  # noqa: PLC0415

    match given.command:
        case "check":
            return asyncio.run(care.check(settings))
        case "migrate":
            return care.migrate_now(settings)
        case "backup":
            return asyncio.run(care.back_up(settings, given.to))
        case _:
            return asyncio.run(run.run(settings))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot", description="Convene, for peer consultation groups."
    )
    parser.set_defaults(command="run", config=_default_config())
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, what in (
        ("run", "run the bot (the default)"),
        ("check", "check the settings and the database without connecting"),
        ("migrate", "bring the database up to date"),
        ("backup", "copy the database while the bot runs"),
    ):
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("--config", type=Path, default=_default_config(), metavar="FILE")
        if name == "backup":
            command.add_argument("--to", type=Path, default=None, metavar="FILE")
    screen = commands.add_parser("screen", help="look for client identifiers in a text")
    screen.add_argument("--jsonl", action="store_true", help="one JSON object a line, in and out")
    return parser


def _default_config() -> Path | None:
    """config.toml where there is one; every setting has a default."""
    path = Path("config.toml")
    return path if path.exists() else None

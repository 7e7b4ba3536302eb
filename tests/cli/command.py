"""The bot's commands as a shell runs them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playground.bot_process import ROOT

TOKEN = "MTIz.recognisable.0123456789"  # noqa: S105 - invented
CONFIG = '[storage]\npath = "convene.sqlite3"\nbackups = "backups"\n'


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str


def run(folder: Path, *arguments: str, config: str = CONFIG, **environment: str) -> Ended:
    """One command with its own configuration in `folder`."""
    file = folder / "config.toml"
    file.write_text(config, encoding="utf-8")
    command = [sys.executable, "-m", "bot", arguments[0], "--config", str(file), *arguments[1:]]
    done = subprocess.run(  # noqa: S603 - our own program
        command,
        cwd=ROOT,
        env={**os.environ, "DISCORD_TOKEN": TOKEN, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)

"""`python -m playground`: a Discord-like page with the real bot behind it; or a story to read.

With `--story` a week of an invented group is played on the terminal instead, and checked.
"""

import argparse
import asyncio
import os
import shlex
import sys
import time
from pathlib import Path

from playground.page.opening import PORT, CannotOpen, Wanted, serve
from playground.story.paper import Paper
from playground.story.playing import Story
from playground.story.week import WEEK

BOT = (sys.executable, "-m", "bot", "run")


def main(given: list[str] | None = None) -> int:
    """Opens the page, or plays the story; 0 where all went well, 1 where something did not."""
    asked = _arguments().parse_args(given)
    command = tuple(shlex.split(asked.bot)) if asked.bot else BOT
    if asked.story:
        return _play(command)
    return _open(Wanted(command, asked.port, asked.browser, asked.keep))


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m playground",
        description="Try Convene without Discord: everything stays on this machine.",
    )
    parser.add_argument(
        "--story", action="store_true", help="play a week of an invented group on the terminal"
    )
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"where the page listens ({PORT}; 0: a free one)"
    )
    parser.add_argument(
        "--no-browser", dest="browser", action="store_false", help="only print the page's address"
    )
    parser.add_argument(
        "--keep",
        metavar="FOLDER",
        type=Path,
        help="keep the bot's files there, in an empty folder, to look at them afterwards",
    )
    parser.add_argument(
        "--bot",
        metavar="COMMAND",
        help="with another bot; --config FILE is put behind the command",
    )
    return parser


def _open(wanted: Wanted) -> int:
    try:
        asyncio.run(serve(wanted))
    except (KeyboardInterrupt, asyncio.CancelledError):
        print("\nThe playground is closed.")
    except CannotOpen as error:
        print(f"{error}", file=sys.stderr)
        return 1
    return 0


def _play(command: tuple[str, ...]) -> int:
    paper = Paper()
    story = Story(WEEK, paper)
    began = time.monotonic()
    try:
        held = asyncio.run(story.play(command))
    except KeyboardInterrupt:
        paper.say(f"story: stopped in step {story.begun}")
        return 1
    except BrokenPipeError:  # nobody reads on, as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    if not held:
        paper.say(f"story: step {story.begun} did not hold: {story.failed}")
        return 1
    paper.say()
    paper.say(f"A week in {time.monotonic() - began:.0f} seconds.")
    paper.say(f"story: {story.begun} steps held")
    return 0


if __name__ == "__main__":
    sys.exit(main())

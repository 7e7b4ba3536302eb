"""`python -m playground --story`: the week of an invented group, played by the real bot."""

import argparse
import asyncio
import os
import shlex
import sys
import time

from playground.story.paper import Paper
from playground.story.playing import Story
from playground.story.week import WEEK

BOT = (sys.executable, "-m", "bot", "run")


def main(given: list[str] | None = None) -> int:
    """Plays the story; 0 where every step held, 1 where one did not."""
    asked = _arguments().parse_args(given)
    if not asked.story:
        print("Playing the story (`--story`), the one thing that there is to see here so far.")
    command = tuple(shlex.split(asked.bot)) if asked.bot else BOT
    return _play(command)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m playground",
        description="Try Convene without Discord: everything stays on this machine.",
    )
    parser.add_argument("--story", action="store_true", help="play a week of an invented group")
    parser.add_argument(
        "--bot",
        metavar="COMMAND",
        help="play it with another bot; --config FILE is put behind the command",
    )
    return parser


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

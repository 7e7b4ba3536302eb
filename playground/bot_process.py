"""The bot as a process of its own: started against a loopback, killed, stopped, started again.

It knows the bot only by its command line and environment, as a supervisor would.
"""

import asyncio
import os
import signal
import sys
import time
from asyncio.subprocess import Process
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from playground.loopback import Loopback
from playground.stage import DriverError

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Stopped:
    """How a process ended: its exit code (negative: the signal) and how long it took."""

    code: int
    seconds: float


@dataclass(slots=True)
class BotProcess:
    """One bot, of which one process runs at a time.

    Args:
        discord: The loopback to which it connects.
        folder: Where its configuration and log are kept, over all its starts.
        config: The text of its configuration file.
        command: What is run, with `--config FILE` behind it.
        seconds: How long it may take to be ready.
        environment: Variables beside those that the loopback needs.
    """

    discord: Loopback
    folder: Path
    config: str
    command: tuple[str, ...] = (sys.executable, "-m", "bot", "run")
    seconds: float = 20.0
    environment: dict[str, str] = field(default_factory=dict[str, str])
    starts: int = 0
    _process: Process | None = None

    @property
    def config_file(self) -> Path:
        """Its configuration."""
        return self.folder / "config.toml"

    @property
    def log_file(self) -> Path:
        """What it wrote to standard error, over all its starts."""
        return self.folder / "bot.log"

    @property
    def log(self) -> str:
        """The same as text."""
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Start it and wait until the gateway has greeted it.

        Raises:
            DriverError: It ended before, or is not ready in time.
        """
        readies = self.discord.gateway.readies
        await self.launch()
        await self.ready(readies + 1)

    async def launch(self) -> None:
        """Start it without waiting for anything."""
        if self.running:
            raise DriverError("the bot runs already")
        self.config_file.write_text(self.config, encoding="utf-8")
        self.starts += 1
        with self.log_file.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command,
                "--config",
                str(self.config_file),
                cwd=ROOT,
                env=self._environment(),
                stdout=log,
                stderr=log,
            )

    async def ready(self, readies: int) -> None:
        """Wait until the gateway has greeted bots so many times in all.

        Raises:
            DriverError: The bot ended before, or is not ready in time.
        """
        deadline = time.monotonic() + self.seconds
        while self.discord.gateway.readies < readies:
            if not self.running:
                raise DriverError(f"the bot ended at its start:\n{self.log[-2000:]}")
            if time.monotonic() > deadline:
                raise DriverError(f"not ready in {self.seconds} s:\n{self.log[-2000:]}")
            await asyncio.sleep(0.005)

    async def __aenter__(self) -> Self:
        """Start it."""
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Leave no process behind."""
        if self.running:
            await self.kill()

    async def kill(self) -> Stopped:
        """End it as a power cut would (SIGKILL)."""
        return await self._end(signal.SIGKILL)

    async def crash(self) -> Stopped:
        """End it as a fault in machine code would (SIGSEGV), which may leave an image of it."""
        return await self._end(signal.SIGSEGV)

    async def stop(self) -> Stopped:
        """Ask it to leave (SIGTERM) and wait until it has."""
        return await self._end(signal.SIGTERM)

    async def _end(self, by: signal.Signals) -> Stopped:
        process = self._process
        if process is None or process.returncode is not None:
            raise DriverError(f"the bot does not run:\n{self.log[-2000:]}")
        began = time.monotonic()
        process.send_signal(by)
        try:
            code = await asyncio.wait_for(process.wait(), self.seconds)
        except TimeoutError:
            process.kill()
            await process.wait()
            raise DriverError(f"the bot did not leave in {self.seconds} s") from None
        return Stopped(code, time.monotonic() - began)

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DISCORD_TOKEN": self.discord.token,
            "CONVENE_DISCORD_LOOPBACK": self.discord.address,
            "CONVENE_DISCORD_CA": str(self.discord.ca_file),
            "CONVENE_CLOCK": self.discord.clock.address,
            **self.environment,
        }

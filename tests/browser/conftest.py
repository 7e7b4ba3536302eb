"""The playground as its own process, and Debian's Chromium in front of it.

Where Chromium is missing the tests skip with a sentence; CI must not skip them.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.visitor import Visitor

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")  # its loop must be gone before other tests run theirs
def browser() -> Iterator[Browser]:
    """Chromium, started once for these tests."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("CI runs the tests of the page: install Debian's package chromium")
        pytest.skip("the tests of the page need Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def address() -> Iterator[str]:
    """A fresh playground; the address that it prints."""
    command = [sys.executable, "-m", "playground", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        yield _address(process)
        process.terminate()
        process.wait(20)


def _address(process: subprocess.Popen[str]) -> str:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and process.stdout is not None:
        found = re.search(r"http://\S+", process.stdout.readline())
        if found:
            return found[0]
    raise TimeoutError("the playground printed no address")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A tab with the page open and the bot online."""
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    tab = context.new_page()
    tab.set_default_timeout(15_000)
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(address)
    tab.get_by_text("Convene is online").first.wait_for()
    yield tab
    context.close()
    assert faults == []


@pytest.fixture
def visitor(page: Page) -> Visitor:
    """Somebody at the page; they are Fran first."""
    return Visitor(page)

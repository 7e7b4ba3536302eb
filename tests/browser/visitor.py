"""Somebody at the page, who only clicks and types."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

CHANNEL = "harbour-group"


class Visitor:
    """A person in front of the page, being one member at a time."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @property
    def messages(self) -> Locator:
        """What the member sees in the channel or thread that is open."""
        return self.page.get_by_role("list", name="Messages")

    @property
    def form(self) -> Locator:
        """The form that the bot opened."""
        return self.page.get_by_role("dialog")

    def become(self, name: str) -> None:
        """Switches to another member."""
        self.page.get_by_role("button", name=re.compile("^You are ")).click()
        self.page.get_by_role("menuitemradio", name=re.compile(f"^{name}")).click()
        expect(self.page.get_by_role("button", name=f"You are {name}")).to_be_visible()

    def go(self, place: str) -> None:
        """Opens a channel or a thread."""
        self.page.get_by_role("navigation").get_by_role(
            "button", name=re.compile(re.escape(place))
        ).first.click()

    def write(self, text: str) -> None:
        """Writes into the channel that is open."""
        box = self.page.get_by_role("textbox", name=re.compile("^Message "))
        box.fill(text)
        box.press("Enter")

    def slash(self, command: str, **options: str) -> None:
        """Sends a slash command; a zone is typed and then picked from what is offered."""
        box = self.page.get_by_role("textbox", name=re.compile("^Message "))
        box.click()
        box.press_sequentially(f"/{command}")
        # The list follows the typing: Enter takes what is first in it by then.
        self.page.get_by_role("option", name=f"/{command}", selected=True).first.wait_for()
        box.press("Enter")
        form = self.page.get_by_role("form", name=f"Command {command}")
        for name, value in options.items():
            field = form.get_by_label(re.compile(f"^{name}")).first
            field.click()
            field.press_sequentially(value)
            if field.get_attribute("role") == "combobox":
                # What is offered follows the typing: Enter takes what is first by then.
                first = self.page.get_by_role("option").first
                expect(first).to_contain_text(re.compile(re.escape(value), re.IGNORECASE))
                field.press("Enter")
        form.get_by_role("button", name="Send").click()
        expect(form).to_be_hidden()

    def press(self, label: str) -> None:
        """Presses the newest button of that label."""
        self.messages.get_by_role("button", name=label, exact=True).last.click()

    def pick(self, menu: str, options: list[str]) -> None:
        """Chooses in a menu of the open form."""
        self.form.get_by_role("button", name=re.compile(re.escape(menu))).click()
        for option in options:
            self.page.get_by_role("option", name=re.compile(re.escape(option))).click()
        self.page.get_by_test_id("select-done").click()

    def sees(self, text: str) -> None:
        """The member sees the words, soon."""
        expect(self.messages.get_by_text(text).last).to_be_visible()

    def sees_not(self, text: str) -> None:
        """The member does not see the words."""
        expect(self.messages.get_by_text(text)).to_have_count(0)

    def picture(self, file: Path) -> None:
        """Takes a picture of the page."""
        self.page.screenshot(path=file)

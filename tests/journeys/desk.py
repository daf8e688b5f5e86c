"""A person in front of a browser: signs in, reads, fills, presses."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.translation import gettext, ngettext, override
from playwright.sync_api import Browser, Locator, Page, expect

from tests.journeys.people import PASSWORD, Somebody
from tests.journeys.watch import Watch

LANGUAGE = "zh-hans"


def say(msgid: str, **values: Any) -> str:
    """The words on the screen for an English message id."""
    with override(LANGUAGE):
        return gettext(msgid) % values if values else gettext(msgid)


def say_count(one: str, many: str, count: int) -> str:
    with override(LANGUAGE):
        return ngettext(one, many, count) % {"count": count}


class Desk:
    """One person's browser. Whatever opens a page also looks at it with the eyes of ``Watch``."""

    def __init__(self, browser: Browser, watch: Watch, who: Somebody, settings: dict[str, Any]) -> None:
        self.watch, self.who = watch, who
        self._browser, self._settings = browser, settings
        self.enter()

    def enter(self) -> None:
        """A new browser without memory, at the sign-in page, then signed in."""
        self.context = self._browser.new_context(**self._settings, base_url=self.watch.url, accept_downloads=True)
        self.context.set_default_timeout(15_000)
        self.watch.follow(self.context)
        self.page: Page = self.context.new_page()
        self.page.goto("/accounts/login/")
        self.look()
        self.fill(login=self.who.number, password=PASSWORD)
        self.press("Sign in", within="main")
        expect(self.page).to_have_url(re.compile(r"/desk/$"))

    def leave(self) -> None:
        """Close the browser without signing out, as when the lid falls."""
        self.context.close()

    # Moving about

    def open(self, path: str) -> None:
        """An address, also one relative to the present page."""
        self.page.goto(urljoin(self.page.url, path))
        self.look()

    def look(self, state: str = "") -> None:
        """``state`` names a state of the page that is to be examined too."""
        self.watch.look(self.page, self.who.number, state)

    def menu(self, view: str) -> None:
        """The row of the main menu that leads to ``view``."""
        self._moving(self.page.locator(f"#navigation a[href='{reverse(view)}']").click)

    def follow(self, words: str, *, within: str = "main", exact: bool = False) -> None:
        """A link by its words on the screen."""
        self._moving(self.page.locator(within).get_by_role("link", name=words, exact=exact).first.click)

    def press(self, msgid: str, *, within: str = "main", **values: Any) -> None:
        """A button that leads to another page."""
        self._moving(self.button(say(msgid, **values), within=within).click)

    def press_and_agree(self, msgid: str, *, within: str = "main") -> None:
        """A button that asks first."""
        self.click_and_agree(self.button(say(msgid), within=within))

    def click_and_agree(self, control: Locator) -> None:
        control.click()
        self._moving(self.page.locator("dialog button[value=yes]").click)

    def click(self, control: Locator) -> None:
        """Something on the page that leads to another page."""
        self._moving(control.click)

    def _moving(self, act: Callable[[], None]) -> None:
        with self.page.expect_navigation():
            act()
        self.look()

    def filter(self, **values: str) -> None:
        """Narrow the list of the page: at once where the form answers while one types, else by its button."""
        form = self.page.locator("main form.filters").first
        live = form.get_attribute("hx-get") is not None
        for name, value in values.items():
            control = form.locator(f"[name='{name}']")
            act = control.select_option if control.evaluate("one => one.tagName") == "SELECT" else control.fill
            if live:
                with self.page.expect_response(re.compile(rf"[?&]{name}=[^&]")):
                    act(value)
            else:
                act(value)
        if live:
            self.settle()
        else:
            self.press("Show results")

    def touch(self, control: Locator) -> None:
        """Press something that changes a part of the page."""
        with self.page.expect_response(lambda answer: answer.request.headers.get("hx-request") == "true"):
            control.click()
        self.settle()

    def settle(self) -> None:
        expect(self.page.locator(".htmx-request, .htmx-swapping, .htmx-settling")).to_have_count(0)
        self.look()

    # Parts of the page

    def button(self, words: str, *, within: str = "main") -> Locator:
        return self.page.locator(within).get_by_role("button", name=words, exact=True).first

    def field(self, name: str, *, within: str = "main") -> Locator:
        return self.page.locator(f"{within} [name='{name}']")

    def fill(self, *, within: str = "main", **values: str) -> None:
        for name, value in values.items():
            self.field(name, within=within).fill(value)

    def choose(self, *, within: str = "main", **labels: str) -> None:
        """In select boxes, by the words shown or the value."""
        for name, label in labels.items():
            self.field(name, within=within).select_option(label)

    def tick(self, name: str, *values: str) -> None:
        for value in values:
            self.page.locator(f"main [name='{name}'][value='{value}']").check()

    def upload(self, name: str, file: Path) -> None:
        self.field(name).set_input_files(file)

    def fetch(self, act: Callable[[], None], folder: Path) -> Path:
        """The file that ``act`` downloads."""
        with self.page.expect_download() as waiting:
            act()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path

    def stats(self) -> dict[str, str]:
        """The figures on top of the page: label → value."""
        pairs = self.page.locator(".stat").all()
        return {one.locator("dt").inner_text(): one.locator(".stat-value").inner_text() for one in pairs}

    # Seeing

    def reads(self, *words: str, within: str = "main") -> None:
        """These words stand on the page."""
        for one in words:
            expect(self.page.locator(within)).to_contain_text(one)

    def lacks(self, *words: str, within: str = "main") -> None:
        for one in words:
            expect(self.page.locator(within)).not_to_contain_text(one)

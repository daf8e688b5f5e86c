"""What must hold on every page: clean for axe, silent console, no policy violation, no outside host, no overflow."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext, Page, Request

OFFICE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
WIDER_THAN_THE_SCREEN = """() => {
    const width = document.scrollingElement.scrollWidth;
    if (width <= innerWidth) return null;
    const wide = [...document.body.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > innerWidth + 1);
    return `${width} px: ${wide.slice(-1).map((one) => one.outerHTML.slice(0, 200))}`;
}"""


@dataclass
class Watch:
    """Watches all pages of a walk. ``shots`` is the folder for screenshots (``JOURNEY_SHOTS``), or None."""

    url: str
    troubles: list[str] = field(default_factory=list)
    unclean: list[str] = field(default_factory=list)
    too_wide: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    shots: Path | None = None

    def __post_init__(self) -> None:
        if folder := os.environ.get("JOURNEY_SHOTS"):
            self.shots = Path(folder)
            self.shots.mkdir(parents=True, exist_ok=True)

    def follow(self, context: BrowserContext) -> None:
        """Note everything that goes wrong in ``context`` from now on."""
        context.on("request", self._request)
        context.on("response", lambda answer: answer.status < 400 or self._note(f"{answer.status} {answer.url}"))
        context.on("weberror", lambda wrong: self._note(f"{wrong.page and wrong.page.url}: {wrong.error}"))
        context.on(
            "console", lambda line: line.type != "error" or self._note(f"{line.page and line.page.url}: {line.text}")
        )

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "data:", "blob:")):
            self._note(f"request to {request.url}")

    def _note(self, trouble: str) -> None:
        self.troubles.append(trouble)

    def look(self, page: Page, who: str = "", state: str = "") -> None:
        """Fail when anything went wrong so far; examine each kind of page (view and main headings) once.

        What axe finds and what is too wide for a phone is collected: one such thing must not hide the next.
        """
        page.wait_for_load_state("load")
        assert self.troubles == [], "\n".join(dict.fromkeys(self.troubles))
        kind = f"{state} {_kind(page)}".lstrip()
        if kind in self.seen:
            return
        self.seen[kind] = page.url.removeprefix(self.url)
        self.unclean += [f"{self.seen[kind]}: {_told(found)}" for found in Axe().run(page).response["violations"]]
        self._shoot(page, who, "1440")
        self._at_phone_width(page, lambda: self._shoot(page, who, "390"))

    def _at_phone_width(self, page: Page, then: Callable[[], None]) -> None:
        size = page.viewport_size or OFFICE
        page.set_viewport_size(PHONE)
        if wider := page.evaluate(WIDER_THAN_THE_SCREEN):
            self.too_wide.append(f"{page.url}: {wider}")
        then()
        page.set_viewport_size(size)

    def _shoot(self, page: Page, who: str, width: str) -> None:
        if self.shots:
            name = re.sub(r"[^\w.-]+", "_", list(self.seen)[-1].split(" | ")[0]).strip("_")
            path = self.shots / f"{len(self.seen):03d}-{name}-{who}-{width}.png"
            page.screenshot(path=path, full_page=True, caret="initial")  # hiding it would leave style attributes


def _kind(page: Page) -> str:
    """The name of the view and the headings that do not come from data."""
    address = urlsplit(page.url)
    try:
        name = resolve(address.path).view_name
    except Resolver404:
        name = address.path
    if name == "wagtail_serve":
        name = address.path
    name += "".join(re.findall(r"(?:tab|show)=\w+", address.query))
    return f"{name} | {' · '.join(page.locator('h2.panel-title, main > h2, .masking-texts').all_inner_texts())[:200]}"


def _told(found: dict[str, Any]) -> str:
    nodes = [f"    {node['html'][:300]}\n    {node.get('failureSummary', '')}" for node in found["nodes"][:3]]
    return f"{found['id']}: {found['help']}\n" + "\n".join(nodes)

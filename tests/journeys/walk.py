"""The loop as one walk: ten steps, each done by the person whose work it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import exam, inspection, lesson, outcome, study
from tests.journeys.desk import Desk
from tests.journeys.house import House
from tests.journeys.people import Somebody
from tests.journeys.watch import Watch

STEPS: tuple[Callable[["Walk"], None], ...] = (
    inspection.roster_and_accounts,
    inspection.ledger,
    inspection.evaluation,
    study.study,
    study.publishing,
    lesson.lesson,
    exam.authoring,
    exam.sitting,
    exam.marking,
    outcome.record,
    outcome.report,
)


class Walk:
    """People at their desks in one house; ``run`` takes the steps once, whoever asks."""

    def __init__(self, house: House, browser: Browser, settings: dict[str, Any], folder: Path) -> None:
        self.house, self.folder = house, folder
        self.watch = Watch(house.url)
        self._browser, self._settings = browser, settings
        self._desks: dict[str, Desk] = {}
        self._state = "not begun"

    def desk(self, who: Somebody) -> Desk:
        """The browser of ``who``, signed in."""
        if who.number not in self._desks:
            self._desks[who.number] = Desk(self._browser, self.watch, who, self._settings)
        return self._desks[who.number]

    def run(self) -> None:
        """Walk the loop unless it was walked; a loop that broke is not tried again."""
        if self._state == "broken":
            pytest.skip("the loop did not run to its end")
        if self._state == "done":
            return
        self._state = "broken"
        for step in STEPS:
            try:
                step(self)
            except Exception as error:
                error.add_note(f"Step: {step.__doc__}\n{self._places()}\nThe server said:\n{self.house.said()}")
                raise
        self._state = "done"

    def _places(self) -> str:
        """Where everybody stands, with a picture of each screen."""
        lines = []
        for number, desk in self._desks.items():
            picture = self.folder / f"{number}.png"
            if not desk.page.is_closed():
                desk.page.screenshot(path=picture, full_page=True)
            lines.append(f"{desk.who.name}: {desk.page.url} ({picture})")
        return "\n".join(lines)

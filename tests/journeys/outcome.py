"""Steps 9 and 10: the performance record and the competency report."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import openpyxl
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys import story
from tests.journeys.desk import Desk, say
from tests.journeys.people import DEPARTMENT, HR, PROSECUTOR

if TYPE_CHECKING:
    from pathlib import Path

    from tests.journeys.walk import Walk

A_YEAR = timedelta(days=365)
POST = "检察官"


def record(walk: Walk) -> None:
    """9. The prosecutor finds the result beside the inspections, the codes that recur and what to learn next."""
    prosecutor = walk.desk(PROSECUTOR)
    prosecutor.follow(say("My tests"), within="header")
    prosecutor.follow(f"{say('Result')} {story.SITTING}")
    prosecutor.reads(story.COMMENT, story.REVIEW)

    prosecutor.menu("casebank:my_record")
    prosecutor.reads(story.SITTING, story.LESSON)
    assert prosecutor.stats()[say("Formal test results")] == "1"
    prosecutor.filter(kind="evaluation")
    prosecutor.reads(story.CASE_NO)
    _what_next(prosecutor)


def _what_next(prosecutor: Desk) -> None:
    """Weak codes count the last twelve months, so the shared ledger shows some until its cases are a year old."""
    prosecutor.menu("casebank:my_record")
    recent = date.today() - date.fromisoformat(story.EVALUATED_ON) < A_YEAR
    weak = prosecutor.page.locator("#weak")
    expect(weak).to_contain_text(story.CODE if recent else say("No confirmed defect in the last 12 months."))
    prosecutor.follow(say("Recommended lessons"))
    if recent:
        prosecutor.reads(story.MICROCLASS)


def report(walk: Walk) -> None:
    """10. HR sets a target, reads the report of a department, opens a person, takes it along as workbook and PDF."""
    hr = walk.desk(HR)
    hr.menu("training:competency_report")
    hr.follow(say("Targets of posts"))
    hr.page.locator("tr", has=hr.page.get_by_role("rowheader", name=POST, exact=True)).locator("input").first.fill(
        "4.5"
    )
    hr.press("Save the targets")

    hr.menu("training:competency_report")
    hr.filter(department=DEPARTMENT, since="2025-12-01", until=date.today().isoformat())
    expect(hr.page.locator("[data-chart] svg")).not_to_have_count(0)
    hr.reads(DEPARTMENT, story.CODE, PROSECUTOR.name, "4.5")
    hr.look("department")
    _workbook(hr, walk.folder)
    _pdf(hr, walk.folder)
    hr.follow(PROSECUTOR.name)
    hr.reads(PROSECUTOR.number, "4.5")
    hr.lacks(story.CASE_NO)


def _workbook(hr: Desk, folder: Path) -> None:
    link = hr.page.get_by_role("link", name=say("Excel"))
    book = openpyxl.load_workbook(hr.fetch(link.click, folder))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(PROSECUTOR.name == cell.value for cell in cells)


def _pdf(hr: Desk, folder: Path) -> None:
    link = hr.page.get_by_role("link", name=say("PDF"))
    text = "".join(page.extract_text() for page in PdfReader(hr.fetch(link.click, folder)).pages)
    assert DEPARTMENT in text.replace("\n", "")

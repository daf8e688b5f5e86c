"""Steps 1 to 3: the roster and its accounts, the ledger, an evaluation and its finding."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from playwright.sync_api import expect

import casebank
from tests.journeys.desk import Desk, say
from tests.journeys.people import ADMINISTRATOR, DEPARTMENT, INSPECTOR, PASSWORD, PROSECUTOR, STAFF, Somebody
from tests.journeys.story import CASE_NO, CODE, PROBLEM

if TYPE_CHECKING:
    from tests.journeys.walk import Walk

FILES = Path(casebank.__file__).parent / "fixtures_data" / "inspection"
ROSTER = FILES / "人员名册.xlsx"
LEDGER = FILES / "案件评查台账_2026H1.xlsx"
FIGURES = {"Rows": "618", "Valid": "578", "Duplicates": "15", "Conflicts": "6", "Invalid": "19"}


def roster_and_accounts(walk: Walk) -> None:
    """1. The administrator uploads the roster and opens accounts with their roles."""
    administrator = walk.desk(ADMINISTRATOR)
    administrator.menu("casebank:roster")
    administrator.follow(say("Upload a roster"))
    administrator.upload("file", ROSTER)
    administrator.press("Upload and import")
    administrator.reads(
        say(
            "Roster imported: %(created)d new, %(updated)d changed, %(unchanged)d unchanged.",
            created=29,
            updated=1,
            unchanged=0,
        )
    )
    administrator.filter(q=PROSECUTOR.name)
    administrator.reads(PROSECUTOR.number, DEPARTMENT)

    for somebody in STAFF:
        _open_account(administrator, somebody)
    administrator.reads(say("Account created"))
    administrator.menu("casebank:account_list")
    administrator.reads(*(somebody.name for somebody in STAFF))


def _open_account(administrator: Desk, somebody: Somebody) -> None:
    administrator.open("/cases/accounts/new/")
    administrator.choose(person=f"{somebody.number} {somebody.name}")
    administrator.tick("roles", *somebody.roles)
    administrator.fill(password=PASSWORD)
    administrator.press("Open the account")
    administrator.reads(say("%(name)s can now sign in as %(login)s.", name=somebody.name, login=somebody.number))


def ledger(walk: Walk) -> None:
    """2. The inspector imports the ledger, fetches the rows to correct and finds that a second import adds nothing."""
    inspector = walk.desk(INSPECTOR)
    inspector.menu("casebank:ledger_list")
    inspector.follow(say("Import a ledger"))
    _upload(inspector)
    assert _figures(inspector) == FIGURES
    for tab in ("invalid", "valid", "warned", "duplicate", "skipped", "conflict"):
        inspector.open(f"?tab={tab}")
        inspector.lacks(say("No such rows"))

    inspector.press_and_agree("Import")
    inspector.reads(say("%(count)d evaluations were imported.", count=578))
    assert inspector.stats()[say("Imported")] == "578"
    _rows_to_correct(inspector, walk.folder)

    inspector.open("/cases/ledgers/upload/")
    _upload(inspector)
    assert inspector.stats()[say("Valid")] == "0"
    inspector.press_and_agree("Import")
    inspector.reads(say("%(count)d evaluations were imported.", count=0))


def _upload(inspector: Desk) -> None:
    inspector.upload("file", LEDGER)
    inspector.press("Upload and check")
    expect(inspector.page).to_have_url(re.compile(r"/columns/$"))
    inspector.press("Go on and check the rows")


def _figures(inspector: Desk) -> dict[str, str]:
    shown = inspector.stats()
    return {name: shown[say(name)] for name in FIGURES}


def _rows_to_correct(inspector: Desk, folder: Path) -> None:
    """The workbook holds every row that was not loaded, each with its reason, and no formula."""
    link = inspector.page.get_by_role("link", name=say("Rows to correct"))
    sheet = openpyxl.load_workbook(inspector.fetch(link.click, folder)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2))
    status = Counter(row[1].value for row in rows)
    assert status == {say("Invalid"): 19, say("Conflict"): 6, say("Duplicate"): 15}
    assert all(row[2].value for row in rows)
    assert not [cell for row in rows for cell in row if cell.data_type == "f"]


def evaluation(walk: Walk) -> None:
    """3. The inspector finds an evaluation, opens it and confirms what was found."""
    inspector = walk.desk(INSPECTOR)
    inspector.menu("casebank:evaluation_list")
    inspector.filter(q=CASE_NO)
    expect(inspector.page.locator("#list tbody tr")).to_have_count(1)
    inspector.follow(CASE_NO)
    finding = inspector.page.locator("section.panel", has_text=PROBLEM).first
    expect(finding.locator("input[type=radio]").first).to_be_checked()
    expect(finding).to_contain_text(CODE)
    name = f"#{finding.get_attribute('id')}"
    inspector.press("Confirm this code", within=name)
    inspector.reads(CODE, say("Confirmed"), within=name)

    inspector.open("/cases/evaluations/")
    inspector.filter(handler=f"{PROSECUTOR.name} {PROSECUTOR.number}", todo="sure")
    inspector.press_and_agree("Confirm them")

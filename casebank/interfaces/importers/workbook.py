"""Excel workbooks to tables, parsed by calamine in a child process with limits."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Cell, Table
from casebank.interfaces.importers.guards import check_workbook
from casebank.interfaces.importers.workbook_child import TOO_LARGE

_CHILD = Path(__file__).with_name("workbook_child.py")
_SECONDS = 30


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """All sheets. Raises ``Refused`` for what is no workbook, protected, with macros, or too large."""
    check_workbook(data)
    sheets = json.loads(_parse(data))
    return tuple(Table(sheet["name"], tuple(tuple(map(_cell, row)) for row in sheet["rows"])) for sheet in sheets)


def _parse(data: bytes) -> bytes:
    command = [sys.executable, "-I", str(_CHILD)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Refused(_too_large()) from error
    if done.returncode == TOO_LARGE or done.returncode < 0 or b"MemoryError" in done.stderr:
        raise Refused(_too_large())
    if done.returncode:
        raise Refused(_("The workbook cannot be read; it may be damaged. Please open it in Excel and save it again."))
    return done.stdout


def _too_large() -> str:
    return _("The sheet is too large to be read. Please keep only the rows and columns that belong to the table.")


def _cell(value: object) -> Cell:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["d"])
    return None if value == "" else value

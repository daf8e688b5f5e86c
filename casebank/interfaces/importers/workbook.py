"""Excel workbooks to tables, parsed by calamine in a child process with limits."""

import json
from datetime import datetime
from pathlib import Path

from django.utils.translation import gettext as _

from casebank.core.evaluation.cells import Cell, Table
from casebank.interfaces.importers.child import parse_in_child
from casebank.interfaces.importers.guards import check_workbook

_CHILD = Path(__file__).with_name("workbook_child.py")
_SECONDS = 30


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """All sheets. Raises ``Refused`` for what is no workbook, protected, with macros, or too large."""
    check_workbook(data)
    sheets = json.loads(_parse(data))
    return tuple(Table(sheet["name"], tuple(tuple(map(_cell, row)) for row in sheet["rows"])) for sheet in sheets)


def _parse(data: bytes) -> bytes:
    damaged = _("The workbook cannot be read; it may be damaged. Please open it in Excel and save it again.")
    return parse_in_child(_CHILD, data, seconds=_SECONDS, too_large=_too_large(), damaged=damaged)


def _too_large() -> str:
    return _("The sheet is too large to be read. Please keep only the rows and columns that belong to the table.")


def _cell(value: object) -> Cell:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["d"])
    return None if value == "" else value

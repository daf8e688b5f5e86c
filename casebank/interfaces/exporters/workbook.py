"""The one way to write XLSX and CSV: whatever a cell begins with, it stays text.

Spreadsheets run cells that begin with = + - @ (and their full-width forms) as formulas. In XLSX every text is written
as a string; in CSV such a cell gets a leading apostrophe, which our importer takes off again.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_WIDEST = 60
_LONGEST_CELL = 32_000


@dataclass(frozen=True)
class Sheet:
    """One sheet: header texts, rows of str, int, float, Decimal, date, bool or None; column widths follow the content."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Any]] = field(default_factory=list)


def workbook(*sheets: Sheet) -> bytes:
    """An XLSX file without a single formula or live link; headers are bold, frozen, filterable and printed on each page."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        bold = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#EEF2F6", "border": 1}
        )
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for number, sheet in enumerate(sheets, 1):
            target = book.add_worksheet(_sheet_name(sheet.name, number))
            _write(target, sheet, bold, day)
            _lay_out_for_print(target)
    return stream.getvalue()


def _write(target: Any, sheet: Sheet, bold: Any, day: Any) -> None:
    widths = [_width(text) for text in sheet.header]
    for column, text in enumerate(sheet.header):
        target.write_string(0, column, str(text), bold)
    last = 0
    for last, row in enumerate(sheet.rows, 1):
        for column, value in enumerate(row):
            _write_cell(target, last, column, value, day)
            if column < len(widths):
                widths[column] = max(widths[column], _width(_text(value)))
    for column, width in enumerate(widths):
        target.set_column(column, column, width)
    target.freeze_panes(1, 0)
    if sheet.header:
        target.autofilter(0, 0, last, len(sheet.header) - 1)


def _lay_out_for_print(target: Any) -> None:
    """A4 across, all columns on one page's width, the header on every page, page numbers below."""
    target.set_paper(9)
    target.set_landscape()
    target.fit_to_pages(1, 0)
    target.repeat_rows(0)
    target.set_footer("&C&P / &N")


def _write_cell(target: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        target.write_boolean(row, column, value)
    elif isinstance(value, int | float | Decimal):
        target.write_number(row, column, float(value))
    elif isinstance(value, date):
        target.write_datetime(row, column, value.replace(tzinfo=None) if isinstance(value, datetime) else value, day)
    else:
        target.write_string(row, column, str(value)[:_LONGEST_CELL])


def csv_file(sheet: Sheet) -> bytes:
    """The same as CSV: UTF-8 with byte order mark, CRLF."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([safe_text(text) for text in sheet.header])
    writer.writerows([safe_cell(value) for value in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def safe_cell(value: Any) -> Any:
    """Numbers stay numbers (also negative ones); text is protected."""
    if isinstance(value, int | float | Decimal):
        return value
    return safe_text(_text(value))


def safe_text(text: Any) -> str:
    """With an apostrophe before text that a spreadsheet would run."""
    text = str(text)
    return f"'{text}" if text.lstrip("'").startswith(_RISKY) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else str(value)


def _width(text: Any) -> int:
    longest = max((sum(2 if ord(mark) > 0x2E80 else 1 for mark in line) for line in str(text).splitlines()), default=0)
    return min(_WIDEST, max(8, longest + 3))


def _sheet_name(name: str, number: int) -> str:
    """Excel allows 31 characters without ``[]:*?/\\`` and no apostrophe at the ends."""
    clean = "".join(mark for mark in str(name) if mark not in "[]:*?/\\").strip("' ")[:31]
    return clean or f"Sheet{number}"

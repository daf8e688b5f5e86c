"""Reads a workbook from standard input in a process of its own and writes its sheets as JSON.

Run as a script by :mod:`casebank.interfaces.importers.workbook`. The process has limited memory and time: a hostile
workbook (two cells a billion apart) ends it, not the server.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, time, timedelta

MEMORY = 768 * 1024 * 1024
SECONDS = 15
MOST_ROWS = 100_000
MOST_COLUMNS = 200
TOO_LARGE = 3


def limit() -> None:
    """Bound memory and processor time of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def plain(value: object) -> object:
    """A cell as JSON: dates as ``{"d": iso}``, durations and times as text, everything else as it is."""
    if isinstance(value, datetime):
        return {"d": value.isoformat()}
    if isinstance(value, date):
        return {"d": datetime(value.year, value.month, value.day).isoformat()}
    if isinstance(value, time | timedelta):
        return str(value)
    return value


def read(data: bytes) -> list[dict]:
    """Sheets with ``name`` and ``rows``; empty leading rows are kept so that row numbers stay true."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS:
            sys.exit(TOO_LARGE)
        rows = sheet.to_python(skip_empty_area=False)
        sheets.append({"name": name, "rows": [[plain(cell) for cell in row] for row in rows]})
    return sheets


if __name__ == "__main__":
    limit()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)

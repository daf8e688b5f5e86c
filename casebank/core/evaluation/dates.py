"""Dates as ledgers hold them."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from casebank.core.evaluation.cells import Cell, is_void, squeezed

_SEPARATED = re.compile(r"^(\d{4})[-./年\\](\d{1,2})[-./月\\](\d{1,2})日?(?:\d{1,2}:\d{2}(?::\d{2})?)?$")
_JOINED = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_MONTH = re.compile(r"^(\d{4})[-./年](\d{1,2})月?$")
_SERIAL = re.compile(r"^\d{5}$")
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 73051)  # 1990-01-01 to 2099-12-31


@dataclass(frozen=True)
class DateReading:
    """A date, or the reason why there is none (``impossible_date``, ``unreadable_date``; empty cell: neither)."""

    value: date | None = None
    reason: str = ""
    precision: str = "day"


def read_date(value: Cell) -> DateReading:
    """Read date cells, ``2025.3.7``, ``2025年3月7日``, ``20250307``, ``2025/3/7``, full-width digits, Excel day numbers."""
    if isinstance(value, datetime):
        return DateReading() if value != value else DateReading(value.date())
    if isinstance(value, date):
        return DateReading(value)
    if is_void(value):
        return DateReading()
    return _from_text(squeezed(value))


def read_month(value: Cell) -> DateReading:
    """Like :func:`read_date`, and year with month alone (``2019年7月``, ``2008.09``) as the first day, precision ``month``."""
    found = None if isinstance(value, date) else _MONTH.match(_decimal_month(value))
    if not found:
        return read_date(value)
    reading = _built(found[1], found[2], "1")
    return DateReading(reading.value, reading.reason, "month")


def _decimal_month(value: Cell) -> str:
    """A number cell 2018.1 may be October whose last zero the spreadsheet dropped: only text can tell, so keep two digits."""
    if isinstance(value, float) and not value.is_integer() and value == value:
        return f"{value:.2f}"
    return squeezed(value)


def _from_text(text: str) -> DateReading:
    found = _SEPARATED.match(text) or _JOINED.match(text)
    if found:
        return _built(*found.groups())
    if _SERIAL.match(text) and int(text) in _SERIALS:
        return DateReading(_EXCEL_EPOCH + timedelta(days=int(text)))
    return DateReading(reason="unreadable_date")


def _built(year: str, month: str, day: str) -> DateReading:
    try:
        return DateReading(date(int(year), int(month), int(day)))
    except ValueError:
        return DateReading(reason="impossible_date")

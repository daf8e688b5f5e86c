"""Cells as people fill them: blanks that mean nothing, full-width forms, stray spaces."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Cell = Any
"""What a spreadsheet reader gives: str, int, float (also NaN), bool, date, datetime or None."""

VOID = frozenset({"", "/", "\\", "-", "--", "—", "——", "无", "、", "暂无", "nan", "N/A", "n/a"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Table:
    """One sheet: its name and its rows, row 1 first; rows may differ in length."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def shown(value: Cell) -> str:
    """Text of a cell as a person sees it: whole numbers without ``.0``, dates as ``yyyy-mm-dd``."""
    if value is None or value != value:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute) else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def plain(value: Cell) -> str:
    """Full-width forms folded (NFKC), ends trimmed; inner white space kept."""
    text = shown(value)
    return text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def squeezed(value: Cell) -> str:
    """Like :func:`plain` with all white space removed: the form for comparing names and labels."""
    return _SPACE.sub("", plain(value))


def is_void(value: Cell) -> bool:
    """Does the cell say nothing (empty, ``/``, ``无``, a dash)?"""
    return squeezed(value) in VOID

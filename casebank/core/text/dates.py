"""Dates of case files, with 同年, 同月, 次日 and 当日 carried over from the date before.

Works on normalised text. Hours are not read; 二○一二年八月二十日 and 2012年8月20日 are the same date.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from casebank.core.text.numerals import CHARACTERS, parse_numeral

_N = rf"[0-9{CHARACTERS}]"
_DATE = re.compile(
    rf"(?P<year>{_N}{{4}}|同)年(?:(?P<month>{_N}{{1,3}})月(?:份)?(?:(?P<day>{_N}{{1,3}})[日号])?)?"
    rf"|(?P<iso>\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}})(?!\d)"
    rf"|(?P<month2>{_N}{{1,3}}|同|当)月(?P<day2>{_N}{{1,3}})[日号]"
    rf"|(?P<word>次日|翌日|第二天|当日|当天|同日)"
)
_SHIFT = {"次日": 1, "翌日": 1, "第二天": 1, "当日": 0, "当天": 0, "同日": 0}


@dataclass(frozen=True)
class FoundDate:
    """A date with the precision that was written: ``month`` and ``day`` are 0 when absent."""

    year: int
    month: int
    day: int
    start: int
    end: int
    text: str
    carried: bool = False

    @property
    def iso(self) -> str:
        """2024-05-06, 2024-05 or 2024."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def within_year(self) -> tuple[int, int]:
        return self.month, self.day


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """All dates in order; carried dates (同年5月, 次日) have ``carried`` set and are left out without an anchor."""
    found: list[FoundDate] = []
    anchor: FoundDate | None = None
    for match in _DATE.finditer(text):
        item = _read(match, anchor)
        if item:
            found.append(item)
            anchor = item
    return tuple(found)


def _read(match: re.Match[str], anchor: FoundDate | None) -> FoundDate | None:
    if match["iso"]:
        year, month, day = (int(part) for part in re.split(r"[-/.]", match["iso"]))
        return _dated(year, month, day, match, carried=False)
    if match["word"]:
        return _shifted(match, anchor)
    if match["year"] and match["year"] != "同":
        return _dated(_int(match["year"]), _int(match["month"]), _int(match["day"]), match, carried=False)
    if anchor is None:
        return None
    if match["year"]:
        return _dated(anchor.year, _int(match["month"]), _int(match["day"]), match, carried=True)
    month = anchor.month if match["month2"] in {"同", "当"} else _int(match["month2"])
    return _dated(anchor.year, month, _int(match["day2"]), match, carried=True)


def _shifted(match: re.Match[str], anchor: FoundDate | None) -> FoundDate | None:
    if anchor is None or not anchor.day:
        return None
    moved = date(anchor.year, anchor.month, anchor.day) + timedelta(days=_SHIFT[match["word"]])
    return _dated(moved.year, moved.month, moved.day, match, carried=True)


def _dated(year: int, month: int, day: int, match: re.Match[str], *, carried: bool) -> FoundDate | None:
    if not 1900 <= year <= 2100 or month > 12 or day > 31:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return FoundDate(year, month, day, match.start(), match.end(), match.group(), carried)


def _int(text: str | None) -> int:
    value = parse_numeral(text) if text else None
    return int(value) if value is not None else 0

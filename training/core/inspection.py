"""What inspections say about competencies: the share of evaluated cases without a linked confirmed defect.

A competency names prefixes of defect codes. A case speaks for it when its business line can have such a defect at all:
a prosecutor who never handled a civil case has no evidence in civil work, rather than a perfect level.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from training.core.competency import INSPECTION, Evidence

CRIMINAL, JUVENILE = "刑事检察", "未成年人检察"


@dataclass(frozen=True)
class CaseCount:
    """``cases`` evaluated cases of one person and business line in one month; ``newest`` is the latest of them."""

    person: Hashable
    line: str
    newest: date
    cases: int


@dataclass(frozen=True)
class CaseDefect:
    """A confirmed defect in an evaluated case."""

    person: Hashable
    line: str
    on: date
    case: Hashable
    code: str


@dataclass(frozen=True)
class Link:
    """A competency with the code prefixes and the business lines that speak for it."""

    competency: str
    prefixes: tuple[str, ...]
    lines: frozenset[str]

    def covers(self, code: str) -> bool:
        return code.startswith(self.prefixes)


Key = tuple[Hashable, str, int]  # person, competency, month


def links(prefixes: Mapping[str, tuple[str, ...]], line_of_code: Mapping[str, str]) -> list[Link]:
    """Links from the knowledge lists; juvenile cases are criminal cases and share the criminal codes."""
    found = []
    for competency, wanted in prefixes.items():
        if not wanted:
            continue
        lines = {line for code, line in line_of_code.items() if code.startswith(wanted)}
        if CRIMINAL in lines:
            lines.add(JUVENILE)
        found.append(Link(competency, wanted, frozenset(lines)))
    return found


def inspection_evidence(
    counts: Iterable[CaseCount], defects: Iterable[CaseDefect], known: Iterable[Link]
) -> list[Evidence]:
    """One row per person, competency and month: score = share of clean cases, weight = number of cases.

    All rows are to lie in one period: a month is never split.
    """
    known = list(known)
    faulty = _faulty_cases(defects, known)
    return [
        _evidence(key, cases, newest, len(faulty.get(key, ())))
        for key, (cases, newest) in _case_totals(counts, known).items()
    ]


def _case_totals(counts: Iterable[CaseCount], known: list[Link]) -> dict[Key, tuple[int, date]]:
    """Cases that speak for the competency, and the newest of them, over all its business lines."""
    speaking: dict[str, list[str]] = {}
    totals: dict[Key, tuple[int, date]] = {}
    for count in counts:
        if count.line not in speaking:
            speaking[count.line] = [link.competency for link in known if count.line in link.lines]
        month = _month(count.newest)
        for competency in speaking[count.line]:
            key = (count.person, competency, month)
            cases, newest = totals.get(key, (0, count.newest))
            totals[key] = cases + count.cases, max(newest, count.newest)
    return totals


def _faulty_cases(defects: Iterable[CaseDefect], known: list[Link]) -> dict[Key, set[Hashable]]:
    """Cases with a linked defect; a case with two of them counts once."""
    touched: dict[tuple[str, str], list[str]] = {}
    faulty: dict[Key, set[Hashable]] = defaultdict(set)
    for defect in defects:
        pair = (defect.code, defect.line)
        if pair not in touched:
            touched[pair] = [one.competency for one in known if defect.line in one.lines and one.covers(defect.code)]
        month = _month(defect.on)
        for competency in touched[pair]:
            faulty[defect.person, competency, month].add(defect.case)
    return faulty


def _evidence(key: Key, cases: int, newest: date, faulty: int) -> Evidence:
    person, competency, _when = key
    score = 100.0 * (cases - min(faulty, cases)) / cases
    return Evidence(person, competency, newest, score, INSPECTION, cases, cases)


def _month(day: date) -> int:
    return day.year * 12 + day.month

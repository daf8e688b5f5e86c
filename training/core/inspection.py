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
    """One row per person, competency, business line and month: score = share of clean cases, weight = cases."""
    known = list(known)
    faulty = _faulty_cases(defects, known)
    rows = []
    for count in counts:
        for link in known:
            if count.line not in link.lines:
                continue
            bad = min(
                len(faulty.get((count.person, count.line, _month(count.newest), link.competency), ())), count.cases
            )
            score = 100.0 * (count.cases - bad) / count.cases
            rows.append(
                Evidence(count.person, link.competency, count.newest, score, INSPECTION, count.cases, count.cases)
            )
    return rows


def _faulty_cases(defects: Iterable[CaseDefect], known: list[Link]) -> dict[tuple, set[Hashable]]:
    """Cases with a linked defect; a case with two of them counts once."""
    competencies: dict[str, list[str]] = {}
    faulty: dict[tuple, set[Hashable]] = defaultdict(set)
    for defect in defects:
        if defect.code not in competencies:
            competencies[defect.code] = [link.competency for link in known if defect.code.startswith(link.prefixes)]
        for competency in competencies[defect.code]:
            faulty[defect.person, defect.line, _month(defect.on), competency].add(defect.case)
    return faulty


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month

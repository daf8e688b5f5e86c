"""Grades (等次) under the scheme that was in force on the day of grading.

Schemes are dated rows, never constants: on 2026-02-01 the third grade was renamed from 瑕疵 to 基本合格.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casebank.core.evaluation.cells import Cell, is_void, squeezed

_BRACKETED = re.compile(r"[(（].*?[)）]")


@dataclass(frozen=True)
class Grade:
    """One grade: name without 案件, rank (1 = best), the former name if it was renamed, lowest score of its band."""

    name: str
    rank: int
    former_name: str = ""
    floor: Decimal | None = None


@dataclass(frozen=True)
class Scheme:
    """Grades in force from ``begins`` to ``ends`` (both included; ``ends`` None = still in force)."""

    name: str
    begins: date
    ends: date | None
    grades: tuple[Grade, ...]

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class GradeReading:
    """The grade as it is to be stored, with the scheme; or the reason why there is none."""

    value: str = ""
    scheme: str = ""
    reason: str = ""
    warning: str = ""


def grade_word(value: Cell) -> str:
    """``合格案件 `` → ``合格``; remarks in brackets go."""
    return _BRACKETED.sub("", squeezed(value)).removesuffix("案件")


def scheme_on(day: date, schemes: tuple[Scheme, ...]) -> Scheme | None:
    """The scheme in force; of several the one that began last."""
    return max((one for one in schemes if one.covers(day)), key=lambda one: one.begins, default=None)


def read_grade(value: Cell, day: date, schemes: tuple[Scheme, ...]) -> GradeReading:
    """Reasons: ``missing_grade``, ``unknown_grade``, ``grade_not_in_force``, ``no_scheme_in_force``."""
    if is_void(value):
        return GradeReading(reason="missing_grade")
    scheme, word = scheme_on(day, schemes), grade_word(value)
    if scheme is None:
        return GradeReading(reason="no_scheme_in_force")
    for grade in scheme.grades:
        if grade.name == word:
            return GradeReading(grade.name, scheme.name)
        if grade.former_name and grade.former_name == word:
            return GradeReading(grade.name, scheme.name, warning=f"old_grade_name_after_{scheme.begins.isoformat()}")
    known_elsewhere = any(grade.name == word for one in schemes for grade in one.grades)
    return GradeReading(reason="grade_not_in_force" if known_elsewhere else "unknown_grade")


def grade_of_score(score: Decimal, scheme: Scheme) -> str | None:
    """The grade whose band holds the score; None when the unit has configured no bands."""
    bands = sorted((grade.floor, grade.name) for grade in scheme.grades if grade.floor is not None)
    return next((name for floor, name in reversed(bands) if score >= floor), None)

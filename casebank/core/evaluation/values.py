"""The values of one ledger row, and what is wrong or odd about them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Issue:
    """One objection to one field: reason code, the value as written. Warnings do not stop a row."""

    field: str
    reason: str
    value: str = ""


@dataclass(frozen=True)
class LedgerValues:
    """One evaluated case. Names are full names; ``staff_no`` is empty when nobody was found.

    ``score`` in points 0 to 100; ``grade`` as stored, ``raw_grade`` as written; ``due`` is an ISO date or the text.
    """

    case_no: str = ""
    cause: str = ""
    business_line: str = ""
    handler: str = ""
    staff_no: str = ""
    department: str = ""
    accepted_on: date | None = None
    closed_on: date | None = None
    kind: str = ""
    evaluator: str = ""
    evaluated_on: date | None = None
    score: Decimal | None = None
    grade: str = ""
    raw_grade: str = ""
    problem_text: str = ""
    problems: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    due: str = ""
    rectification: str = ""
    remark: str = ""

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two rows of one case number the same evaluation. Rectification moves on and does not count."""
        return (
            self.case_no,
            self.business_line,
            self.cause,
            self.staff_no,
            self.department,
            self.accepted_on,
            self.closed_on,
            self.kind,
            self.evaluator,
            self.evaluated_on,
            self.score,
            self.grade,
            tuple(sorted(self.problems)),
        )

    @property
    def result(self) -> tuple[Decimal | None, str]:
        return self.score, self.grade

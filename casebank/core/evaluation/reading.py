"""From the cells of one row to values and objections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casebank.core.evaluation.case_numbers import canonical_case_no
from casebank.core.evaluation.cells import Cell, is_void, plain, shown, squeezed
from casebank.core.evaluation.dates import read_date
from casebank.core.evaluation.grades import grade_of_score, read_grade, scheme_on
from casebank.core.evaluation.problems import read_codes, split_problems
from casebank.core.evaluation.register import Register
from casebank.core.evaluation.scores import read_score
from casebank.core.evaluation.values import Issue, LedgerValues

_ORDER = (
    "case_no", "cause", "business_line", "handler", "department", "accepted_on", "closed_on", "kind",
    "evaluator", "evaluated_on", "score", "grade", "problems", "codes",
)  # fmt: skip
_TEXT_LIMITS = {"cause": 80, "evaluator": 40, "due": 60, "rectification": 200, "remark": 200}


@dataclass(frozen=True)
class RowReading:
    """Values as far as they could be read, errors (the row cannot be loaded) and warnings (loaded, but listed)."""

    values: LedgerValues
    errors: tuple[Issue, ...]
    warnings: tuple[Issue, ...]


class _Row:
    """The cells of a row by field name, collecting objections."""

    def __init__(self, row: Sequence[Cell], columns: Mapping[str, int]) -> None:
        self._row, self._columns = row, columns
        self.errors: list[Issue] = []
        self.warnings: list[Issue] = []

    def cell(self, name: str) -> Cell:
        at = self._columns.get(name)
        return self._row[at] if at is not None and at < len(self._row) else None

    def error(self, name: str, reason: str) -> None:
        self.errors.append(Issue(name, reason, shown(self.cell(name))))

    def warn(self, name: str, reason: str) -> None:
        self.warnings.append(Issue(name, reason, shown(self.cell(name))))

    def text(self, name: str) -> str:
        """Text of a field without meaning-free marks, cut to what is stored (with a warning)."""
        text = "" if is_void(self.cell(name)) else plain(self.cell(name))
        limit = _TEXT_LIMITS.get(name)
        if limit and len(text) > limit:
            self.warn(name, "text_cut")
            return text[:limit]
        return text

    def day(self, name: str, *, required: bool = False) -> date | None:
        reading = read_date(self.cell(name))
        if reading.reason:
            self.error(name, reading.reason)
        elif required and reading.value is None:
            self.error(name, f"missing_{name}")
        return reading.value


def read_row(row: Sequence[Cell], columns: Mapping[str, int], register: Register) -> RowReading:
    """Read one data row. Errors come in the order of the columns, so the first is the reason of the row."""
    cells = _Row(row, columns)
    values = LedgerValues(case_no=_case_no(cells), cause=_cause(cells), business_line=_line(cells, register))
    values = _people(cells, register, values)
    values = _days(cells, register, values)
    values = _result(cells, register, values)
    values = _findings(cells, register, values)
    rank = {name: at for at, name in enumerate(_ORDER)}
    errors = sorted(cells.errors, key=lambda issue: rank.get(issue.field, len(rank)))
    return RowReading(values, tuple(errors), tuple(cells.warnings))


def _case_no(cells: _Row) -> str:
    if is_void(cells.cell("case_no")):
        cells.error("case_no", "missing_case_no")
        return ""
    number = canonical_case_no(cells.cell("case_no"))
    if number is None:
        cells.error("case_no", "malformed_case_no")
    return number or squeezed(cells.cell("case_no"))


def _cause(cells: _Row) -> str:
    text = cells.text("cause")
    if not text:
        cells.warn("cause", "missing_cause")
    return text


def _line(cells: _Row, register: Register) -> str:
    text = squeezed(cells.cell("business_line"))
    name = register.business_line(text)
    if name is None:
        cells.error("business_line", "unknown_business_line" if text else "missing_business_line")
    return name or text


def _people(cells: _Row, register: Register, values: LedgerValues) -> LedgerValues:
    department = register.departments.find(cells.cell("department"))
    if department is None:
        missing = is_void(cells.cell("department"))
        cells.error("department", "missing_department" if missing else "unknown_department")
    handler = register.members.find(cells.cell("handler"), department or "")
    if handler.reason:
        cells.error("handler", handler.reason)
    evaluator = "" if is_void(cells.cell("evaluator")) else squeezed(cells.cell("evaluator"))[:40]
    name = "" if is_void(cells.cell("handler")) else squeezed(cells.cell("handler"))
    if evaluator and evaluator == name:
        cells.warn("evaluator", "evaluator_is_handler")
    return replace(
        values,
        handler=name,
        staff_no=handler.staff_no,
        department=department or squeezed(cells.cell("department")),
        evaluator=evaluator,
    )


def _days(cells: _Row, register: Register, values: LedgerValues) -> LedgerValues:
    accepted, closed = cells.day("accepted_on"), cells.day("closed_on", required=True)
    evaluated = cells.day("evaluated_on", required=True)
    if accepted and closed and closed < accepted:
        cells.error("closed_on", "end_before_start")
    elif closed and evaluated and evaluated < closed:
        cells.warn("evaluated_on", "evaluated_before_closed")
    if evaluated and evaluated > register.today:
        cells.warn("evaluated_on", "date_in_future")
    return replace(values, accepted_on=accepted, closed_on=closed, evaluated_on=evaluated, kind=_kind(cells, register))


def _kind(cells: _Row, register: Register) -> str:
    text = cells.text("kind")
    known = register.kind(squeezed(text)) if text else None
    if known is None:
        cells.warn("kind", "unknown_kind" if text else "missing_kind")
    return known or text[:20]


def _result(cells: _Row, register: Register, values: LedgerValues) -> LedgerValues:
    score = read_score(cells.cell("score"))
    if score.reason:
        cells.error("score", score.reason)
    raw = plain(cells.cell("grade"))[:20]
    if values.evaluated_on is None:
        return replace(values, score=score.value, raw_grade=raw)
    grade = read_grade(cells.cell("grade"), values.evaluated_on, register.schemes)
    if grade.reason:
        cells.error("grade", grade.reason)
    if grade.warning:
        cells.warn("grade", grade.warning)
    scheme = scheme_on(values.evaluated_on, register.schemes)
    if score.value is not None and grade.value and scheme:
        expected = grade_of_score(score.value, scheme)
        if expected and expected != grade.value:
            cells.warn("score", "score_and_grade_disagree")
    return replace(values, score=score.value, grade=grade.value, raw_grade=raw)


def _findings(cells: _Row, register: Register, values: LedgerValues) -> LedgerValues:
    problems = split_problems(cells.cell("problems"))
    codes = read_codes(cells.cell("codes"))
    if any(code not in register.codes for code in codes):
        cells.warn("codes", "unknown_code")
    if codes and not problems:
        cells.warn("codes", "code_without_problem")
    due = read_date(cells.cell("due"))
    return replace(
        values,
        problem_text="" if cells.cell("problems") is None else shown(cells.cell("problems")).strip(),
        problems=problems,
        codes=tuple(code for code in codes if code in register.codes),
        due=due.value.isoformat() if due.value else cells.text("due"),
        rectification=cells.text("rectification"),
        remark=cells.text("remark"),
    )

"""What a ledger is read against, fetched from the database."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from casebank.core.evaluation import grades
from casebank.core.evaluation.names import Departments, Member, Members
from casebank.core.evaluation.problems import split_problems
from casebank.core.evaluation.register import Register
from casebank.core.evaluation.suggest import GENERAL_LINE, Code, SuggestionIndex
from casebank.core.evaluation.values import LedgerValues
from casebank.models import Case, DefectType, Department, Evaluation, Finding, Grade, Person, Posting, Unit
from casebank.states import FindingState

_CHUNK = 500
_MOST_EXAMPLES = 2_000


def register_of(unit: Unit, *, today: date) -> Register:
    """People, departments, schemes, lines and codes as ``unit`` has them now."""
    departments = Department.objects.filter(unit=unit)
    lines = [*DefectType.objects.order_by("business_line").values_list("business_line", flat=True).distinct()]
    lines += Case.objects.filter(unit=unit).order_by("business_line").values_list("business_line", flat=True).distinct()
    return Register(
        members=Members(_members(unit)),
        departments=Departments(
            [one.name for one in departments], {alias: one.name for one in departments for alias in one.aliases}
        ),
        schemes=schemes_of(unit),
        business_lines=tuple(dict.fromkeys(line for line in lines if line != GENERAL_LINE)),
        codes=frozenset(DefectType.objects.values_list("code", flat=True)),
        today=today,
    )


def _members(unit: Unit) -> list[Member]:
    departments: dict[int, set[str]] = defaultdict(set)
    postings = Posting.objects.filter(person__unit=unit).values_list("person_id", "department__name")
    for person_id, department in postings:
        departments[person_id].add(department)
    people = Person.objects.filter(unit=unit).values_list("pk", "staff_no", "name", "department__name")
    return [
        Member(staff_no, name, frozenset(departments[pk] | ({present} if present else set())))
        for pk, staff_no, name, present in people
    ]


def schemes_of(unit: Unit) -> tuple[grades.Scheme, ...]:
    """Grade schemes of the knowledge list with the score bands of the unit (by rank)."""
    rows: dict[tuple[str, date, date | None], list[grades.Grade]] = defaultdict(list)
    for row in Grade.objects.active().order_by("effective_from", "rank"):
        floor = unit.score_bands.get(str(row.rank))
        rows[row.scheme, row.effective_from, row.effective_to].append(
            grades.Grade(
                grades.grade_word(row.grade),
                row.rank,
                grades.grade_word(row.former_name),
                None if floor is None else Decimal(str(floor)),
            )
        )
    return tuple(grades.Scheme(name, begins, ends, tuple(found)) for (name, begins, ends), found in rows.items())


def stored_values(unit: Unit, case_numbers: Iterable[str]) -> Mapping[str, LedgerValues]:
    """What is stored of these cases, by case number, in the form that ledgers are compared in."""
    wanted = list(dict.fromkeys(case_numbers))
    stored: dict[str, LedgerValues] = {}
    for start in range(0, len(wanted), _CHUNK):
        found = Evaluation.objects.filter(case__unit=unit, case__case_no__in=wanted[start : start + _CHUNK])
        for one in found.select_related("case__handler", "case__department"):
            stored[one.case.case_no] = values_of(one)
    return stored


def values_of(evaluation: Evaluation) -> LedgerValues:
    """A stored evaluation in the form of a ledger row."""
    case = evaluation.case
    return LedgerValues(
        case_no=case.case_no,
        cause=case.cause,
        business_line=case.business_line,
        handler=case.handler.name,
        staff_no=case.handler.staff_no,
        department=case.department.name,
        accepted_on=case.accepted_on,
        closed_on=case.closed_on,
        kind=evaluation.kind,
        evaluator=evaluation.evaluator_name,
        evaluated_on=evaluation.evaluated_on,
        score=evaluation.score,
        grade=evaluation.grade,
        raw_grade=evaluation.raw_grade,
        problem_text=evaluation.problem_text,
        problems=split_problems(evaluation.problem_text),
        due=evaluation.rectify_until,
        rectification=evaluation.rectify_note,
        remark=evaluation.note,
    )


def suggestion_index(examples: Mapping[str, Mapping[str, int]] | None = None) -> SuggestionIndex:
    """The negative list in use, with the problems whose code was confirmed lately and ``examples`` beside them."""
    rows = DefectType.objects.active().values_list("code", "title", "business_line", "stage", "check_method")
    known: dict[str, Counter[str]] = defaultdict(Counter)
    confirmed = Finding.objects.filter(state=FindingState.CONFIRMED).order_by("-decided_at")
    for text, code in confirmed.values_list("text", "defect__code")[:_MOST_EXAMPLES]:
        known[text][code] += 1
    for text, codes in (examples or {}).items():
        known[text].update(codes)
    return SuggestionIndex((Code(*row) for row in rows), known)

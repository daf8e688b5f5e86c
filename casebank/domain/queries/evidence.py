"""Figures of the performance record for reports: grouped by the database, without case identities."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, CharField, Count, ExpressionWrapper, F, Max, Q, QuerySet
from django.db.models.functions import Cast, Substr

from casebank.enums import EntryKind, EntryStatus
from casebank.models import Competency, DefectType, Evaluation, PerformanceEntry, Post
from casebank.states import FindingState

# The month of a date as "2026-03"; spelled so that SQLite and PostgreSQL group alike and fast.
_MONTH = Substr(Cast("occurred_on", CharField()), 1, 7)


class CaseCountRow(NamedTuple):
    """Evaluated cases of one person and business line in one month; ``newest`` is the latest evaluation."""

    person_id: int
    line: str
    newest: date
    cases: int


class CaseDefectRow(NamedTuple):
    """A confirmed defect of an evaluated case; ``case`` is only a key to count by."""

    person_id: int
    line: str
    on: date
    case: int
    code: str


class FormalScoreRow(NamedTuple):
    """A released formal result in one competency; ``score`` 0..100."""

    person_id: int
    competency: str
    on: date
    score: float
    test: str  # one per test, the same for all its competencies


class CompetencyRow(NamedTuple):
    """A competency with the prefixes of the defect codes that speak for it."""

    id: int
    code: str
    dimension: str
    prefixes: tuple[str, ...]


class DefectTypeRow(NamedTuple):
    """What reports say about a defect code."""

    code: str
    title: str
    severity: str
    line: str


class HandledCaseRow(NamedTuple):
    """An evaluated case with the codes confirmed in it."""

    case: int
    person_id: int
    closed_on: date
    codes: frozenset[str]


def case_counts(people: QuerySet, since: date, until: date, split: date) -> list[CaseCountRow]:
    """How many cases of each of ``people`` (a queryset of Person) were evaluated, by line and month.

    The days before ``split`` and those from it on are never counted together, also inside one month.
    """
    later = ExpressionWrapper(Q(occurred_on__gte=split), output_field=BooleanField())
    rows = (
        _lines(people, EntryKind.EVALUATION, since, until)
        .filter(evaluation__isnull=False)
        .annotate(month=_MONTH, line=F("evaluation__case__business_line"), later=later)
        .values_list("person_id", "line", "month", "later")
        .annotate(newest=Max("occurred_on"), cases=Count("pk"))
    )
    return [CaseCountRow(person, line, newest, cases) for person, line, _month, _later, newest, cases in rows]


def case_defects(people: QuerySet, since: date, until: date) -> list[CaseDefectRow]:
    """Confirmed defects in the evaluated cases of ``people``."""
    rows = _lines(people, EntryKind.FINDING, since, until).filter(evaluation__isnull=False)
    fields = ("person_id", "evaluation__case__business_line", "occurred_on", "evaluation_id", "defect_code")
    return list(map(CaseDefectRow._make, rows.values_list(*fields)))


def formal_scores(people: QuerySet, since: date, until: date) -> list[FormalScoreRow]:
    """Final results of formal sittings that name a competency; provisional ones wait for the objection period."""
    rows = (
        _lines(people, EntryKind.FORMAL_SITTING, since, until)
        .filter(status=EntryStatus.FINAL, score__isnull=False)
        .exclude(competency_code="")
    )
    found = rows.values_list("person_id", "competency_code", "occurred_on", "score", "source_key")
    return [FormalScoreRow(person, code, on, float(score), key.split(":")[0]) for person, code, on, score, key in found]


def handled_cases(people: QuerySet, business_line: str = "") -> list[HandledCaseRow]:
    """Evaluated, closed cases of ``people`` with their confirmed codes."""
    cases = Evaluation.objects.filter(case__handler__in=people.order_by(), case__closed_on__isnull=False)
    if business_line:
        cases = cases.filter(case__business_line=business_line)
    confirmed = cases.filter(findings__state=FindingState.CONFIRMED)
    codes: dict[int, set[str]] = {}
    for case, code in confirmed.order_by().values_list("pk", "findings__defect__code"):
        codes.setdefault(case, set()).add(code)
    rows = cases.order_by().values_list("pk", "case__handler_id", "case__closed_on")
    return [HandledCaseRow(*row, frozenset(codes.get(row[0], ()))) for row in rows]


def business_lines(people: QuerySet) -> list[str]:
    """The business lines in which ``people`` have evaluated cases."""
    lines = Evaluation.objects.filter(case__handler__in=people).order_by("case__business_line")
    return list(lines.values_list("case__business_line", flat=True).distinct())


def competencies() -> list[CompetencyRow]:
    """The competencies in use, in the order of the list."""
    return [CompetencyRow(row.pk, row.code, row.dimension, row.prefixes) for row in Competency.objects.active()]


def defect_types() -> dict[str, DefectTypeRow]:
    """Every defect type by code, retired codes included."""
    rows = DefectType.objects.values_list("code", "title", "severity", "business_line")
    return {row[0]: DefectTypeRow._make(row) for row in rows}


def posts() -> QuerySet[Post]:
    return Post.objects.all()


def _lines(people: QuerySet, kind: EntryKind, since: date, until: date) -> Any:
    lines = PerformanceEntry.objects.filter(person__in=people, kind=kind, occurred_on__range=(since, until))
    return lines.in_force().order_by()

"""Reading the performance record of one person."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Avg, Count, Max, OuterRef, Q, QuerySet, Subquery, Sum

from casebank.enums import EntryKind
from casebank.models import DefectType, PerformanceEntry, PerformanceRule, Person

# 「在职检察官岗位培训每年累计不少于12天或90学时」: the row that says how many hours a year are asked for.
YEARLY_HOURS_RULE = "PF-18"


@dataclass(frozen=True)
class RecordSummary:
    """Figures of a run of days; ``mean_score`` is None without an evaluation.

    ``hours`` are those of the calendar year in which the run ends, as training hours are asked for by the year.
    """

    evaluations: int
    mean_score: Decimal | None
    defects: int
    tests: int
    lessons: int
    hours: Decimal


@dataclass(frozen=True)
class WeakCode:
    """A defect code with how often it was confirmed (``n``) and when last."""

    code: str
    title: str
    severity: str
    business_line: str
    n: int
    newest: date


def record_lines(
    person: Person, kind: str = "", since: date | None = None, until: date | None = None
) -> QuerySet[PerformanceEntry]:
    """Lines in force, newest first; a corrected line shows as its correction."""
    lines = PerformanceEntry.objects.filter(person=person).in_force().select_related("department")
    if kind:
        lines = lines.filter(kind=kind)
    return _between(lines, since, until)


def record_summary(person: Person, since: date, until: date) -> RecordSummary:
    """The figures above a record, in one query; ``since`` is to lie before the year of ``until``.

    A test counts once, by its line for the whole; its lines per competency are parts of it.
    """
    lines = _between(PerformanceEntry.objects.filter(person=person).in_force(), since, until)
    found: dict[str, Any] = lines.order_by().aggregate(
        evaluations=_of(EntryKind.EVALUATION),
        mean_score=Avg("score", filter=Q(kind=EntryKind.EVALUATION)),
        defects=_of(EntryKind.FINDING),
        tests=_of(EntryKind.FORMAL_SITTING, competency_code=""),
        lessons=_of(EntryKind.LESSON),
        hours=Sum("hours", filter=Q(occurred_on__year=until.year)),
    )
    mean = found.pop("mean_score")
    hours = found.pop("hours") or Decimal(0)
    return RecordSummary(mean_score=None if mean is None else round(Decimal(mean), 1), hours=hours, **found)


def weak_codes(person: Person, since: date, until: date) -> list[WeakCode]:
    """Confirmed defects by code, most frequent first. One query."""
    lines = PerformanceEntry.objects.filter(person=person, kind=EntryKind.FINDING).in_force().exclude(defect_code="")
    counted = (
        _between(lines, since, until)
        .order_by()
        .values("defect_code")
        .annotate(
            n=Count("pk"),
            newest=Max("occurred_on"),
            title=_known("title"),
            severity=_known("severity"),
            business_line=_known("business_line"),
        )
        .order_by("-n", "defect_code")
    )
    return [_weak(row) for row in counted]


def yearly_hours_rule() -> str:
    """What the knowledge list says about training hours a year; empty when the row is missing or retired."""
    row = PerformanceRule.objects.active().filter(code=YEARLY_HOURS_RULE).first()
    return row.value if row else ""


def _known(field: str) -> Subquery:
    return Subquery(DefectType.objects.filter(code=OuterRef("defect_code")).values(field)[:1])


def _weak(row: dict[str, Any]) -> WeakCode:
    """A code that left the list stands for its title."""
    return WeakCode(
        code=row["defect_code"],
        title=row["title"] or row["defect_code"],
        severity=row["severity"] or "",
        business_line=row["business_line"] or "",
        n=row["n"],
        newest=row["newest"],
    )


def _of(kind: EntryKind, **wanted: str) -> Count:
    return Count("pk", filter=Q(kind=kind, **wanted))


def _between(lines: QuerySet, since: date | None, until: date | None) -> QuerySet:
    if since:
        lines = lines.filter(occurred_on__gte=since)
    if until:
        lines = lines.filter(occurred_on__lte=until)
    return lines

"""Entries of the performance record."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Model

from casebank.domain.activity import record_activity
from casebank.enums import EntryKind, EntryStatus
from casebank.models import PerformanceEntry, Person, User


@transaction.atomic
def record_performance(
    *,
    actor: User | None,
    person: Person,
    kind: EntryKind,
    source: str,
    source_key: str,
    occurred_on: date,
    title: str,
    score: Decimal | float | None = None,
    grade: str = "",
    defect_code: str = "",
    competency_code: str = "",
    hours: Decimal | float | None = None,
    status: EntryStatus = EntryStatus.FINAL,
    department_id: int | None = None,
    evaluation_id: int | None = None,
    detail: dict | None = None,
    corrects: PerformanceEntry | None = None,
    retracts: bool = False,
) -> PerformanceEntry:
    """Add a line for ``person``; the same ``(source, source_key)`` again returns the line that stands.

    ``score`` is 0..100. Lines of the kinds evaluation and finding give ``evaluation_id``: reports count cases with
    it. ``department_id`` defaults to the person's present department. Nothing else changes.
    """
    standing = PerformanceEntry.objects.filter(source=source, source_key=source_key).first()
    if standing:
        return standing
    entry = PerformanceEntry.objects.create(
        person=person,
        department_id=department_id or person.department_id,
        evaluation_id=evaluation_id,
        kind=kind,
        source=source,
        source_key=source_key,
        occurred_on=occurred_on,
        title=title[:160],
        score=score,
        grade=grade,
        defect_code=defect_code,
        competency_code=competency_code,
        hours=hours,
        status=status,
        detail=detail or {},
        corrects=corrects,
        retracts=retracts,
    )
    record_activity(actor=actor, act="performance.recorded", subject=entry, detail={"kind": str(kind)})
    return entry


@transaction.atomic
def record_performances(*, actor: User | None, entries: Sequence[PerformanceEntry], about: Model) -> int:
    """Add many unsaved lines at once, as an import does, with one history entry about ``about``.

    Lines whose ``(source, source_key)`` stands already are left out. Returns how many were added.
    """
    standing: set[tuple[str, str]] = set()
    for start in range(0, len(entries), 500):
        keys = [entry.source_key for entry in entries[start : start + 500]]
        standing.update(PerformanceEntry.objects.filter(source_key__in=keys).values_list("source", "source_key"))
    fresh = [entry for entry in entries if (entry.source, entry.source_key) not in standing]
    PerformanceEntry.objects.bulk_create(fresh, batch_size=500)
    if fresh:
        record_activity(actor=actor, act="performance.recorded", subject=about, detail={"entries": len(fresh)})
    return len(fresh)

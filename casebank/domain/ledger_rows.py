"""Ledger rows between the core's form and the stored form (ISO primitives)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from casebank.core.evaluation.ledger import CASE_STATUSES, CONFLICT, LedgerRow
from casebank.core.evaluation.values import Issue, LedgerValues
from casebank.enums import RowStatus
from casebank.models import ImportBatch, ImportRow

_DATES = ("accepted_on", "closed_on", "evaluated_on")
_LISTS = ("problems", "codes")


def to_json(values: LedgerValues) -> dict[str, Any]:
    """Dates as ISO text, the score as decimal text."""
    plain = dict(vars(values))
    for name in _LISTS:
        plain[name] = list(plain[name])
    for name in _DATES:
        plain[name] = plain[name].isoformat() if plain[name] else None
    plain["score"] = None if values.score is None else str(values.score)
    return plain


def from_json(plain: dict[str, Any]) -> LedgerValues:
    """The inverse of :func:`to_json`."""
    values = dict(plain)
    for name in _DATES:
        values[name] = date.fromisoformat(values[name]) if values.get(name) else None
    for name in _LISTS:
        values[name] = tuple(values.get(name) or ())
    values["score"] = Decimal(values["score"]) if values.get("score") else None
    return LedgerValues(**values)


def to_rows(batch: ImportBatch, rows: Iterable[LedgerRow]) -> list[ImportRow]:
    """Unsaved ``ImportRow``s of ``batch``."""
    return [_row(batch, row) for row in rows]


def _row(batch: ImportBatch, row: LedgerRow) -> ImportRow:
    counts = row.status in CASE_STATUSES
    return ImportRow(
        batch=batch,
        number=row.number,
        status=row.status if counts else RowStatus.SKIPPED,
        kind=row.reason if counts else row.status,
        reasons=[_issue(issue) for issue in row.errors],
        warnings=[_issue(issue) for issue in row.warnings],
        raw=list(row.raw),
        parsed=to_json(row.values) if row.values else {},
        conflict_key=row.values.case_no if row.status == CONFLICT and row.values else "",
    )


def _issue(issue: Issue) -> dict[str, str]:
    return {"code": issue.reason, "field": issue.field, "value": issue.value}


def from_row(row: ImportRow) -> LedgerRow:
    """A stored row in the form that the core judges."""
    counts = row.status != RowStatus.SKIPPED
    return LedgerRow(
        number=row.number,
        status=str(row.status) if counts else row.kind,
        raw=tuple(row.raw),
        reason=row.kind if counts else "",
        values=from_json(row.parsed) if row.parsed else None,
        errors=tuple(Issue(one["field"], one["code"], one["value"]) for one in row.reasons),
        warnings=tuple(Issue(one["field"], one["code"], one["value"]) for one in row.warnings),
    )

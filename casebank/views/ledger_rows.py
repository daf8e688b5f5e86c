"""The rows of an import in the form in which the page shows them."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Count, Q, QuerySet

from casebank.core.evaluation.headers import column_letter
from casebank.enums import RowStatus
from casebank.interfaces.ledger_texts import field_label, reason_text
from casebank.models import ImportBatch, ImportRow

WARNED = "warned"


@dataclass(frozen=True)
class Conflict:
    """The versions of one case; ``decided`` once a person has chosen one or none."""

    case_no: str
    rows: list[ImportRow]

    @property
    def decided(self) -> bool:
        return any(row.chosen is not None for row in self.rows)

    @property
    def chosen(self) -> int | None:
        return next((row.number for row in self.rows if row.chosen), None)

    @property
    def reason(self) -> str:
        return str(reason_text(self.rows[0].kind))


@dataclass(frozen=True)
class Objection:
    """One objection with the place it is about."""

    field: str
    column: str
    value: str
    reason: str


class Rows:
    """A lazy list of rows that decorates only the slice a page shows."""

    def __init__(self, queryset: QuerySet[ImportRow], batch: ImportBatch) -> None:
        self._queryset, self._batch = queryset, batch

    def count(self) -> int:
        return self._queryset.count()

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[ImportRow]:
        return [decorate(row, self._batch) for row in self._queryset[part]]


def tabs_of(batch: ImportBatch) -> dict[str, int]:
    """Number of rows per tab, in the order of the tabs."""
    found = dict(batch.rows.values_list("status").annotate(count=Count("pk")).order_by())
    warned = batch.rows.filter(_warned()).count()
    order = (RowStatus.CONFLICT, RowStatus.INVALID, RowStatus.VALID, WARNED, RowStatus.DUPLICATE, RowStatus.SKIPPED)
    return {str(name): warned if name == WARNED else found.get(name, 0) for name in order}


def view_rows(batch: ImportBatch, tab: str) -> Rows:
    """The rows of a tab."""
    rows = batch.rows.filter(_warned()) if tab == WARNED else batch.rows.filter(status=tab)
    return Rows(rows, batch)


def conflicts(batch: ImportBatch) -> list[Conflict]:
    """Rows in conflict by case, in the order of the file."""
    rows = sorted(batch.rows.filter(status=RowStatus.CONFLICT), key=lambda row: (row.conflict_key, row.number))
    groups = [Conflict(case_no, list(found)) for case_no, found in groupby(rows, key=lambda row: row.conflict_key)]
    return sorted(groups, key=lambda group: group.rows[0].number)


def decorate(row: ImportRow, batch: ImportBatch) -> ImportRow:
    """``row`` with ``objections``, ``remarks`` (warnings), ``why`` and ``cells`` (label and text as written)."""
    row.objections = [_objection(issue, batch) for issue in row.reasons]
    row.remarks = [_objection(issue, batch) for issue in row.warnings]
    row.why = str(reason_text(row.kind)) if row.kind else ""
    labels = [*batch.columns, *[""] * (len(row.raw) - len(batch.columns))]
    row.cells = [(label, text) for label, text in zip(labels, row.raw, strict=False) if text]
    return row


def _objection(issue: dict[str, Any], batch: ImportBatch) -> Objection:
    at = batch.mapping.get(issue["field"])
    column = "" if at is None else column_letter(at)
    return Objection(str(field_label(issue["field"])), column, issue["value"], str(reason_text(issue["code"])))


def _warned() -> Q:
    return Q(status=RowStatus.VALID) & ~Q(warnings=[])

"""The workbook with the rows that were not loaded: correct them and upload it again."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from casebank.core.evaluation.headers import column_letter
from casebank.enums import RowStatus
from casebank.interfaces.exporters.workbook import Sheet, workbook
from casebank.interfaces.ledger_texts import field_label, issue_text, reason_text
from casebank.models import ImportBatch, ImportRow

_LISTED = (RowStatus.INVALID, RowStatus.CONFLICT, RowStatus.DUPLICATE)


def error_workbook(batch: ImportBatch) -> bytes:
    """Two sheets: the rows as written, with status and reason in front; and one line per objection, warnings too."""
    rows = list(batch.rows.exclude(status=RowStatus.SKIPPED))
    return workbook(
        Sheet(_("Rows not loaded"), [_("Row"), _("Status"), _("Reason"), *batch.columns], _rows(rows)),
        Sheet(_("Objections"), _objection_header(), _objections(batch, rows)),
    )


def _rows(rows: list[ImportRow]) -> Iterator[list[Any]]:
    for row in rows:
        if row.status in _LISTED and not row.chosen:
            yield [row.number, row.get_status_display(), why(row), *row.raw]


def why(row: ImportRow) -> str:
    """All objections to a row in one cell; for duplicates and conflicts the reason."""
    return "; ".join(map(issue_text, row.reasons)) or str(reason_text(row.kind))


def _objection_header() -> list[str]:
    return [_("Row"), _("Column"), _("Field"), _("Value"), _("Severity"), _("Reason"), _("Code")]


def _objections(batch: ImportBatch, rows: list[ImportRow]) -> Iterator[list[Any]]:
    for row in rows:
        for severity, issues in ((_("Error"), row.reasons), (_("Warning"), row.warnings)):
            for issue in issues:
                at = batch.mapping.get(issue["field"])
                column = "" if at is None else column_letter(at)
                label, reason = str(field_label(issue["field"])), str(reason_text(issue["code"]))
                yield [row.number, column, label, issue["value"], severity, reason, issue["code"]]
        if row.status in (RowStatus.CONFLICT, RowStatus.DUPLICATE):
            label, reason = str(field_label("case_no")), str(reason_text(row.kind))
            yield [row.number, "", label, row.parsed.get("case_no", ""), row.get_status_display(), reason, row.kind]

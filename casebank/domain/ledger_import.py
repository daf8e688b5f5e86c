"""Loading a previewed ledger: all rows that may be loaded in one transaction, conflicts only as chosen by a person."""

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.ledger import CONFLICT, VALID, LedgerRow, against_stored, count
from casebank.domain.evaluation_loading import load_evaluations, replace_evaluation
from casebank.domain.ledger_preview import locked_preview, require_importer
from casebank.domain.ledger_rows import from_row
from casebank.domain.lifecycle import move
from casebank.domain.queries.ledger_register import stored_values
from casebank.enums import RowStatus
from casebank.models import Evaluation, ImportBatch, ImportRow, User
from casebank.states import IMPORT_MOVES, ImportState


@transaction.atomic
def choose_version(*, actor: User, batch: ImportBatch, case_no: str, row_number: int | None) -> None:
    """Decide a conflict: row ``row_number`` is to be loaded, or none of the versions (None).

    While the import is a preview the choice waits for the commit. After it the row is loaded at once. Where a version
    of the case is stored, choosing a row replaces it; the old values stay in the history. Raises ``Refused``.
    """
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    require_importer(actor, batch.unit)
    versions = list(batch.rows.filter(status=RowStatus.CONFLICT, conflict_key=case_no))
    if batch.state == ImportState.CANCELLED or not versions:
        raise Refused(_("There is no conflict to decide for this case."))
    if row_number is not None and row_number not in {row.number for row in versions}:
        raise Refused(_("Please choose one of the rows shown."))
    if batch.state == ImportState.COMMITTED and any(row.chosen for row in versions):
        raise Refused(_("A version of this case has already been loaded."))
    for row in versions:
        row.chosen = row.number == row_number
    ImportRow.objects.bulk_update(versions, ["chosen"])
    if batch.state == ImportState.COMMITTED:
        _load(batch, [row for row in versions if row.chosen], actor)


@transaction.atomic
def commit_import(*, actor: User | None, batch: ImportBatch) -> ImportBatch:
    """Load the valid rows and the chosen versions of conflicts, in one transaction.

    Each evaluation enters the performance record. Rows whose case was stored by somebody else since the preview are
    judged again and not loaded. Raises ``Refused``.
    """
    batch = locked_preview(actor, batch)
    if batch.counts.get("missing"):
        raise Refused(_("Columns are still missing. Please assign them first."))
    _judge_again(batch)
    rows = list(batch.rows.filter(status=RowStatus.VALID))
    rows += batch.rows.filter(status=RowStatus.CONFLICT, chosen=True)
    loaded = _load(batch, rows, actor)
    return move(
        batch,
        to=ImportState.COMMITTED,
        moves=IMPORT_MOVES,
        actor=actor,
        expected=ImportState.PREVIEWED,
        detail={"loaded": loaded},
        committed_at=timezone.now(),
        counts=batch.counts | {"loaded": loaded},
    )


def _judge_again(batch: ImportBatch) -> None:
    """Somebody may have imported the same cases since the preview."""
    rows = list(batch.rows.filter(status=RowStatus.VALID))
    stored = stored_values(batch.unit, (row.parsed["case_no"] for row in rows))
    changed = []
    for row in rows:
        if row.parsed["case_no"] not in stored:
            continue
        judged = against_stored(from_row(row), stored[row.parsed["case_no"]])
        row.status, row.kind = judged.status, judged.reason
        row.conflict_key = row.parsed["case_no"] if judged.status == CONFLICT else ""
        changed.append(row)
    if changed:
        ImportRow.objects.bulk_update(changed, ["status", "kind", "conflict_key"], batch_size=200)
        batch.counts = batch.counts | count([from_row(row) for row in batch.rows.all()])


def _load(batch: ImportBatch, rows: Sequence[ImportRow], actor: User | None) -> int:
    """Load new cases, replace stored ones; returns how many rows were loaded."""
    read = [replace(from_row(row), status=VALID) for row in rows]
    stored = set(_stored_numbers(batch, read))
    fresh = [row for row in read if row.values and row.values.case_no not in stored]
    load_evaluations(batch, fresh, actor)
    for row in read:
        if row.values and row.values.case_no in stored:
            replace_evaluation(batch, row, actor)
    return len(read)


def _stored_numbers(batch: ImportBatch, rows: Sequence[LedgerRow]) -> list[str]:
    wanted = [row.values.case_no for row in rows if row.values and row.status == VALID]
    found: list[str] = []
    for start in range(0, len(wanted), 500):
        part = Evaluation.objects.filter(case__unit=batch.unit, case__case_no__in=wanted[start : start + 500])
        found += part.values_list("case__case_no", flat=True)
    return found

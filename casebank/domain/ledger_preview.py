"""From a file to a preview: nothing is loaded, every row is judged and kept for a person to look at."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, Heading, find_heading
from casebank.core.evaluation.ledger import LedgerRow, against_stored, count, read_ledger
from casebank.core.evaluation.mapping import MappingError, apply_mapping
from casebank.domain.activity import record_activity
from casebank.domain.ledger_rows import to_rows
from casebank.domain.queries.ledger_register import register_of, stored_values
from casebank.models import ImportBatch, ImportRow, PrivateFile, Unit, User
from casebank.rules import may_import, same_unit
from casebank.states import ImportState

Mapped = Mapping[str, str | int | None]
_INSERT_AT_ONCE = 500


@dataclass(frozen=True)
class Upload:
    """A file as it arrived. ``keep`` is False for commands, which read the file where it lies."""

    name: str
    data: bytes
    keep: bool = True

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@transaction.atomic
def preview_import(
    *, actor: User | None, unit: Unit, upload: Upload, tables: Sequence[Table], mapping: Mapped | None = None
) -> ImportBatch:
    """Read the ledger in ``tables`` for ``unit`` and store what was thought of each row.

    With a required column missing the batch has no rows yet: :func:`remap_import` follows. The upload itself is
    kept outside the public folder so that columns can be corrected. Raises ``Refused``.
    """
    require_importer(actor, unit)
    table, heading = _best_sheet(tables)
    heading = _corrected(heading, mapping or {})
    batch = ImportBatch.objects.create(
        unit=unit,
        source=_kept(actor, upload),
        file_name=upload.name[:200],
        sha256=upload.sha256,
        sheet=table.name[:60],
        created_by=actor,
        **_recognised(heading),
    )
    _judge(batch, table, heading)
    record_activity(actor=actor, act="import.previewed", subject=batch, detail={"counts": batch.counts})
    return batch


@transaction.atomic
def remap_import(*, actor: User, batch: ImportBatch, tables: Sequence[Table], mapping: Mapped) -> ImportBatch:
    """Read the file of a preview again with corrected columns; choices made so far are dropped. Raises ``Refused``."""
    batch = locked_preview(actor, batch)
    table = next((one for one in tables if one.name[:60] == batch.sheet), None)
    heading = find_heading(table, LEDGER, LEDGER_REQUIRED) if table else None
    if table is None or heading is None:
        raise Refused(_("The file no longer holds the sheet that was read before."))
    heading = _corrected(heading, mapping)
    for name, value in _recognised(heading).items():
        setattr(batch, name, value)
    batch.save()
    _judge(batch, table, heading)
    record_activity(actor=actor, act="import.remapped", subject=batch, detail={"counts": batch.counts})
    return batch


@transaction.atomic
def cancel_import(*, actor: User, batch: ImportBatch) -> ImportBatch:
    """Give up a preview: its rows and the uploaded file are deleted, the entry in the history stays."""
    batch = locked_preview(actor, batch)
    source, batch.source, batch.state = batch.source, None, ImportState.CANCELLED
    batch.save(update_fields=["source", "state"])
    batch.rows.all().delete()
    if source:
        transaction.on_commit(lambda: source.file.storage.delete(source.file.name))
        source.delete()
    record_activity(actor=actor, act="import.cancelled", subject=batch)
    return batch


def require_importer(actor: User | None, unit: Unit | None) -> None:
    """``actor`` None is a command run on the server."""
    if actor is not None and not (may_import(actor) and unit and same_unit(actor, unit.pk)):
        raise Refused(_("Only inspectors may import ledgers, and only those of their own unit."))


def locked_preview(actor: User | None, batch: ImportBatch) -> ImportBatch:
    """The batch, locked, still a preview. Raises ``Refused``."""
    batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
    require_importer(actor, batch.unit)
    if batch.state != ImportState.PREVIEWED:
        raise Refused(_("This import is already finished; it cannot be changed any more."))
    return batch


def _best_sheet(tables: Sequence[Table]) -> tuple[Table, Heading]:
    """The sheet in which most columns are recognised."""
    found = [(table, heading) for table in tables if (heading := find_heading(table, LEDGER, LEDGER_REQUIRED))]
    if not found:
        raise Refused(
            _(
                "No header row was found. The sheet needs a row with column names such as 案号, 承办检察官, 评查日期, 等次."
            )
        )
    return max(found, key=lambda pair: (len(pair[1].columns), -len(pair[1].missing)))


def _corrected(heading: Heading, mapping: Mapped) -> Heading:
    try:
        return apply_mapping(heading, mapping, LEDGER, LEDGER_REQUIRED)
    except MappingError as error:
        field, wanted = error.args
        raise Refused(
            _("The column “%(column)s” chosen for “%(field)s” does not exist or is used twice.")
            % {"column": wanted, "field": field}
        ) from error


def _kept(actor: User | None, upload: Upload) -> PrivateFile | None:
    if actor is None or not upload.keep:
        return None
    kept = PrivateFile(
        name=upload.name[:200], purpose="ledger", sha256=upload.sha256, size=len(upload.data), owner=actor
    )
    kept.file.save(upload.name, ContentFile(upload.data), save=True)
    return kept


def _recognised(heading: Heading) -> dict[str, Any]:
    return {
        "header_rows": [heading.first, heading.last],
        "columns": list(heading.labels),
        "mapping": dict(heading.columns),
    }


def _judge(batch: ImportBatch, table: Table, heading: Heading) -> None:
    """Replace the rows of the batch by a fresh reading; none while a required column is missing."""
    batch.rows.all().delete()
    rows = () if heading.missing else _read(batch, table, heading)
    ImportRow.objects.bulk_create(to_rows(batch, rows), batch_size=_INSERT_AT_ONCE)
    batch.counts = {**count(rows), "missing": list(heading.missing)}
    batch.save(update_fields=["counts"])


def _read(batch: ImportBatch, table: Table, heading: Heading) -> tuple[LedgerRow, ...]:
    rows = read_ledger(table, heading, register_of(batch.unit, today=timezone.localdate()))
    stored = stored_values(batch.unit, (row.values.case_no for row in rows if row.values))
    return tuple(against_stored(row, stored.get(row.values.case_no) if row.values else None) for row in rows)

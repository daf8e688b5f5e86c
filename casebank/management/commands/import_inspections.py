"""``manage.py import_inspections FILE``: an inspection ledger, without a browser."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from casebank.core.errors import ActError
from casebank.domain.ledger_import import commit_import
from casebank.domain.ledger_preview import Upload, preview_import
from casebank.interfaces.exporters.ledger_errors import error_workbook
from casebank.interfaces.importers.tables import read_tables
from casebank.models import Unit

FIGURES = ("rows", "valid", "duplicate", "conflict", "invalid", "warnings", "by_reason", "by_grade", "by_department")


class Command(BaseCommand):
    help = "Import an inspection ledger (.xlsx or .csv); prints one JSON line. Conflicts are never loaded."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--mapping", type=Path, help='JSON: {"field": "header text" or column letter or number}')
        parser.add_argument("--dry-run", action="store_true", help="judge every row, load nothing")
        parser.add_argument("--errors", type=Path, help="write the rows that were not loaded to this workbook")
        parser.add_argument("--unit", default="", help="code or name of the procuratorate, if there are several")

    def handle(self, *args, file: Path, **options):
        try:
            with transaction.atomic():
                batch = self._import(file, options)
                figures = {name: batch.counts[name] for name in FIGURES}
                if options["errors"]:
                    options["errors"].write_bytes(error_workbook(batch))
                transaction.set_rollback(options["dry_run"])
        except OSError as error:
            raise CommandError(f"{error.filename or file}: {error.strerror}") from error
        except ActError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(figures, ensure_ascii=False))

    def _import(self, file: Path, options):
        data = file.read_bytes()
        batch = preview_import(
            actor=None,
            unit=_unit(options["unit"]),
            upload=Upload(file.name, data, keep=False),
            tables=read_tables(data, file.name),
            mapping=_mapping(options["mapping"]),
        )
        if batch.counts["missing"]:
            raise CommandError(f"No column found for: {', '.join(batch.counts['missing'])}. Use --mapping.")
        return batch if options["dry_run"] else commit_import(actor=None, batch=batch)


def _unit(wanted: str) -> Unit:
    units = Unit.objects.filter(code=wanted) | Unit.objects.filter(name=wanted) if wanted else Unit.objects.all()
    if units.count() != 1:
        raise CommandError("Import the roster first." if not units.exists() else "Several units: name one with --unit.")
    return units.get()


def _mapping(path: Path | None) -> dict:
    if path is None:
        return {}
    try:
        mapping = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise CommandError(f"{path} is not JSON: {error}") from error
    if not isinstance(mapping, dict) or not all(isinstance(one, str | int | None) for one in mapping.values()):
        raise CommandError(f'{path}: expected {{"field": "column"}}.')
    return mapping

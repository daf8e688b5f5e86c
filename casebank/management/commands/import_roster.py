"""``manage.py import_roster FILE``: units, departments, posts and people from a roster."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from casebank.core.errors import ActError
from casebank.domain.roster import import_roster
from casebank.interfaces.importers.tables import read_tables


class Command(BaseCommand):
    help = "Import a roster of staff (.xlsx or .csv); prints one JSON line."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--unit", default="", help="name of the procuratorate, if the title does not tell it")

    def handle(self, *args, file: Path, unit: str, **options):
        try:
            tables = read_tables(file.read_bytes(), file.name)
            result = import_roster(actor=None, tables=tables, unit_name=unit)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except ActError as error:
            raise CommandError(str(error)) from error
        for row in result.problems:
            for issue in row.errors:
                self.stderr.write(f"row {row.number}: {issue.field} {issue.reason} {issue.value}".rstrip())
        self.stdout.write(json.dumps(result.counts, ensure_ascii=False))
        if result.problems:
            raise CommandError("Nothing was imported. Please correct the rows named above.")

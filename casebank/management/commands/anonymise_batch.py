"""``manage.py anonymise_batch``: anonymise many texts without a database, to measure the core or to try it on files."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from casebank.core.anonymise import anonymise
from casebank.core.json_lines import write_json_lines


class Command(BaseCommand):
    help = (
        "Anonymise texts: each line of IN is {id, text, known: [strings of the case record]}, each line of OUT "
        "{id, spans: [{start, end, type}], text}. A malformed line stops it with its number; OUT is then left as it was."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--input", type=Path, required=True, metavar="IN.jsonl")
        parser.add_argument("--output", type=Path, required=True, metavar="OUT.jsonl")

    def handle(self, *args, **options):
        try:
            count = write_json_lines(options["output"], _answers(options["input"]))
        except OSError as error:
            raise CommandError(f"{error.filename or options['output']}: {error.strerror}") from error
        self.stdout.write(f"{count} texts anonymised: {options['output']}")


def _answers(source: Path) -> Iterator[dict]:
    for row in _rows(source):
        result = anonymise(row["text"], known=row.get("known", []))
        spans = [{"start": span.start, "end": span.end, "type": span.type} for span in result.spans]
        yield {"id": row["id"], "spans": spans, "text": result.text}


def _rows(source: Path) -> Iterator[dict]:
    with source.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _row(number, line)


def _row(number: int, line: bytes) -> dict:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except ValueError as error:
        raise CommandError(f"Line {number} is not JSON in UTF-8: {error}") from error
    except RecursionError as error:
        raise CommandError(f"Line {number} is nested too deeply.") from error
    if not isinstance(row, dict) or "id" not in row:
        raise CommandError(f'Line {number}: expected an object with "id" and "text".')
    if not isinstance(row.get("text"), str):
        raise CommandError(f'Line {number}: "text" is missing or not a string.')
    known = row.get("known", [])
    if not isinstance(known, list) or not all(isinstance(one, str) for one in known):
        raise CommandError(f'Line {number}: "known" is not a list of strings.')
    return row

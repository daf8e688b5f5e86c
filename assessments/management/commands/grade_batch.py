"""``manage.py grade_batch KIND --input IN.jsonl --output OUT.jsonl [--marked MARKED.jsonl]``: mark files of texts.

No database is needed. The output appears in one piece or not at all; the same input gives the same bytes.
"""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from assessments.core.grading.batch import KINDS, MarkedRowError, RowError
from casebank.core.json_lines import write_json_lines


class Command(BaseCommand):
    help = "Pre-mark answers, rubric points, drafted documents or hostile answers from a JSON lines file."
    requires_system_checks: list[str] = []  # type: ignore[assignment]

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=sorted(KINDS))
        parser.add_argument("--input", required=True, type=Path, help="one JSON object a line")
        parser.add_argument("--output", required=True, type=Path, help="written when everything went well")
        parser.add_argument("--marked", type=Path, help="answers with a human score (kind answers only)")

    def handle(self, *args: Any, **options: Any) -> None:
        rows, lines = read_rows(options["input"])
        marked, marked_lines = read_rows(options["marked"]) if options["marked"] else ([], [])
        try:
            results = list(KINDS[options["kind"]](rows, marked))
        except MarkedRowError as error:
            raise CommandError(f"{options['marked']}: line {marked_lines[error.at]}: {error}") from error
        except RowError as error:
            raise CommandError(f"{options['input']}: line {lines[error.at]}: {error}") from error
        write_rows(options["output"], results)


def read_rows(path: Path) -> tuple[list[dict[str, Any]], list[int]]:
    """Objects of a JSON lines file with their line numbers; CommandError names the first line that is wrong."""
    rows: list[dict[str, Any]] = []
    lines: list[int] = []
    seen: set[str] = set()
    try:
        text = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: cannot be read ({error.strerror})") from error
    for number, line in enumerate(text.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if line.strip():
            rows.append(_row(line, f"{path}: line {number}", seen))
            lines.append(number)
    return rows, lines


def _row(line: bytes, place: str, seen: set[str]) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CommandError(f"{place}: not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise CommandError(f"{place}: not JSON ({error})") from error
    if not isinstance(row, dict) or not isinstance(row.get("id"), str):
        raise CommandError(f"{place}: must be an object with a text id")
    if row["id"] in seen:
        raise CommandError(f"{place}: id {row['id']} appears twice")
    seen.add(row["id"])
    return row


def write_rows(path: Path, rows: list[dict[str, Any]]) -> None:
    try:
        write_json_lines(path, rows)
    except OSError as error:
        raise CommandError(f"{path}: cannot be written ({error.strerror})") from error

"""The starter pack as rows: reads ``knowledge_pack/*.csv`` and decides what a refresh may change.

The files are UTF-8 with BOM; their columns stand in ``knowledge_pack/README.md``.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

Value = str | int | Decimal | date | bool | None
Cells = Mapping[str, str]

_INTEGERS = {"statutory_order", "difficulty", "section_order", "rank", "order"}
_DECIMALS = {"suggested_points", "length", "suggested_max"}
_DATES = {"effective_from", "effective_to"}

# Rules of one county that partly conflict with the ban on improper indicators of 2024 (PF-13).
_LOCAL_EXAMPLES = {"PF-09", "PF-10", "PF-11"}
# Stands for the six statutory types until an inspector types them in.
_PLACEHOLDERS = {"KR-00"}


class PackError(ValueError):
    """A file of the pack cannot be read; the text names file, line and column."""


@dataclass(frozen=True)
class PackRow:
    """One row as delivered. ``parent`` is the code of the row it belongs to (sections of a document type)."""

    code: str
    fields: Mapping[str, Value]
    parent: str = ""


@dataclass(frozen=True)
class PackList:
    """One list: ``name`` for people and reports, ``model`` the name of its table."""

    name: str
    model: str
    rows: tuple[PackRow, ...]


@dataclass(frozen=True)
class Merge:
    """What a refresh does to one row: fields to change, and fields left alone because they were edited here."""

    changes: Mapping[str, Value]
    edited: frozenset[str]


@dataclass(frozen=True)
class _Spec:
    name: str
    model: str
    file: str
    rows: Callable[[Iterable[Cells]], Iterator[PackRow]]


def read_pack(folder: Path) -> tuple[PackList, ...]:
    """All lists of ``folder`` in an order in which they can be stored. Raises ``PackError``."""
    return tuple(_read(folder, spec) for spec in _SPECS)


def plain(value: Value) -> str | int | bool | None:
    """``value`` as it is kept in ``shipped`` and compared: JSON types, decimals without trailing zeros."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else value


def merge(current: Mapping[str, Value], shipped: Mapping[str, object], delivered: Mapping[str, Value]) -> Merge:
    """Change a field only while its current value is the one that was shipped before."""
    different = {name for name, value in delivered.items() if plain(current[name]) != plain(value)}
    edited = frozenset(name for name in different if name not in shipped or plain(current[name]) != shipped[name])
    return Merge({name: delivered[name] for name in sorted(different - edited)}, edited)


def _read(folder: Path, spec: _Spec) -> PackList:
    path = folder / spec.file
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return PackList(spec.name, spec.model, tuple(spec.rows(list(_checked(csv.DictReader(file), spec.file)))))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(f"{spec.file}: {error}") from error


def _checked(reader: csv.DictReader, file: str) -> Iterator[Cells]:
    for cells in reader:
        if None in cells or None in cells.values():
            raise PackError(f"{file}, line {reader.line_num}: the number of cells differs from the header")
        yield {**cells, "": f"{file}, line {reader.line_num}"}


def _value(name: str, cells: Cells) -> Value:
    text = cells[name].strip()
    try:
        if name in _INTEGERS:
            return int(text or 0)
        if name in _DECIMALS:
            return Decimal(text or 0)
        if name in _DATES:
            return date.fromisoformat(text) if text else None
    except (ValueError, InvalidOperation) as error:
        raise PackError(f"{cells['']}, column {name}: “{text}” cannot be read") from error
    return text


def _row(code: str, cells: Cells, skip: set[str], active: bool = True, parent: str = "") -> PackRow:
    names = [name for name in cells if name and name not in skip]
    return PackRow(code, {**{name: _value(name, cells) for name in names}, "is_active": active}, parent)


def _plain_rows(table: Iterable[Cells]) -> Iterator[PackRow]:
    for cells in table:
        code = cells["code"]
        yield _row(code, cells, {"code"}, active=code not in _LOCAL_EXAMPLES | _PLACEHOLDERS)


def _deadlines(table: Iterable[Cells]) -> Iterator[PackRow]:
    """Rows whose article numbers nobody has confirmed (rules of 2019 and 2021) rest until a person confirms them."""
    for cells in table:
        yield _row(cells["code"], cells, {"code"}, active=cells["verify_class"] not in {"unverified", "mixed"})


def _grades(table: Iterable[Cells]) -> Iterator[PackRow]:
    for cells in table:
        yield _row(f"{cells['scheme']}-{cells['rank']}", cells, set())


def _sources(table: Iterable[Cells]) -> Iterator[PackRow]:
    for cells in table:
        row = _row(cells["id"], cells, {"id"})
        yield PackRow(row.code, {**row.fields, "verify_class": "public_report"})


def _document_types(table: Iterable[Cells]) -> Iterator[PackRow]:
    first = {cells["doc_code"]: cells for cells in reversed(list(table))}
    for code, cells in sorted(first.items()):
        own = {name: cells[name] for name in ("", "business_line", "source", "verify_status", "verify_class")}
        yield _row(code, {**own, "name": cells["doc_name"]}, set())


def _document_sections(table: Iterable[Cells]) -> Iterator[PackRow]:
    for cells in table:
        code = f"{cells['doc_code']}-{cells['section_order']}"
        yield _row(code, cells, {"doc_code", "doc_name", "business_line"}, parent=cells["doc_code"])


_SPECS = (
    _Spec("negative_list", "DefectType", "negative_list.csv", _plain_rows),
    _Spec("evidence_kinds", "EvidenceKind", "evidence_kinds.csv", _plain_rows),
    _Spec("evidence_issues", "EvidenceIssue", "evidence_issue_rules.csv", _plain_rows),
    _Spec("document_types", "DocumentType", "document_types.csv", _document_types),
    _Spec("document_sections", "DocumentSection", "document_types.csv", _document_sections),
    _Spec("grades", "Grade", "quality_grades.csv", _grades),
    _Spec("competencies", "Competency", "competency_model.csv", _plain_rows),
    _Spec("deadlines", "Deadline", "deadlines.csv", _deadlines),
    _Spec("review_items", "ReviewItem", "review_items.csv", _plain_rows),
    _Spec("key_review_types", "CaseTypeKeyReview", "case_types_key_review.csv", _plain_rows),
    _Spec("risk_rules", "RiskRule", "risk_rules.csv", _plain_rows),
    _Spec("sentencing_factors", "SentencingFactor", "sentencing_factors.csv", _plain_rows),
    _Spec("anonymisation_rules", "AnonymisationRule", "anonymisation_rules.csv", _plain_rows),
    _Spec("performance_rules", "PerformanceRule", "performance_rules.csv", _plain_rows),
    _Spec("ranks_departments", "RankOrDepartment", "ranks_departments.csv", _plain_rows),
    _Spec("exam_formats", "ExamFormat", "exam_formats.csv", _plain_rows),
    _Spec("sources", "Source", "sources.csv", _sources),
)

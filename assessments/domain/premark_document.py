"""The machine's reading of a drafted document: its sections against the rubric and, as hints, the reference."""

from collections.abc import Iterator
from decimal import Decimal

from assessments.core.grading.confidence import Route
from assessments.core.grading.drafting import grade_document
from assessments.core.grading.types import DocumentMark, Hint, PointMark, RubricPoint, Verdict
from assessments.enums import CriterionPart
from assessments.models import Answer, Criterion, Item, PreMark, PreMarkSheet

ROUTES = {
    Verdict.HIT: Route.SUGGEST,
    Verdict.ABSENT: Route.SUGGEST,
    Verdict.PARTIAL: Route.REVIEW,
    Verdict.CONTRADICTED: Route.REVIEW,
    Verdict.UNSURE: Route.MUST_REVIEW,
}


def mark_document(item: Item, answers: dict[str, Answer]) -> DocumentMark:
    """Pure grading of the sections (by section code) against the item's rubric points."""
    sections = list(item.reference_sections.all())
    written = {one.section: _text(answers.get(one.section)) for one in sections}
    return grade_document(
        written,
        [_rubric_point(one) for one in item.criteria.all()],
        missing_citation=item.missing_citation,
        reference={one.section: one.text for one in sections if one.text},
        case_file=case_text(item),
    )


def case_text(item: Item) -> str:
    """Everything that the candidate was given to read."""
    documents = item.documents.prefetch_related("paragraphs")
    return "\n".join([item.task, *(one.text for document in documents for one in document.paragraphs.all())])


def document_rows(sheet: PreMarkSheet, item: Item, mark: DocumentMark) -> Iterator[PreMark]:
    """One row per rubric point."""
    labels = {str(one.pk): one.text for one in item.criteria.all()}
    for order, point in enumerate(mark.marks, 1):
        yield _row(sheet, order, labels[point.id], point)


def hint_rows(hints: tuple[Hint, ...]) -> list[dict[str, str]]:
    """Hints as primitives for the sheet."""
    return [
        {
            "kind": hint.kind,
            "expected": hint.expected,
            "found": hint.found,
            "zh": hint.reason.chinese,
            "en": hint.reason.english,
        }
        for hint in hints
    ]


def _row(sheet: PreMarkSheet, order: int, label: str, point: PointMark) -> PreMark:
    return PreMark(
        sheet=sheet,
        criterion=f"point:{point.id}",
        label=label,
        part=CriterionPart.POINT,
        max_points=_points(point.maximum),
        points=_points(point.points),
        verdict=point.verdict,
        spans=[{"field": s.field, "start": s.start, "end": s.end, "quote": s.quote} for s in point.spans],
        reason_zh=point.reason.chinese,
        reason_en=point.reason.english,
        route=ROUTES[point.verdict],
        order=order,
    )


def _rubric_point(row: Criterion) -> RubricPoint:
    return RubricPoint(
        id=str(row.pk),
        text=row.text,
        points=float(row.points),
        section=row.section or None,
        required=tuple(row.required),
        forbidden=tuple(row.forbidden),
    )


def _text(answer: Answer | None) -> str:
    return (answer.payload if answer else {}).get("text", "")


def _points(value: float) -> Decimal:
    return Decimal(str(round(value, 2)))

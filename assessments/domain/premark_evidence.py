"""The machine's reading of an evidence review: a candidate's findings against the key of the item."""

from collections.abc import Iterator
from decimal import Decimal

from assessments.core.grading.confidence import Route
from assessments.core.grading.evidence import grade_findings
from assessments.core.grading.types import EvidenceMark, Finding, Key, PartMark, ReferenceFinding, Verdict
from assessments.enums import CriterionPart
from assessments.models import Answer, CaseDocument, Item, KeyFinding, PreMark, PreMarkSheet

SURE = {Verdict.HIT, Verdict.ABSENT}
# Parts answered by choosing from a list: the choice is shown, there are no words to point at.
CHOSEN = {CriterionPart.ATTRIBUTE, CriterionPart.CONSEQUENCE}
# Why a finding outside the key costs points (Chinese, English); the grader's own sentences name internal ids.
ALARMS = {
    "decoy": ("该处没有问题,参考答案已标明为干扰项。", "This place is in order; the key marks it as a decoy."),
    "duplicate": ("与作答中的另一处问题重复。", "Another finding of the answer already says this."),
    "unknown": (
        "参考答案中没有该问题,请判断是否属于新发现。",
        "The key does not hold this; please decide whether it is new.",
    ),
}


def mark_evidence(item: Item, answer: Answer | None) -> EvidenceMark:
    """Pure grading of ``answer`` (None: nothing was written) against the item's reference findings."""
    findings = (answer.payload if answer else {}).get("findings", [])
    places = paragraphs_of(item)
    return grade_findings([_answered(row, places) for row in findings], key_of(item), defect_families={})


def key_of(item: Item) -> Key:
    """The item's reference findings and decoys as the grader reads them."""
    rows = item.key_findings.select_related("paragraph").order_by("order", "pk")
    return Key(
        findings=tuple(ReferenceFinding(_reference(row), float(row.points)) for row in rows if not row.decoy),
        decoys=tuple(_reference(row) for row in rows if row.decoy),
    )


def paragraphs_of(item: Item) -> dict[str, str]:
    """Paragraph id → document id, as strings."""
    documents = CaseDocument.objects.filter(item=item).prefetch_related("paragraphs")
    return {paragraph.pid: str(document.pk) for document in documents for paragraph in document.paragraphs.all()}


def evidence_rows(sheet: PreMarkSheet, item: Item, mark: EvidenceMark) -> Iterator[PreMark]:
    """One row per part of each reference finding, then one per finding that the key does not hold."""
    labels = {str(row.pk): row for row in item.key_findings.all()}
    order = 0
    for found in mark.findings:
        for part in found.parts:
            order += 1
            yield _part_row(sheet, order, labels[found.reference_id], found.finding_id, part)
    for alarm in mark.unmatched:
        order += 1
        yield PreMark(
            sheet=sheet,
            criterion=f"alarm:{alarm.finding_id}"[:80],
            label="",
            part=CriterionPart.ALARM,
            min_points=-_points(alarm.deduction),
            max_points=0,
            points=-_points(alarm.deduction),
            verdict=alarm.kind,
            spans=[{"field": alarm.finding_id, "start": 0, "end": 0, "quote": ""}],
            reason_zh=ALARMS[alarm.kind][0],
            reason_en=ALARMS[alarm.kind][1],
            route=Route.MUST_REVIEW if alarm.kind == "unknown" else Route.REVIEW,
            order=order,
        )


def _answered(row: dict, places: dict[str, str]) -> Finding:
    span = (row.get("spans") or [{}])[0]
    paragraph = span.get("pid") or ""
    return Finding(
        id=row["id"],
        document=places.get(paragraph, ""),
        paragraph=paragraph,
        quote=span.get("quote") or "",
        start=span.get("start"),
        end=span.get("end"),
        code=row.get("defect_code", ""),
        attribute=row.get("attribute", ""),
        consequence=row.get("consequence", ""),
        legal_basis=row.get("legal_basis", ""),
        remedy=row.get("remedy", ""),
        reasoning=row.get("reasoning", ""),
    )


def _reference(row: KeyFinding) -> Finding:
    return Finding(
        id=str(row.pk),
        document=str(row.paragraph.document_id),
        paragraph=row.paragraph.pid,
        quote=row.quote,
        start=row.start,
        end=row.end,
        code=row.defect_code,
        attribute=row.attribute,
        consequence=row.consequence,
        legal_basis=row.legal_basis,
        remedy=row.remedy,
        reasoning=row.statement,
    )


def _part_row(
    sheet: PreMarkSheet, order: int, reference: KeyFinding, finding_id: str | None, part: PartMark
) -> PreMark:
    spans = [
        {"field": f"{finding_id}:{span.field}", "start": span.start, "end": span.end, "quote": span.quote}
        for span in part.matched
        if part.part not in CHOSEN
    ]
    return PreMark(
        sheet=sheet,
        criterion=f"finding:{reference.pk}:{part.part}",
        label=reference.statement or reference.quote,
        part=part.part,
        max_points=_points(part.maximum),
        points=_points(part.points),
        verdict=part.verdict,
        spans=spans,
        reason_zh=part.reason.chinese,
        reason_en=part.reason.english,
        route=_route(part.verdict),
        order=order,
    )


def _route(verdict: Verdict) -> Route:
    if verdict is Verdict.UNSURE:
        return Route.MUST_REVIEW
    return Route.SUGGEST if verdict in SURE else Route.REVIEW


def _points(value: float) -> Decimal:
    return Decimal(str(round(value, 2)))

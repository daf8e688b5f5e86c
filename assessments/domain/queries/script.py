"""What a marker reads: the answers of one question, by script number, and the material they are about."""

from dataclasses import dataclass, field

from assessments.domain.queries.marking import Sheet
from assessments.enums import Attribute, Consequence, ItemKind
from assessments.models import Answer, Attempt, CaseDocument
from assessments.validators import FINDINGS


@dataclass(frozen=True)
class AnsweredFinding:
    """A finding as the candidate wrote it, with the title of the document it points at."""

    number: int
    id: str
    document: str
    quotes: tuple[str, ...]
    defect_code: str
    attribute: str
    consequence: str
    legal_basis: str
    remedy: str
    reasoning: str


@dataclass(frozen=True)
class AnsweredSection:
    heading: str
    text: str
    reference: str
    field: str


@dataclass(frozen=True)
class Script:
    """The answer to one question and the documents it was asked about."""

    kind: str
    task: str
    findings: list[AnsweredFinding] = field(default_factory=list)
    sections: list[AnsweredSection] = field(default_factory=list)
    documents: list[CaseDocument] = field(default_factory=list)


def script_of(attempt: Attempt, sheet: Sheet) -> Script:
    """Answer and material of the question of ``sheet``."""
    item = sheet.slot.item
    documents = list(item.documents.prefetch_related("paragraphs"))
    answers = {answer.field: answer.payload for answer in Answer.objects.filter(attempt=attempt, slot=sheet.slot)}
    if item.kind == ItemKind.EVIDENCE_REVIEW:
        titles = {paragraph.pid: document.title for document in documents for paragraph in document.paragraphs.all()}
        rows = answers.get(FINDINGS, {}).get("findings", [])
        return Script(item.kind, item.task, [_finding(n, row, titles) for n, row in enumerate(rows, 1)], [], documents)
    sections = [
        AnsweredSection(one.heading, answers.get(one.section, {}).get("text", ""), one.text, one.section)
        for one in item.reference_sections.all()
    ]
    return Script(item.kind, item.task, [], sections, documents)


def _finding(number: int, row: dict, titles: dict[str, str]) -> AnsweredFinding:
    spans = row.get("spans") or []
    return AnsweredFinding(
        number=number,
        id=row["id"],
        document=titles.get(spans[0]["pid"], "") if spans else "",
        quotes=tuple(span["quote"] for span in spans if span.get("quote")),
        defect_code=row.get("defect_code", ""),
        attribute=_label(Attribute, row.get("attribute", "")),
        consequence=_label(Consequence, row.get("consequence", "")),
        legal_basis=row.get("legal_basis", ""),
        remedy=row.get("remedy", ""),
        reasoning=row.get("reasoning", ""),
    )


def _label(choices, value: str) -> str:
    return dict(choices.choices).get(value, value)

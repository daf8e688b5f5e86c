"""What a candidate sees of a paper. Built from columns that hold no key: nothing else is even fetched."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from assessments.core.canonical import characters
from assessments.core.casefile import Passage
from assessments.enums import ItemKind
from assessments.models import Answer, Attempt, CaseDocument, Item, Paper, Paragraph, ReferenceSection
from assessments.validators import FINDINGS, is_empty


@dataclass(frozen=True)
class DocumentView:
    """A document of the case file."""

    number: int
    title: str
    kind: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class FieldView:
    """One answer field with its newest state; ``heading`` is empty for the list of findings."""

    name: str
    heading: str = ""
    guidance: str = ""
    payload: Any = None
    rev: int = 0
    seq: int = 0
    saved_at: datetime | None = None
    writer: UUID | None = None

    @property
    def text(self) -> str:
        return (self.payload or {}).get("text", "")

    @property
    def findings(self) -> list[dict[str, Any]]:
        return (self.payload or {}).get("findings", [])

    @property
    def is_empty(self) -> bool:
        return is_empty(self.payload or {})

    @property
    def characters(self) -> int:
        return characters(self.text)


@dataclass(frozen=True)
class Line:
    """A question in the map of the paper."""

    number: int
    slot_id: int
    item_id: int
    title: str
    kind: str
    points: Decimal
    fields: tuple[FieldView, ...] = ()

    @property
    def answered(self) -> int:
        return sum(not field.is_empty for field in self.fields)

    @property
    def saved_at(self) -> datetime | None:
        return max((field.saved_at for field in self.fields if field.saved_at), default=None)

    @property
    def is_evidence_review(self) -> bool:
        return self.kind == ItemKind.EVIDENCE_REVIEW


@dataclass(frozen=True)
class Question:
    """Everything on the page of one question."""

    line: Line
    task: str
    documents: tuple[DocumentView, ...]
    fields: tuple[FieldView, ...]


def lines_of(paper: Paper, attempt: Attempt | None = None) -> list[Line]:
    """The questions of a paper, with the state of the attempt's answers if one is given; four queries at most."""
    slots = paper.slots.order_by("order", "pk").values_list("pk", "item_id")
    items = Item.objects.filter(slots__paper=paper).with_points().values("pk", "title", "kind", "points")
    rows = {row["pk"]: row for row in items}
    fields = _fields_by_slot(attempt) if attempt else {}
    return [
        Line(number, slot, item, rows[item]["title"], rows[item]["kind"], rows[item]["points"], fields.get(slot, ()))
        for number, (slot, item) in enumerate(slots, start=1)
    ]


def question_of(line: Line) -> Question:
    """The page of ``line``: task, case file, fields."""
    task = Item.objects.values_list("task", flat=True).get(pk=line.item_id)
    return Question(line, task, _documents(line.item_id), line.fields or _blank_fields(line))


def preview_line(item: Item) -> Line:
    """An item as the only question of a paper, without answers."""
    points = Item.objects.with_points().values_list("points", flat=True).get(pk=item.pk)
    return Line(1, 0, item.pk, item.title, item.kind, points)


def _fields_by_slot(attempt: Attempt) -> dict[int, tuple[FieldView, ...]]:
    headings = _headings(attempt.sitting.paper_id)
    found: dict[int, list[FieldView]] = {}
    for row in Answer.objects.filter(attempt=attempt).select_related("slot").order_by("pk"):
        heading, guidance = headings.get((row.slot.item_id, row.field), ("", ""))
        view = FieldView(row.field, heading, guidance, row.payload, row.rev, row.seq, row.saved_at, row.writer)
        found.setdefault(row.slot_id, []).append(view)
    return {slot: tuple(views) for slot, views in found.items()}


def _headings(paper_id: int) -> dict[tuple[int, str], tuple[str, str]]:
    rows = ReferenceSection.objects.filter(item__slots__paper=paper_id)
    return {
        (item, section): (heading, guidance)
        for item, section, heading, guidance in rows.values_list("item_id", "section", "heading", "guidance")
    }


def _blank_fields(line: Line) -> tuple[FieldView, ...]:
    if line.is_evidence_review:
        return (FieldView(FINDINGS),)
    rows = ReferenceSection.objects.filter(item_id=line.item_id).values_list("section", "heading", "guidance")
    return tuple(FieldView(*row) for row in rows)


def _documents(item_id: int) -> tuple[DocumentView, ...]:
    passages: dict[int, list[Passage]] = {}
    rows = Paragraph.objects.filter(document__item=item_id).order_by("document__order", "order")
    for document, pid, text in rows.values_list("document_id", "pid", "text"):
        passages.setdefault(document, []).append(Passage(pid, text))
    documents = CaseDocument.objects.filter(item=item_id).values_list("pk", "title", "evidence_kind")
    return tuple(
        DocumentView(number, title, kind, tuple(passages.get(pk, ())))
        for number, (pk, title, kind) in enumerate(documents, start=1)
    )

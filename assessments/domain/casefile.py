"""The case file of an item: documents of paragraphs with stable ids."""

from collections.abc import Sequence
from uuid import uuid4

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from assessments.core.casefile import Passage, carry_ids, locate, split_paragraphs
from assessments.domain.item import editable, next_order
from assessments.domain.ordering import close_gaps, shift
from assessments.models import CaseDocument, Item, KeyFinding, Paragraph
from casebank.core.errors import Refused
from casebank.public import record_activity

MAX_DOCUMENTS = 60
MAX_PARAGRAPHS = 2000


@transaction.atomic
def add_document(*, actor, item: Item, title: str, evidence_kind: str, text: str) -> CaseDocument:
    """Append a document; every line of ``text`` becomes a paragraph with an id of its own. Raises ``Refused``."""
    item = editable(actor, item)
    if item.documents.count() >= MAX_DOCUMENTS:
        raise Refused(_("A case file holds at most %(limit)d documents.") % {"limit": MAX_DOCUMENTS})
    document = CaseDocument.objects.create(
        item=item, order=next_order(item.documents), title=title, evidence_kind=evidence_kind
    )
    _write_paragraphs(document, carry_ids([], _paragraphs(text), _new_pid))
    record_activity(actor=actor, act="item.document_added", subject=item, detail={"document": document.pk})
    return document


@transaction.atomic
def edit_document(*, actor, document: CaseDocument, title: str, evidence_kind: str, text: str) -> CaseDocument:
    """Change title, kind or text. Paragraphs keep their ids; findings follow their words within the document.

    Raises ``Refused`` when words that a reference finding quotes would disappear.
    """
    item = editable(actor, document.item)
    old = list(document.paragraphs.all())
    passages = carry_ids([Passage(one.pid, one.text) for one in old], _paragraphs(text), _new_pid)
    findings = list(KeyFinding.objects.filter(paragraph__document=document).select_related("paragraph"))
    places = [_new_place(finding, passages) for finding in findings]
    CaseDocument.objects.filter(pk=document.pk).update(title=title, evidence_kind=evidence_kind)
    _rewrite(document, old, passages)
    _follow(document, findings, places)
    document.paragraphs.filter(order__gt=len(passages)).delete()
    record_activity(actor=actor, act="item.document_edited", subject=item, detail={"document": document.pk})
    document.refresh_from_db()
    return document


@transaction.atomic
def remove_document(*, actor, document: CaseDocument) -> None:
    """Take a document out. Raises ``Refused`` while a reference finding quotes it."""
    item = editable(actor, document.item)
    quoting = KeyFinding.objects.filter(paragraph__document=document).first()
    if quoting:
        raise Refused(
            _("Reference finding %(number)d quotes this document. Change or remove the finding first.")
            % {"number": quoting.order}
        )
    record_activity(actor=actor, act="item.document_removed", subject=item, detail={"document": document.pk})
    document.delete()
    close_gaps(item.documents)


@transaction.atomic
def move_document(*, actor, document: CaseDocument, step: int) -> None:
    """One place up (−1) or down (+1)."""
    item = editable(actor, document.item)
    shift(item.documents, document, step)


def passages_of(item: Item, document: CaseDocument | None = None) -> list[Passage]:
    """The paragraphs of the item, or of one of its documents, in reading order."""
    rows = Paragraph.objects.filter(document__item=item).order_by("document__order", "order")
    rows = rows.filter(document=document) if document else rows
    return [Passage(pid, text) for pid, text in rows.values_list("pid", "text")]


def _paragraphs(text: str) -> tuple[str, ...]:
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise Refused(_("The document has no text."))
    if len(paragraphs) > MAX_PARAGRAPHS:
        raise Refused(_("A document holds at most %(limit)d paragraphs.") % {"limit": MAX_PARAGRAPHS})
    return paragraphs


def _new_pid() -> str:
    return f"p{uuid4().hex[:10]}"


def _write_paragraphs(document: CaseDocument, passages: Sequence[Passage]) -> None:
    Paragraph.objects.bulk_create(
        Paragraph(document=document, order=order, pid=one.pid, text=one.text)
        for order, one in enumerate(passages, start=1)
    )


def _new_place(finding: KeyFinding, passages: Sequence[Passage]):
    """Where the quoted words stand in the new text: the same paragraph first, else the first place."""
    places = locate(finding.quote, passages)
    if not places:
        raise Refused(
            _(
                "Reference finding %(number)d quotes “%(quote)s”, which is not in the new text. Change the finding first."
            )
            % {"number": finding.order, "quote": finding.quote[:40]}
        )
    same = [place for place in places if place.pid == finding.paragraph.pid]
    return min(same, key=lambda place: abs(place.start - finding.start)) if same else places[0]


def _rewrite(document: CaseDocument, old: list[Paragraph], passages: Sequence[Passage]) -> None:
    """Rows of kept ids are updated, new ones added; those that went are left behind the last order."""
    rows = {row.pid: row for row in old}
    document.paragraphs.update(order=F("order") + len(passages) + len(old))
    for order, one in enumerate(passages, start=1):
        row = rows.get(one.pid) or Paragraph(document=document, pid=one.pid)
        row.order, row.text = order, one.text
        row.save()


def _follow(document: CaseDocument, findings: list[KeyFinding], places: list) -> None:
    rows = {row.pid: row for row in document.paragraphs.all()}
    for finding, place in zip(findings, places, strict=True):
        finding.paragraph, finding.start, finding.end = rows[place.pid], place.start, place.end
        finding.save(update_fields=["paragraph", "start", "end"])

"""Items: making, describing, checking out as ready, new versions, archive."""

from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from assessments.domain.item_checks import item_problems
from assessments.enums import ItemKind
from assessments.models import Item, ReferenceSection
from assessments.rules import may_author, may_edit_item
from assessments.states import ITEM_MOVES, ItemState
from casebank.core.errors import Refused
from casebank.public import document_section_choices, move, record_activity
from casebank.rules import same_unit


@transaction.atomic
def create_item(*, actor, kind: ItemKind, texts: dict[str, Any]) -> Item:
    """A draft item of the actor's unit; a drafting item gets the sections of its document type. Raises ``Refused``."""
    if not may_author(actor):
        raise Refused(_("Only trainers may write items."))
    item = Item.objects.create(family=uuid4(), kind=kind, unit_id=actor.person.unit_id, author=actor, **texts)
    _lay_out_sections(item)
    record_activity(actor=actor, act="item.created", subject=item, detail={"kind": str(kind)})
    return item


@transaction.atomic
def edit_item(*, actor, item: Item, texts: dict[str, Any]) -> Item:
    """Change title, task, competencies, policy or document type. Another type lays out its sections anew.

    Raises ``Refused`` for a frozen item, and for another document type while reference text or rubric exist.
    """
    item = editable(actor, item)
    other_type = texts.get("document_code", item.document_code) != item.document_code
    if other_type and (item.reference_sections.exclude(text="").exists() or item.criteria.exists()):
        raise Refused(_("The document type cannot be changed while there is reference text or a rubric."))
    for name, value in texts.items():
        setattr(item, name, value)
    item.save()
    if other_type:
        item.reference_sections.all().delete()
        _lay_out_sections(item)
    record_activity(actor=actor, act="item.edited", subject=item, detail={"fields": sorted(texts)})
    return item


@transaction.atomic
def mark_ready(*, actor, item: Item) -> Item:
    """From draft to ready, once the checks are clean. Raises ``Refused`` naming the first problem."""
    item = editable(actor, item)
    problems = item_problems(item)
    if problems:
        raise Refused(_("The item is not ready: %(problem)s") % {"problem": problems[0]})
    return move(item, to=ItemState.READY, moves=ITEM_MOVES, actor=actor)


@transaction.atomic
def reopen_item(*, actor, item: Item) -> Item:
    """Back to draft, from ready or the archive. Raises ``Refused`` for an item that an approved paper uses."""
    _require_unit(actor, item)
    if Item.objects.select_for_update().get(pk=item.pk).frozen_at:
        raise Refused(_("An approved paper uses this item, so it is fixed. Make a new version instead."))
    return move(item, to=ItemState.DRAFT, moves=ITEM_MOVES, actor=actor)


@transaction.atomic
def archive_item(*, actor, item: Item) -> Item:
    """Take the item out of the choice for new papers; papers that use it keep it."""
    _require_unit(actor, item)
    return move(item, to=ItemState.ARCHIVED, moves=ITEM_MOVES, actor=actor)


@transaction.atomic
def duplicate_item(*, actor, item: Item) -> Item:
    """A draft of the next version with the same case file (ids kept), key, reference text and rubric."""
    _require_unit(actor, item)
    newest = Item.objects.select_for_update().filter(family=item.family).order_by("number").last()
    copy = _copy(item, number=newest.number + 1, author=actor)
    paragraphs = _copy_documents(item, copy)
    for finding in item.key_findings.all():
        _copy(finding, item=copy, paragraph=paragraphs[finding.paragraph_id])
    for row in (*item.reference_sections.all(), *item.criteria.all()):
        _copy(row, item=copy)
    record_activity(actor=actor, act="item.duplicated", subject=copy, detail={"of": item.pk, "number": copy.number})
    return copy


def editable(actor, item: Item) -> Item:
    """The item, locked, if the actor may change it; raises ``Refused`` otherwise. Every change of content asks here."""
    locked = Item.objects.select_for_update().get(pk=item.pk)
    if locked.frozen_at:
        raise Refused(_("An approved paper uses this item, so it is fixed. Make a new version instead."))
    if not may_edit_item(actor, locked):
        raise Refused(_("This item can be changed only as a draft, by a trainer of the unit."))
    locked.save(update_fields=["updated_at"])
    return locked


def next_order(rows) -> int:
    """The number after the last one of an ordered set."""
    return (rows.aggregate(last=Max("order"))["last"] or 0) + 1


def _require_unit(actor, item: Item) -> None:
    if not (may_author(actor) and same_unit(actor, item.unit_id)):
        raise Refused(_("Only trainers of the unit may do this."))


def _lay_out_sections(item: Item) -> None:
    ReferenceSection.objects.bulk_create(
        ReferenceSection(item=item, order=order, section=one.code, heading=one.heading[:60], guidance=one.guidance)
        for order, one in enumerate(document_section_choices(item.document_code), start=1)
    )


def _copy_documents(item: Item, copy: Item) -> dict[int, Any]:
    """Copies the case file; returns old paragraph id → new paragraph."""
    paragraphs = {}
    for document in item.documents.prefetch_related("paragraphs"):
        new = _copy(document, item=copy)
        for paragraph in document.paragraphs.all():
            paragraphs[paragraph.pk] = _copy(paragraph, document=new)
    return paragraphs


def _copy(row: Any, **changes: Any) -> Any:
    """A new row with the values of ``row`` but ``changes``; an item starts as an open draft."""
    fresh = {"state": ItemState.DRAFT, "frozen_at": None, "content_hash": ""} if isinstance(row, Item) else {}
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    new = type(row)(**values)
    for name, value in {**fresh, **changes}.items():
        setattr(new, name, value)
    new.save(force_insert=True)
    return new

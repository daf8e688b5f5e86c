"""The rubric of a drafting item and its reference document."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.item import editable, next_order
from assessments.domain.ordering import close_gaps, shift
from assessments.enums import ItemKind
from assessments.models import Criterion, Item
from casebank.core.errors import Refused
from casebank.public import record_activity


@transaction.atomic
def write_reference(*, actor, item: Item, texts: dict[str, str]) -> None:
    """Store the reference text per section code; sections that are not named stay as they are."""
    item = editable(actor, item)
    sections = [one for one in item.reference_sections.all() if one.section in texts]
    for one in sections:
        one.text = texts[one.section]
        one.save(update_fields=["text"])
    record_activity(actor=actor, act="item.reference_written", subject=item, detail={"sections": len(sections)})


@transaction.atomic
def add_criterion(*, actor, item: Item, values: dict[str, Any]) -> Criterion:
    """Append a rubric point. Raises ``Refused`` for a section that the document does not have."""
    item = editable(actor, item)
    if item.kind != ItemKind.DRAFTING:
        raise Refused(_("Only drafting items have a rubric."))
    _require_section(item, values.get("section", ""))
    criterion = Criterion.objects.create(item=item, order=next_order(item.criteria), **values)
    record_activity(actor=actor, act="item.criterion_added", subject=item, detail={"criterion": criterion.pk})
    return criterion


@transaction.atomic
def edit_criterion(*, actor, criterion: Criterion, values: dict[str, Any]) -> Criterion:
    item = editable(actor, criterion.item)
    _require_section(item, values.get("section", ""))
    for name, value in values.items():
        setattr(criterion, name, value)
    criterion.save()
    record_activity(actor=actor, act="item.criterion_edited", subject=item, detail={"criterion": criterion.pk})
    return criterion


@transaction.atomic
def remove_criterion(*, actor, criterion: Criterion) -> None:
    item = editable(actor, criterion.item)
    record_activity(actor=actor, act="item.criterion_removed", subject=item, detail={"criterion": criterion.pk})
    criterion.delete()
    close_gaps(item.criteria)


@transaction.atomic
def move_criterion(*, actor, criterion: Criterion, step: int) -> None:
    """One place up (−1) or down (+1)."""
    item = editable(actor, criterion.item)
    shift(item.criteria, criterion, step)


def _require_section(item: Item, section: str) -> None:
    if section and not item.reference_sections.filter(section=section).exists():
        raise Refused(_("The document has no such section."))

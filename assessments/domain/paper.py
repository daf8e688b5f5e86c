"""Papers: choosing items, approval by a second person."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.domain.freezing import freeze_item
from assessments.domain.item import next_order
from assessments.domain.item_checks import item_problems
from assessments.domain.ordering import close_gaps, shift
from assessments.models import Item, Paper, Slot
from assessments.rules import may_approve_paper, may_author, may_edit_paper
from assessments.states import PAPER_MOVES, ItemState, PaperState
from casebank.core.errors import Refused
from casebank.public import move, record_activity
from casebank.rules import same_unit


@transaction.atomic
def create_paper(*, actor, texts: dict[str, Any]) -> Paper:
    """An empty draft of the actor's unit. Raises ``Refused``."""
    if not may_author(actor):
        raise Refused(_("Only trainers may put papers together."))
    paper = Paper.objects.create(unit_id=actor.person.unit_id, author=actor, **texts)
    record_activity(actor=actor, act="paper.created", subject=paper)
    return paper


@transaction.atomic
def edit_paper(*, actor, paper: Paper, texts: dict[str, Any]) -> Paper:
    paper = _editable(actor, paper)
    for name, value in texts.items():
        setattr(paper, name, value)
    paper.save()
    record_activity(actor=actor, act="paper.edited", subject=paper, detail={"fields": sorted(texts)})
    return paper


@transaction.atomic
def add_item(*, actor, paper: Paper, item: Item) -> Slot:
    """Append a ready item of the unit. Raises ``Refused`` for one that is not ready or is in the paper already."""
    paper = _editable(actor, paper)
    if item.state != ItemState.READY or item.unit_id != paper.unit_id:
        raise Refused(_("Only items that are ready can be put into a paper."))
    if paper.slots.filter(item__family=item.family).exists():
        raise Refused(_("This item, or another version of it, is in the paper already."))
    slot = Slot.objects.create(paper=paper, item=item, order=next_order(paper.slots))
    record_activity(actor=actor, act="paper.item_added", subject=paper, detail={"item": item.pk})
    return slot


@transaction.atomic
def remove_slot(*, actor, slot: Slot) -> None:
    paper = _editable(actor, slot.paper)
    record_activity(actor=actor, act="paper.item_removed", subject=paper, detail={"item": slot.item_id})
    slot.delete()
    close_gaps(paper.slots)


@transaction.atomic
def move_slot(*, actor, slot: Slot, step: int) -> None:
    """One place up (−1) or down (+1)."""
    paper = _editable(actor, slot.paper)
    shift(paper.slots, slot, step)


@transaction.atomic
def approve_paper(*, actor, paper: Paper) -> Paper:
    """The second person approves: the paper and its items are fixed from now on. Raises ``Refused``."""
    if paper.author_id == actor.pk:
        raise Refused(_("A paper is approved by somebody other than its author."))
    if not may_approve_paper(actor, paper):
        raise Refused(_("Only another trainer, an inspector or a head of the unit may approve this paper."))
    now = timezone.now()
    approved = move(
        paper,
        to=PaperState.APPROVED,
        moves=PAPER_MOVES,
        actor=actor,
        expected=PaperState.DRAFT,
        approved_by=actor,
        approved_at=now,
    )
    problems = paper_problems(approved)
    if problems:
        raise Refused(_("The paper cannot be approved: %(problem)s") % {"problem": problems[0]})
    for slot in approved.slots.select_related("item"):
        freeze_item(slot.item, now)
    return approved


@transaction.atomic
def archive_paper(*, actor, paper: Paper) -> Paper:
    """Take the paper out of use; sittings that were planned with it keep it."""
    if not (may_author(actor) and same_unit(actor, paper.unit_id)):
        raise Refused(_("Only trainers of the unit may do this."))
    return move(paper, to=PaperState.ARCHIVED, moves=PAPER_MOVES, actor=actor)


def paper_problems(paper: Paper) -> list[str]:
    """What stands between the paper and approval, as sentences."""
    slots = list(paper.slots.select_related("item"))
    if not slots:
        return [_("The paper has no item.")]
    problems = []
    for slot in slots:
        if slot.item.state != ItemState.READY:
            problems.append(_("Item %(number)d is not ready.") % {"number": slot.order})
        elif not slot.item.frozen_at:
            problems += [
                _("Item %(number)d: %(problem)s") % {"number": slot.order, "problem": problem}
                for problem in item_problems(slot.item)
            ]
    return problems


def _editable(actor, paper: Paper) -> Paper:
    locked = Paper.objects.select_for_update().get(pk=paper.pk)
    if not may_edit_paper(actor, locked):
        raise Refused(_("A paper can be changed only as a draft, by a trainer of the unit."))
    locked.save(update_fields=["updated_at"])
    return locked

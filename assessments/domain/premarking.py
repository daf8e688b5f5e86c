"""The machine proposes marks for a script that was handed in. Nothing it says is final."""

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.premark_document import document_rows, hint_rows, mark_document
from assessments.domain.premark_evidence import evidence_rows, mark_evidence
from assessments.enums import ItemKind
from assessments.models import Answer, Attempt, PreMark, PreMarkSheet, Sitting, Slot
from assessments.rules import may_mark_attempt
from assessments.states import MARKING_MOVES, AttemptState, MarkingState
from assessments.validators import FINDINGS
from casebank.core.errors import Refused
from casebank.public import move

ENGINE = "points-1"


def premark_sitting(*, actor, sitting: Sitting) -> int:
    """Pre-mark every script of ``sitting`` that was handed in and has no proposal yet; returns how many."""
    waiting = sitting.attempts.filter(state=AttemptState.SUBMITTED, marking=MarkingState.UNMARKED)
    scripts = [attempt for attempt in waiting if may_mark_attempt(actor, attempt)]
    for attempt in scripts:
        premark_attempt(actor=actor, attempt=attempt)
    return len(scripts)


@transaction.atomic
def premark_attempt(*, actor, attempt: Attempt) -> Attempt:
    """Write a sheet of proposals per question; a script that has one is returned as it is.

    Raises ``Refused`` for scripts that were not handed in and for anybody but a marker of the sitting.
    """
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("sitting__paper").get(pk=attempt.pk)
    if not may_mark_attempt(actor, locked):
        raise Refused(_("You are not a marker of this script."))
    if locked.state != AttemptState.SUBMITTED:
        raise Refused(_("This script has not been handed in."))
    if locked.marking != MarkingState.UNMARKED:
        return locked
    for slot in locked.sitting.paper.slots.select_related("item"):
        _premark_slot(locked, slot)
    return move(
        locked,
        to=MarkingState.PREMARKED,
        moves=MARKING_MOVES,
        actor=actor,
        expected=MarkingState.UNMARKED,
        field="marking",
        detail={"engine": ENGINE},
    )


def _premark_slot(attempt: Attempt, slot: Slot) -> None:
    answers = {answer.field: answer for answer in Answer.objects.filter(attempt=attempt, slot=slot)}
    if slot.item.kind == ItemKind.EVIDENCE_REVIEW:
        evidence = mark_evidence(slot.item, answers.get(FINDINGS))
        sheet = _sheet(attempt, slot, evidence.flags, [])
        PreMark.objects.bulk_create(evidence_rows(sheet, slot.item, evidence))
    else:
        document = mark_document(slot.item, answers)
        sheet = _sheet(attempt, slot, document.flags, hint_rows(document.hints))
        PreMark.objects.bulk_create(document_rows(sheet, slot.item, document))


def _sheet(attempt: Attempt, slot: Slot, flags: tuple[str, ...], hints: list) -> PreMarkSheet:
    return PreMarkSheet.objects.create(attempt=attempt, slot=slot, flags=list(flags), hints=hints, engine=ENGINE)

"""Starting an attempt."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.domain.clock import planned_deadline
from assessments.enums import ItemKind
from assessments.models import Answer, Attempt, AttemptEvent, Slot
from assessments.rules import owns_attempt
from assessments.states import ATTEMPT_MOVES, AttemptState, SittingState
from assessments.validators import FINDINGS
from casebank.core.errors import Refused
from casebank.public import move


@transaction.atomic
def start_attempt(*, actor, attempt: Attempt, now: datetime) -> Attempt:
    """Start the candidate's clock and lay out an empty answer per field; an attempt that runs already is returned.

    Raises ``Refused`` outside the window, before the sitting is open and for anybody but the candidate.
    """
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=attempt.pk)
    if not owns_attempt(actor, locked):
        raise Refused(_("Only the candidate may start this test."))
    if locked.state != AttemptState.PREPARED:
        return locked
    _require_open(locked, now)
    deadline = planned_deadline(locked.sitting, started_at=now, extra_minutes=locked.extra_minutes)
    move(locked, to=AttemptState.IN_PROGRESS, moves=ATTEMPT_MOVES, actor=actor, started_at=now, deadline_at=deadline)
    _lay_out_answers(locked)
    note(locked, "started", now, deadline=deadline.isoformat())
    return locked


def may_start(attempt: Attempt, now: datetime) -> bool:
    """The sitting is open, its window too (the person's extra time counts)."""
    sitting = attempt.sitting
    closes = sitting.closes_at + timedelta(minutes=attempt.extra_minutes)
    return sitting.state == SittingState.OPEN and sitting.opens_at <= now < closes


def note(attempt: Attempt, kind: str, at: datetime, **detail) -> None:
    """Add a line to the attempt's events; ``detail`` never holds answers."""
    AttemptEvent.objects.create(attempt=attempt, at=at, kind=kind, detail=detail)


def answer_fields(slot: Slot) -> list[str]:
    """Names of the answer fields of an item: ``findings`` or the codes of its sections."""
    if slot.item.kind == ItemKind.EVIDENCE_REVIEW:
        return [FINDINGS]
    return [section.section for section in slot.item.reference_sections.all()]


def _lay_out_answers(attempt: Attempt) -> None:
    slots = attempt.sitting.paper.slots.select_related("item").prefetch_related("item__reference_sections")
    Answer.objects.bulk_create(
        Answer(attempt=attempt, slot=slot, field=field) for slot in slots for field in answer_fields(slot)
    )


def _require_open(attempt: Attempt, now: datetime) -> None:
    if may_start(attempt, now):
        return
    sitting = attempt.sitting
    if sitting.state in (SittingState.PLANNED, SittingState.OPEN) and now < sitting.closes_at:
        opens = timezone.localtime(sitting.opens_at)
        raise Refused(
            _("The test cannot be started yet. It opens on %(date)s at %(time)s.")
            % {"date": opens.strftime("%Y-%m-%d"), "time": opens.strftime("%H:%M")}
        )
    raise Refused(_("The time for this test is over."))

"""Handing in: by the person, or by the server once deadline and grace have passed. It happens once."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.core.canonical import characters, digest, total_digest
from assessments.core.timing import Arrival
from assessments.domain.attempt import note
from assessments.domain.clock import is_due, schedule_of
from assessments.models import Attempt, Sitting
from assessments.rules import owns_attempt
from assessments.states import ATTEMPT_MOVES, SITTING_MOVES, AttemptState, SittingState
from assessments.validators import is_empty
from casebank.core.errors import Refused
from casebank.public import move


@transaction.atomic
def submit_attempt(*, actor, attempt: Attempt, received_at: datetime) -> Attempt:
    """Hand in what is saved and write the receipt; a second call returns the attempt as it was handed in.

    ``received_at`` is the server time of arrival. Past the grace it counts as handed in by the server.
    Raises ``Refused`` for anybody but the candidate and for an attempt that was never started.
    """
    locked = _locked(attempt)
    if not owns_attempt(actor, locked):
        raise Refused(_("Only the candidate may hand in this test."))
    if locked.state == AttemptState.SUBMITTED:
        return locked
    by_server = schedule_of(locked).arrival(received_at) is Arrival.CLOSED if locked.deadline_at else False
    return _submit(locked, actor, received_at, by_server)


@transaction.atomic
def close_if_due(*, attempt: Attempt, now: datetime) -> Attempt:
    """Hand in a running attempt whose grace has passed; any other comes back untouched."""
    locked = _locked(attempt)
    if locked.state != AttemptState.IN_PROGRESS or not is_due(locked, now):
        return locked
    return _submit(locked, None, now, True)


def close_overdue(*, now: datetime, sitting: Sitting | None = None) -> int:
    """Hand in every attempt that is due, each in its own transaction; returns how many. Harmless to repeat."""
    running = Attempt.objects.running().filter(deadline_at__lt=now).select_related("sitting")
    if sitting is not None:
        running = running.filter(sitting=sitting)
    due = [attempt for attempt in running if is_due(attempt, now)]
    return sum(close_if_due(attempt=one, now=now).state == AttemptState.SUBMITTED for one in due)


@transaction.atomic
def close_finished_sitting(*, sitting: Sitting, now: datetime) -> Sitting:
    """Close an open sitting once its window is over and nobody can write or start any more."""
    if sitting.state != SittingState.OPEN or now <= sitting.closes_at:
        return sitting
    writing = sitting.attempts.filter(state=AttemptState.IN_PROGRESS)
    late_starters = sitting.attempts.filter(state=AttemptState.PREPARED, extra_minutes__gt=0)
    if writing.exists() or any(now < planned_end(sitting, one) for one in late_starters):
        return sitting
    return move(sitting, to=SittingState.CLOSED, moves=SITTING_MOVES, actor=None, expected=SittingState.OPEN)


def planned_end(sitting: Sitting, attempt: Attempt) -> datetime:
    """The latest moment at which this person could still be writing."""
    return sitting.closes_at + timedelta(minutes=attempt.extra_minutes)


def receipt_of(attempt: Attempt) -> dict:
    """Counts, last save and SHA-256 per answer field, and the hash over all of them (order: question, field)."""
    answers = attempt.answers.select_related("slot").order_by("slot__order", "slot_id", "pk")
    lines = [_line(answer) for answer in answers]
    saved = [line["saved_at"] for line in lines if line["saved_at"]]
    return {
        "version": 1,
        "answers": lines,
        "last_saved_at": max(saved, default=None),
        "sha256": total_digest((f"{line['slot']}/{line['field']}", line["sha256"]) for line in lines),
    }


def _line(answer) -> dict:
    payload = answer.payload
    return {
        "slot": answer.slot.order,
        "field": answer.field,
        "empty": is_empty(payload),
        "findings": len(payload.get("findings", [])),
        "characters": characters(payload.get("text", "")),
        "revisions": answer.rev,
        "saved_at": answer.saved_at.isoformat() if answer.saved_at else None,
        "sha256": digest(payload),
    }


def _locked(attempt: Attempt) -> Attempt:
    return Attempt.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=attempt.pk)


def _submit(attempt: Attempt, actor, at: datetime, by_server: bool) -> Attempt:
    attempt = move(
        attempt,
        to=AttemptState.SUBMITTED,
        moves=ATTEMPT_MOVES,
        actor=None if by_server else actor,
        expected=AttemptState.IN_PROGRESS,
        submitted_at=at,
        submitted_by_server=by_server,
        receipt=receipt_of(attempt),
    )
    note(attempt, "submitted", at, by_server=by_server, sha256=attempt.receipt["sha256"])
    return attempt

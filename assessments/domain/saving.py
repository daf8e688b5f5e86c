"""Receiving answers: every packet is kept, the newest one is the answer.

What is promised: after a confirmation the text is in the database; a repeated packet changes nothing; a packet
that nobody may write any more is refused, never half stored.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.core.timing import Arrival
from assessments.domain.attempt import note
from assessments.domain.clock import schedule_of
from assessments.models import Answer, AnswerRevision, Attempt
from assessments.states import AttemptState
from assessments.validators import clean_payload
from casebank.core.errors import Conflict, Refused


class UnknownAttempt(Refused):
    """There is no such attempt that this person has started; foreign and missing ones are the same."""


class AttemptClosed(Conflict):
    """The attempt takes no more answers; the sender keeps its text."""


@dataclass(frozen=True)
class Packet:
    """One change as the browser sends it. ``base_rev``: the revision it was typed on. ``writer``: the window.

    ``recover``: text that a closed browser had not sent and that a newer answer has replaced meanwhile. It is kept
    as a revision and does not become the answer.
    """

    client_uuid: UUID
    seq: int
    base_rev: int
    payload: Any
    writer: UUID | None = None
    recover: bool = False


@dataclass(frozen=True)
class Saved:
    """What was confirmed. ``state``: saved, late (within the grace) or stale (another window had saved meanwhile).

    ``known``: the packet had been received before.
    """

    rev: int
    saved_at: datetime
    seconds_left: int
    state: str
    known: bool


@transaction.atomic
def save_answer(*, actor, attempt_id: int, slot_id: int, field: str, packet: Packet, received_at: datetime) -> Saved:
    """Store the packet and make it the answer, unless its window has already sent something newer.

    ``received_at`` is the server time of arrival, taken before any lock was waited for. Raises ``AttemptClosed``
    when the attempt is handed in or its grace has passed, ``UnknownAttempt`` for anybody but the candidate, and
    ``Refused`` for a malformed packet or an unknown field.
    """
    locked = _own(actor, attempt_id)
    # Ordered by key: the default order of these tables joins three others, for one row.
    answer = locked.answers.filter(slot_id=slot_id, field=field).defer("payload").order_by("pk").first()
    if answer is None:
        raise Refused(_("This question is not part of your test."))
    known = answer.revisions.filter(client_uuid=packet.client_uuid).defer("payload").order_by("pk").first()
    revision = known or _receive(locked, answer, packet, received_at)
    return Saved(
        rev=revision.rev,
        saved_at=revision.received_at,
        seconds_left=schedule_of(locked).seconds_left(received_at),
        state=_state(revision),
        known=known is not None,
    )


def _own(actor, attempt_id: int) -> Attempt:
    rows = Attempt.objects.visible_to(actor).exclude(started_at=None).select_for_update(of=("self",))
    attempt = rows.select_related("sitting").defer("receipt").filter(pk=attempt_id).order_by("pk").first()
    if attempt is None:
        raise UnknownAttempt(_("This test does not exist for you."))
    return attempt


def _receive(attempt: Attempt, answer: Answer, packet: Packet, at: datetime) -> AnswerRevision:
    arrival = schedule_of(attempt).arrival(at) if attempt.state == AttemptState.IN_PROGRESS else Arrival.CLOSED
    if arrival is Arrival.CLOSED:
        raise AttemptClosed(
            _("This test has been handed in. Nothing more can be saved; copy your text if you need it.")
        )
    revision = AnswerRevision.objects.create(
        answer=answer,
        client_uuid=packet.client_uuid,
        writer=packet.writer,
        seq=packet.seq,
        base_rev=packet.base_rev,
        rev=answer.rev + 1,
        payload=clean_payload(answer.field, packet.payload),
        received_at=at,
        late=arrival is Arrival.LATE,
        stale=packet.base_rev != answer.rev,
        current=not _overtaken(answer, packet),
    )
    _make_current(answer, revision)
    if revision.late or revision.stale:
        note(attempt, _state(revision), at, slot=answer.slot_id, field=answer.field, rev=revision.rev)
    return revision


def _overtaken(answer: Answer, packet: Packet) -> bool:
    """A newer answer stands: the packet is only to be kept, or its own window has sent a later change already."""
    if packet.base_rev == answer.rev:
        return False
    if packet.recover or packet.writer is None:
        return packet.recover
    return answer.revisions.filter(writer=packet.writer, seq__gt=packet.seq).exists()


def _make_current(answer: Answer, revision: AnswerRevision) -> None:
    answer.rev = revision.rev
    if revision.current:
        answer.payload, answer.saved_at = revision.payload, revision.received_at
        answer.seq, answer.writer = revision.seq, revision.writer
    answer.save(update_fields=["rev", "payload", "seq", "writer", "saved_at"])


def _state(revision: AnswerRevision) -> str:
    if revision.late:
        return "late"
    return "stale" if revision.stale else "saved"

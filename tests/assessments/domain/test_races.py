"""Real threads on a real database: hand-ins, the sweeper and saves at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connections
from django.utils import timezone

from assessments.domain.saving import AttemptClosed, Packet, save_answer
from assessments.domain.submitting import close_overdue, submit_attempt
from assessments.models import AnswerRevision, Attempt
from tests.factories import assessments as make

pytestmark = pytest.mark.django_db(transaction=True)

THREADS = 6


def together(*acts):
    """Run ``acts`` at the same moment, each on its own connection; returns results or exceptions."""
    barrier = Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            return act()
        except Exception as error:  # noqa: BLE001 the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def packet(text, seq=1):
    return Packet(uuid4(), seq, 0, {"text": text})


def saver(attempt, what, at=None):
    answer = attempt.answers.exclude(field="findings").first()
    actor = attempt.person.account
    return lambda: save_answer(
        actor=actor,
        attempt_id=attempt.pk,
        slot_id=answer.slot_id,
        field=answer.field,
        packet=what,
        received_at=at or timezone.now(),
    )


def test_person_and_server_hand_in_once():
    """MDL-87029: a double submission when the sweeper and the person met."""
    attempt = make.started_attempt()
    over = attempt.deadline_at + timedelta(seconds=181)
    actor = attempt.person.account
    acts = [lambda: submit_attempt(actor=actor, attempt=attempt, received_at=attempt.deadline_at)] * (THREADS // 2)
    acts += [lambda: close_overdue(now=over)] * (THREADS // 2)

    results = together(*acts)

    assert not [result for result in results if isinstance(result, Exception)]
    assert attempt.events.filter(kind="submitted").count() == 1
    assert Attempt.objects.get().state == "submitted"


def test_the_same_packet_at_once_is_stored_once():
    attempt = make.started_attempt()
    act = saver(attempt, packet("同一份"))

    results = together(*[act] * THREADS)

    assert {result.rev for result in results} == {1}
    assert AnswerRevision.objects.count() == 1


def test_saves_at_once_are_all_kept():
    attempt = make.started_attempt()

    results = together(*[saver(attempt, packet(f"版本{number}")) for number in range(THREADS)])

    assert sorted(result.rev for result in results) == list(range(1, THREADS + 1))
    assert AnswerRevision.objects.count() == THREADS


def test_a_save_beside_the_hand_in_is_either_in_the_receipt_or_refused():
    attempt = make.started_attempt()
    actor = attempt.person.account
    hand_in = [lambda: submit_attempt(actor=actor, attempt=attempt, received_at=timezone.now())]

    results = together(*[saver(attempt, packet(f"版本{number}")) for number in range(THREADS)], *hand_in)

    saved = [result for result in results[:-1] if not isinstance(result, Exception)]
    refused = [result for result in results[:-1] if isinstance(result, Exception)]
    assert all(isinstance(error, AttemptClosed) for error in refused)
    attempt.refresh_from_db()
    lines = {line["field"]: line for line in attempt.receipt["answers"]}
    assert lines[attempt.answers.exclude(field="findings").first().field]["revisions"] == len(saved)

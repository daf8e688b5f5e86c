from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.domain.attempt import start_attempt
from assessments.domain.sitting import extend_sitting, set_extra_time
from assessments.domain.submitting import close_finished_sitting, close_if_due, close_overdue, submit_attempt
from assessments.states import AttemptState, SittingState
from casebank.core.errors import Refused
from tests.assessments.domain.test_saving import packet, save, section_of
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    return UserFactory(roles=["prosecutor"])


@pytest.fixture
def attempt(candidate):
    return make.started_attempt(candidate)


def test_starting_again_keeps_clock_and_answers(attempt, candidate):
    save(attempt, packet("已写"))

    again = start_attempt(actor=candidate, attempt=attempt, now=timezone.now() + timedelta(minutes=5))

    assert (again.started_at, again.deadline_at) == (attempt.started_at, attempt.deadline_at)
    assert section_of(again).payload == {"text": "已写"}
    assert again.answers.count() == 4


@pytest.mark.parametrize(
    ("opens", "closes"), [(timedelta(minutes=1), timedelta(hours=1)), (timedelta(hours=-2), timedelta(minutes=1))]
)
def test_nobody_starts_outside_the_window(candidate, opens, closes):
    sitting = make.open_sitting(candidate, opens_in=opens, closes_in=closes)
    attempt = sitting.attempts.get()
    now = timezone.now() + (closes if opens < timedelta(0) else timedelta(0))

    with pytest.raises(Refused):
        start_attempt(actor=candidate, attempt=attempt, now=now)

    attempt.refresh_from_db()
    assert attempt.state == AttemptState.PREPARED


def test_nobody_starts_for_somebody_else(candidate):
    attempt = make.open_sitting(candidate).attempts.get()

    with pytest.raises(Refused):
        start_attempt(actor=UserFactory(roles=["prosecutor"]), attempt=attempt, now=timezone.now())


def test_the_window_ends_the_limit(candidate):
    attempt = make.started_attempt(candidate, closes_in=timedelta(minutes=30))

    assert attempt.deadline_at == attempt.sitting.closes_at


def test_handing_in_twice_gives_one_receipt(attempt, candidate):
    save(attempt, packet("终稿"))
    at = timezone.now()

    first = submit_attempt(actor=candidate, attempt=attempt, received_at=at)
    again = submit_attempt(actor=candidate, attempt=attempt, received_at=at + timedelta(seconds=5))

    assert (again.submitted_at, again.receipt) == (first.submitted_at, first.receipt)
    assert attempt.events.filter(kind="submitted").count() == 1
    lines = {(line["slot"], line["field"]): line for line in first.receipt["answers"]}
    assert lines[2, "BCTG-1"]["characters"] == 2
    assert lines[2, "BCTG-1"]["sha256"] != lines[2, "BCTG-2"]["sha256"]
    assert lines[1, "findings"]["empty"]


def test_handing_in_inside_the_grace_keeps_the_answers(attempt, candidate):
    """openwebwork/webwork2#1208: a submit inside the grace period blanked all answers."""
    save(attempt, packet("全部答案"))

    done = submit_attempt(actor=candidate, attempt=attempt, received_at=attempt.deadline_at + timedelta(seconds=100))

    assert not done.submitted_by_server
    assert section_of(done).payload == {"text": "全部答案"}


def test_the_server_hands_in_what_is_saved_after_the_grace(attempt):
    """ls1intum/Artemis#1469: a last minute offline gave nothing."""
    save(attempt, packet("离线前"))
    due = attempt.deadline_at + timedelta(seconds=181)

    assert close_overdue(now=due - timedelta(seconds=1)) == 0
    assert close_overdue(now=due) == 1
    assert close_overdue(now=due) == 0

    attempt.refresh_from_db()
    assert (attempt.state, attempt.submitted_by_server) == (AttemptState.SUBMITTED, True)
    assert attempt.receipt["answers"][1]["characters"] == 3


def test_reading_hands_in_too_and_leaves_others_alone(attempt):
    assert close_if_due(attempt=attempt, now=attempt.deadline_at).state == AttemptState.IN_PROGRESS
    assert close_if_due(attempt=attempt, now=attempt.deadline_at + timedelta(hours=1)).submitted_by_server


def test_extra_time_while_running_moves_the_deadline_and_nobody_is_late(attempt):
    """Submitty 10441: the extended person was still late."""
    author = attempt.sitting.created_by
    at = attempt.deadline_at + timedelta(minutes=10)

    set_extra_time(actor=author, attempt=attempt, minutes=15, reason="设备故障", now=timezone.now())

    assert save(attempt, packet("延时内"), at=at).state == "saved"
    attempt.refresh_from_db()
    assert attempt.deadline_at == at + timedelta(minutes=5)


def test_extending_the_sitting_moves_everybody_who_writes(attempt):
    sitting, before = attempt.sitting, attempt.deadline_at

    extend_sitting(actor=sitting.created_by, sitting=sitting, minutes=20, reason="停电", now=timezone.now())

    attempt.refresh_from_db()
    assert attempt.deadline_at == before + timedelta(minutes=20)
    assert attempt.events.filter(kind="deadline_moved").count() == 1


def test_extra_time_needs_a_reason_and_a_running_test(attempt, candidate):
    author = attempt.sitting.created_by
    with pytest.raises(Refused):
        set_extra_time(actor=author, attempt=attempt, minutes=15, reason=" ", now=timezone.now())
    submit_attempt(actor=candidate, attempt=attempt, received_at=timezone.now())

    with pytest.raises(Refused):
        set_extra_time(actor=author, attempt=attempt, minutes=15, reason="迟", now=timezone.now())


def test_a_sitting_closes_once_nobody_can_write(attempt, candidate):
    sitting = attempt.sitting
    after = sitting.closes_at + timedelta(minutes=1)

    assert close_finished_sitting(sitting=sitting, now=after).state == SittingState.OPEN
    submit_attempt(actor=candidate, attempt=attempt, received_at=timezone.now())
    assert close_finished_sitting(sitting=sitting, now=sitting.closes_at).state == SittingState.OPEN

    assert close_finished_sitting(sitting=sitting, now=after).state == SittingState.CLOSED

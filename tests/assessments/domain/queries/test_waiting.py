"""What waits in assessments: tests open now for the candidate, scripts for the markers named, never one's own."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.domain.queries.waiting import waiting_for
from assessments.models import Attempt
from assessments.states import AttemptState, MarkingState
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_a_candidate_is_told_of_tests_that_are_open_now():
    candidate = UserFactory(roles=["prosecutor"])
    sitting = make.open_sitting(candidate)
    now = timezone.now()

    assert waiting_for(candidate, now) == {"attempts": 1}
    assert waiting_for(candidate, sitting.closes_at) == {"attempts": 0}
    assert waiting_for(candidate, sitting.opens_at - timedelta(seconds=1)) == {"attempts": 0}
    assert waiting_for(UserFactory(), now) == {"attempts": 0}


def test_a_test_handed_in_waits_no_more():
    candidate = UserFactory(roles=["prosecutor"])
    make.open_sitting(candidate)
    Attempt.objects.update(state=AttemptState.SUBMITTED)

    assert waiting_for(candidate, timezone.now()) == {"attempts": 0}


@pytest.mark.parametrize(
    ("marking", "count"),
    [
        (MarkingState.UNMARKED, 1),
        (MarkingState.PREMARKED, 1),
        (MarkingState.MARKED, 0),
        (MarkingState.RELEASED, 0),
    ],
)
def test_scripts_wait_for_the_marker_named(marking, count):
    marker, stranger = UserFactory(roles=["marker"]), UserFactory(roles=["marker"])
    sitting = make.open_sitting(UserFactory(roles=["prosecutor"]))
    sitting.markers.add(marker)
    Attempt.objects.update(state=AttemptState.SUBMITTED, marking=marking)

    assert waiting_for(marker, timezone.now())["scripts"] == count
    assert waiting_for(stranger, timezone.now())["scripts"] == 0


def test_a_marker_never_gets_the_own_script():
    both = UserFactory(roles=["prosecutor", "marker"])
    make.open_sitting(both).markers.add(both)
    Attempt.objects.update(state=AttemptState.SUBMITTED, marking=MarkingState.PREMARKED)

    assert waiting_for(both, timezone.now())["scripts"] == 0


def test_marked_scripts_wait_for_a_trainer_of_the_unit_to_release_them():
    trainer, elsewhere = UserFactory(roles=["trainer"]), UserFactory(roles=["trainer"], person__unit__code="QT")
    make.open_sitting(UserFactory(roles=["prosecutor"]))
    Attempt.objects.update(state=AttemptState.SUBMITTED, marking=MarkingState.MARKED)

    assert waiting_for(trainer, timezone.now())["results"] == 1
    assert waiting_for(elsewhere, timezone.now())["results"] == 0

"""What waits in marking: scripts for the markers named, results for trainers of the unit, never one's own."""

import pytest

from assessments.domain.queries.waiting import waiting_for
from assessments.models import Attempt
from assessments.states import AttemptState, MarkingState
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


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

    assert waiting_for(marker)["scripts"] == count
    assert waiting_for(stranger)["scripts"] == 0


def test_a_marker_never_gets_the_own_script():
    both = UserFactory(roles=["prosecutor", "marker"])
    make.open_sitting(both).markers.add(both)
    Attempt.objects.update(state=AttemptState.SUBMITTED, marking=MarkingState.PREMARKED)

    assert waiting_for(both)["scripts"] == 0


def test_marked_scripts_wait_for_a_trainer_of_the_unit_to_release_them():
    trainer, elsewhere = UserFactory(roles=["trainer"]), UserFactory(roles=["trainer"], person__unit__code="QT")
    make.open_sitting(UserFactory(roles=["prosecutor"]))
    Attempt.objects.update(state=AttemptState.SUBMITTED, marking=MarkingState.MARKED)

    assert waiting_for(trainer)["results"] == 1
    assert waiting_for(elsewhere)["results"] == 0

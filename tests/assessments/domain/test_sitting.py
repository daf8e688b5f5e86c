from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.domain import paper as papers
from assessments.domain import sitting as sittings
from assessments.states import SittingState
from casebank.core.errors import Refused
from tests.factories import assessments as make
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def planned(paper=None):
    paper = paper or make.approved_paper()
    now = timezone.now()
    values = {"title": "场次", "opens_at": now, "closes_at": now + timedelta(hours=3), "minutes": 60}
    return sittings.plan_sitting(actor=paper.author, paper=paper, values=values)


def test_only_an_approved_paper_is_sat():
    draft = papers.create_paper(actor=make.trainer(), texts={"title": "草稿"})

    with pytest.raises(Refused):
        planned(draft)


def test_candidates_get_script_numbers_and_can_be_taken_off_before_they_start():
    sitting = planned()
    first, second = PersonFactory.create_batch(2)

    sittings.set_candidates(actor=sitting.created_by, sitting=sitting, people=[first, second])
    kept = sitting.attempts.get(person=second).code
    sittings.set_candidates(actor=sitting.created_by, sitting=sitting, people=[second])

    assert list(sitting.attempts.values_list("person", "code")) == [(second.pk, kept)]
    assert len(kept) == sittings.CODE_LENGTH and set(kept) <= set(sittings.CODE_SIGNS)


def test_who_wrote_approved_or_marks_does_not_sit():
    sitting = planned()
    author = sitting.created_by
    marker = UserFactory(roles=["marker"])
    sittings.set_markers(actor=author, sitting=sitting, markers=[marker])

    for account in (author, sitting.paper.approved_by, marker):
        with pytest.raises(Refused, match=account.person.name):
            sittings.set_candidates(actor=author, sitting=sitting, people=[account.person])


def test_candidates_do_not_mark():
    sitting = planned()
    both = UserFactory(roles=["marker", "prosecutor"])
    sittings.set_candidates(actor=sitting.created_by, sitting=sitting, people=[both.person])

    with pytest.raises(Refused, match=both.person.name):
        sittings.set_markers(actor=sitting.created_by, sitting=sitting, markers=[both])


def test_people_of_another_unit_neither_sit_nor_mark():
    sitting = planned()
    away = UnitFactory(code="LX")

    with pytest.raises(Refused):
        sittings.set_candidates(
            actor=sitting.created_by, sitting=sitting, people=[PersonFactory(unit=away, department=None)]
        )
    with pytest.raises(Refused):
        sittings.set_markers(
            actor=sitting.created_by, sitting=sitting, markers=[UserFactory(roles=["marker"], person__unit=away)]
        )


def test_opening_needs_candidates_and_markers():
    sitting = planned()

    with pytest.raises(Refused):
        sittings.open_sitting(actor=sitting.created_by, sitting=sitting)


def test_an_open_sitting_is_extended_not_edited():
    sitting = make.open_sitting()

    with pytest.raises(Refused):
        sittings.edit_sitting(actor=sitting.created_by, sitting=sitting, values={"minutes": 1})


def test_cancelling_stops_once_somebody_has_started():
    waiting = make.open_sitting()
    running = make.started_attempt().sitting

    cancelled = sittings.cancel_sitting(actor=waiting.created_by, sitting=waiting, reason="改期")

    assert cancelled.state == SittingState.CANCELLED
    with pytest.raises(Refused):
        sittings.cancel_sitting(actor=running.created_by, sitting=running, reason="改期")


@pytest.mark.parametrize("role", ["prosecutor", "marker", "hr", "inspector", "head", "administrator"])
def test_only_trainers_run_sittings(role):
    sitting, other = planned(), UserFactory(roles=[role])

    for act, values in (
        (sittings.set_candidates, {"people": []}),
        (sittings.set_markers, {"markers": []}),
        (sittings.open_sitting, {}),
        (sittings.cancel_sitting, {"reason": "x"}),
        (sittings.extend_sitting, {"minutes": 5, "reason": "x", "now": timezone.now()}),
    ):
        with pytest.raises(Refused):
            act(actor=other, sitting=sitting, **values)

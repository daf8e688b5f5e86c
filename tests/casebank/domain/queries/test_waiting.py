"""What waits for whom: only within the unit, only what the person may do, never one's own work as second person."""

import pytest

from casebank.models import Study
from casebank.public import waiting_for
from tests.factories.cases import CaseFactory, FindingFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def _finding(unit, **fields):
    return FindingFactory(evaluation__case=CaseFactory(handler=PersonFactory(unit=unit)), **fields)


def _study(author, state, resolved_by=None):
    finding = _finding(author.person.unit, confirmed=True)
    return Study.objects.create(
        finding=finding, defect=finding.defect, title="某案", author=author, state=state, resolved_by=resolved_by
    )


def test_inspectors_see_the_findings_of_their_unit_that_nobody_confirmed():
    inspector = UserFactory(roles=["inspector"])
    _finding(inspector.person.unit)
    _finding(inspector.person.unit, confirmed=True)
    _finding(UnitFactory(code="QT"))

    assert waiting_for(inspector)["findings"] == 1


def test_the_second_person_is_never_the_author_nor_who_decided_the_masking():
    author, other, inspector = (
        UserFactory(roles=["trainer"]),
        UserFactory(roles=["trainer"]),
        UserFactory(roles=["inspector"]),
    )
    _study(author, "resolved", resolved_by=other)
    _study(author, "draft")

    assert waiting_for(author) == {"studies_to_finish": 1, "studies_to_confirm": 0}
    assert waiting_for(other) == {"studies_to_finish": 0, "studies_to_confirm": 0}
    assert waiting_for(inspector)["studies_to_confirm"] == 1


def test_nothing_waits_for_other_roles():
    assert waiting_for(UserFactory(roles=["prosecutor", "hr", "head"])) == {}

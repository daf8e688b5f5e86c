import pytest

from casebank import public
from casebank.domain.knowledge import load_pack
from casebank.enums import Role
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_the_pack_offers_codes_documents_and_issues():
    load_pack()

    codes = {choice.code for choice in public.defect_choices()}
    sections = public.document_section_choices("QSS")

    assert "XS-ZJ-06" in codes
    assert "QSS" in {choice.code for choice in public.document_type_choices()}
    assert sum(section.points for section in sections) == 100
    assert len(public.issue_choices()) == 60
    assert len(public.competency_choices()) == 12
    assert public.document_section_choices("UNKNOWN") == []


def test_people_and_accounts_are_those_of_the_unit_and_in_force():
    here = PersonFactory()
    PersonFactory(is_active=False)
    PersonFactory(unit=UnitFactory(code="LX"))
    marker = UserFactory(roles=["marker"])
    former = UserFactory(roles=["marker"])
    former.grants.update(revoked_at="2026-01-01T00:00Z")

    people = public.people_in_service(here.unit_id)
    markers = public.accounts_with_role(here.unit_id, Role.MARKER)

    assert set(people) == {here, marker.person, former.person}
    assert list(markers) == [marker]

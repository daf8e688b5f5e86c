"""Truth tables: each predicate of ``casebank.rules`` over every role."""

from types import SimpleNamespace

import pytest

from casebank import rules
from casebank.enums import Role
from casebank.models import Case, Person
from tests.factories.cases import CaseFactory
from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory, UserFactory

PROSECUTOR, TRAINER, MARKER, INSPECTOR, HR, HEAD, ADMINISTRATOR = Role
EVERYBODY = set(Role)

TABLE = {
    rules.may_manage_accounts: {ADMINISTRATOR},
    rules.may_import: {INSPECTOR},
    rules.may_import_roster: {INSPECTOR, HR, ADMINISTRATOR},
    rules.may_see_roster: {INSPECTOR, HR, HEAD, TRAINER, ADMINISTRATOR},
    rules.may_list_evaluations: {INSPECTOR, HEAD, PROSECUTOR},
    rules.may_confirm_findings: {INSPECTOR},
    rules.may_author_studies: {TRAINER},
    rules.may_see_studies: {TRAINER, INSPECTOR},
    rules.may_read_own_record: EVERYBODY,
    rules.may_see_records: {INSPECTOR, HR, HEAD},
    rules.may_edit_knowledge: {INSPECTOR},
    rules.may_see_unverified_knowledge: {INSPECTOR, TRAINER},
}


def account(*roles, active=True, signed_in=True, person_id=1):
    return SimpleNamespace(
        is_authenticated=signed_in, is_active=active, role_codes=frozenset(roles), person_id=person_id, pk=1
    )


@pytest.mark.parametrize("predicate", TABLE, ids=lambda predicate: predicate.__name__)
@pytest.mark.parametrize("role", Role)
def test_roles(predicate, role):
    assert predicate(account(role)) is (role in TABLE[predicate])


@pytest.mark.parametrize("predicate", TABLE, ids=lambda predicate: predicate.__name__)
def test_closed_accounts_and_strangers_may_nothing(predicate):
    assert not predicate(account(*Role, active=False))
    assert not predicate(account(*Role, signed_in=False))


@pytest.mark.parametrize("role", Role)
def test_case_numbers_in_a_record(role):
    """One's own record shows them to everybody; another's to inspectors and heads, never to HR alone."""
    mine, another = SimpleNamespace(pk=1), SimpleNamespace(pk=2)

    assert rules.may_see_case_numbers(account(role), mine)
    assert rules.may_see_case_numbers(account(role), another) is (role in {INSPECTOR, HEAD})


@pytest.mark.django_db
class TestWhoseRows:
    """Rows of one's own, of the department, of the unit, of another unit."""

    @pytest.fixture
    def places(self):
        unit, foreign = UnitFactory(), UnitFactory(code="ZZ")
        first = DepartmentFactory(unit=unit, name="第一检察部")
        second = DepartmentFactory(unit=unit, name="第二检察部")
        return {
            "me": PersonFactory(unit=unit, department=first),
            "colleague": PersonFactory(unit=unit, department=first),
            "other department": PersonFactory(unit=unit, department=second),
            "other unit": PersonFactory(unit=foreign, department=DepartmentFactory(unit=foreign)),
        }

    @pytest.mark.parametrize(
        ("role", "people", "cases"),
        [
            (PROSECUTOR, {"me"}, {"me"}),
            (TRAINER, {"me"}, {"me"}),
            (MARKER, {"me"}, {"me"}),
            (INSPECTOR, {"me", "colleague", "other department"}, {"me", "colleague", "other department"}),
            (HR, {"me", "colleague", "other department"}, {"me"}),
            (HEAD, {"me", "colleague"}, {"me", "colleague"}),
            (ADMINISTRATOR, {"me"}, {"me"}),
        ],
    )
    def test_people_and_cases(self, places, role, people, cases):
        whose = {person.pk: name for name, person in places.items()}
        for person in places.values():
            CaseFactory(handler=person)
        user = UserFactory(person=places["me"], roles=[role])

        assert {whose[person.pk] for person in Person.objects.visible_to(user)} == people
        assert {whose[case.handler_id] for case in Case.objects.visible_to(user)} == cases

    def test_an_account_without_a_person_sees_nobody(self, places):
        user = UserFactory(person=None, username="nobody", roles=list(Role))

        assert not Person.objects.visible_to(user).exists()
        assert not Case.objects.visible_to(user).exists()

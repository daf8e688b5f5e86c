import pytest

from casebank.core.errors import Refused
from casebank.domain.people import create_account, grant_role, reset_password, revoke_role, set_account_active
from casebank.enums import Role
from casebank.models import Activity, RoleGrant
from tests.factories.people import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return UserFactory(roles=["administrator"])


def test_an_account_uses_the_staff_number_and_holds_its_roles(administrator):
    person = PersonFactory()

    user = create_account(actor=administrator, person=person, password="a long first word", roles=(Role.TRAINER,))

    assert user.username == person.staff_no
    assert user.check_password("a long first word")
    assert user.role_codes == {"trainer"}
    assert list(user.groups.values_list("name", flat=True)) == ["Editors"]


def test_a_second_account_for_a_person_is_refused(administrator):
    user = UserFactory()

    with pytest.raises(Refused):
        create_account(actor=administrator, person=user.person, password="a long first word")


def test_taking_a_role_keeps_the_grant_and_leaves_the_editorial_group(administrator):
    user = UserFactory()
    grant_role(actor=administrator, user=user, role=Role.INSPECTOR)

    revoke_role(actor=administrator, user=user, role=Role.INSPECTOR)

    assert user.role_codes == frozenset()
    assert not user.groups.exists()
    assert RoleGrant.objects.get(user=user).revoked_at is not None


def test_granting_twice_is_one_grant(administrator):
    user = UserFactory()

    grant_role(actor=administrator, user=user, role=Role.HR)
    grant_role(actor=administrator, user=user, role=Role.HR)

    assert RoleGrant.objects.filter(user=user).count() == 1
    assert Activity.objects.filter(act="role.granted").count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_else_manages_accounts(role):
    actor, user = UserFactory(roles=[role]), UserFactory()

    for act in (
        lambda: grant_role(actor=actor, user=user, role=Role.HR),
        lambda: revoke_role(actor=actor, user=user, role=Role.HR),
        lambda: set_account_active(actor=actor, user=user, active=False),
        lambda: reset_password(actor=actor, user=user, password="another word"),
    ):
        with pytest.raises(Refused):
            act()


def test_administrators_do_not_lock_themselves_out(administrator):
    with pytest.raises(Refused):
        revoke_role(actor=administrator, user=administrator, role=Role.ADMINISTRATOR)
    with pytest.raises(Refused):
        set_account_active(actor=administrator, user=administrator, active=False)

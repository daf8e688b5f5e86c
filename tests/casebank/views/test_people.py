import pytest

from casebank.models import User
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    user = UserFactory(roles=["administrator"])
    client.force_login(user)
    return user


def test_the_list_shows_accounts_of_the_unit_only(client, administrator):
    near = UserFactory(person__name="甲某近")
    UserFactory(person=PersonFactory(unit=UnitFactory(code="ZZ"), department=None, name="乙某远"))

    page = client.get("/cases/accounts/").content.decode()

    assert near.person.name in page
    assert "乙某远" not in page


def test_an_account_is_opened_with_roles(client, administrator):
    person = PersonFactory(name="甲某新", staff_no="YP0777")

    answer = client.post(
        "/cases/accounts/new/", {"person": person.pk, "roles": ["marker"], "password": "Yunpu-7788-first"}, follow=True
    )

    user = User.objects.get(person=person)
    assert answer.redirect_chain == [(f"/cases/accounts/{user.pk}/", 302)]
    assert user.role_codes == {"marker"}
    assert [("甲某新" in str(note), "YP0777" in str(note)) for note in answer.context["messages"]] == [(True, True)]


def test_a_weak_password_is_explained_and_opens_nothing(client, administrator):
    person = PersonFactory()

    answer = client.post("/cases/accounts/new/", {"person": person.pk, "password": "123"})

    assert answer.status_code == 200
    assert answer.context["form"].errors["password"]
    assert not User.objects.filter(person=person).exists()


def test_roles_are_replaced(client, administrator):
    user = UserFactory(roles=["trainer", "hr"])

    client.post(f"/cases/accounts/{user.pk}/roles/", {"roles": ["hr", "head"]})

    assert User.objects.get(pk=user.pk).role_codes == {"hr", "head"}


def test_others_and_foreign_accounts_are_not_found(client, administrator):
    foreign = UserFactory(person=PersonFactory(unit=UnitFactory(code="ZZ"), department=None))

    assert client.get(f"/cases/accounts/{foreign.pk}/").status_code == 404
    assert client.get("/cases/accounts/999999/").status_code == 404
    client.force_login(UserFactory(roles=["trainer", "hr", "inspector"]))
    assert client.get("/cases/accounts/").status_code == 404

"""The desk shows a person their places, and only theirs."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def _links(client):
    soup = BeautifulSoup(client.get("/desk/").text, "html.parser")
    return {link["href"] for link in soup.select(".card-link")}


def test_visitors_are_asked_to_sign_in(client):
    assert client.get("/desk/").url == "/accounts/login/?next=/desk/"


def test_accounts_are_offered_to_administrators_only(client):
    accounts = reverse("casebank:account_list")
    client.force_login(UserFactory(roles=["hr"]))
    assert accounts not in _links(client)

    client.force_login(UserFactory(roles=["administrator"]))
    assert accounts in _links(client)


def test_the_desk_names_person_unit_and_roles(client):
    user = UserFactory(roles=["hr"])
    client.force_login(user)
    client.cookies["django_language"] = "en"

    page = client.get("/desk/").text

    assert user.person.name in page
    assert str(user.person.department) in page


def test_an_account_without_person_works_too(client):
    client.force_login(UserFactory(person=None, username="operator"))

    assert client.get("/desk/").status_code == 200


def test_waiting_work_is_counted_with_a_link_to_where_it_is_done(client):
    user = UserFactory(roles=["inspector"])
    case = CaseFactory(handler__unit=user.person.unit)
    FindingFactory.create_batch(3, evaluation=EvaluationFactory(case=case))
    client.force_login(user)

    todo = BeautifulSoup(client.get("/desk/").text, "html.parser").select_one(".todo a")

    assert todo.strong.get_text() == "3"
    assert todo["href"] == reverse("casebank:evaluation_list")

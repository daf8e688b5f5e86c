"""Guessing passwords: one door, counted per account and address; and what ends a session."""

import pytest
from django.core.cache import cache
from django.test import Client

from casebank.domain.people import reset_password, set_account_active
from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def counted(settings):
    from cms.settings import base

    settings.ACCOUNT_RATE_LIMITS = base.ACCOUNT_RATE_LIMITS
    cache.clear()
    yield
    cache.clear()


def sign_in(client, user, password=PASSWORD):
    return client.post(LOGIN, {"login": user.username, "password": password}).status_code == 302


def test_after_five_wrong_guesses_even_the_right_password_waits():
    user, guesser = UserFactory(), Client(REMOTE_ADDR="10.1.1.7")

    assert not any(sign_in(guesser, user, f"wrong-{number}") for number in range(5))

    assert not sign_in(guesser, user)


def test_guessing_from_elsewhere_keeps_nobody_out():
    user, guesser = UserFactory(), Client(REMOTE_ADDR="10.1.1.7")
    for number in range(8):
        sign_in(guesser, user, f"wrong-{number}")

    assert sign_in(Client(REMOTE_ADDR="10.1.1.8"), user)


def test_a_room_full_of_candidates_signs_in_within_a_minute():
    room = UserFactory.create_batch(60)

    assert all(sign_in(Client(REMOTE_ADDR="10.1.1.9"), user) for user in room)


@pytest.mark.parametrize("door", ["/admin/login/", "/_util/login/"])
def test_wagtail_has_no_door_of_its_own(client, door):
    user = UserFactory(roles=["inspector"])

    response = client.post(f"{door}?next=/admin/", {"username": user.username, "password": PASSWORD})

    assert response.url == f"{LOGIN}?next=/admin/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "address", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_host(client, address):
    user = UserFactory()

    signed_in = client.post(LOGIN, {"login": user.username, "password": PASSWORD, "next": address})
    switched = client.post("/i18n/setlang/", {"language": "en", "next": address})

    assert signed_in.url == "/desk/"
    assert switched.url == "/"


def test_a_session_ends_with_sign_out_new_password_and_closed_account():
    administrator = UserFactory(roles=["administrator"])
    acts = {
        "out": lambda user, client: client.post("/accounts/logout/"),
        "password": lambda user, client: reset_password(actor=administrator, user=user, password="another-2026-word"),
        "closed": lambda user, client: set_account_active(actor=administrator, user=user, active=False),
    }
    for act in acts.values():
        user, client = UserFactory(), Client()
        assert sign_in(client, user)
        stolen = client.cookies["sessionid"].value
        act(user, client)
        thief = Client()
        thief.cookies["sessionid"] = stolen

        assert thief.get("/desk/").status_code == 302


def test_the_session_has_another_number_after_signing_in(client):
    user = UserFactory()
    client.get(LOGIN)
    client.session["x"] = 1
    session = client.session
    session["visited"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key

    assert sign_in(client, user)
    assert client.cookies["sessionid"].value != session.session_key

"""Signing in and out; what the administrator does instead of mail."""

import pytest

from tests.factories.people import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_sign_in_by_user_name_leads_to_the_desk(client):
    user = UserFactory(roles=["prosecutor"])

    response = client.post("/accounts/login/", {"login": user.username, "password": PASSWORD})

    assert response.url == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_wrong_password_is_explained_and_keeps_the_user_name(client):
    user = UserFactory()

    response = client.post("/accounts/login/", {"login": user.username, "password": "wrong"})

    assert response.status_code == 200
    assert 'role="alert"' in response.text
    assert f'value="{user.username}"' in response.text


def test_sign_out_needs_a_post(client):
    client.force_login(UserFactory())

    assert client.get("/accounts/logout/").status_code == 200
    assert client.get("/desk/").status_code == 200
    assert client.post("/accounts/logout/").status_code == 302
    assert client.get("/desk/").status_code == 302


def test_password_change(client):
    user = UserFactory()
    client.force_login(user)
    new = "another-long-phrase-7"

    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    user.refresh_from_db()
    assert user.check_password(new)


@pytest.mark.parametrize(
    "path", ["signup/", "password/reset/", "password/reset/key/1-abc/", "password/set/", "email/", "confirm-email/x/"]
)
def test_doors_that_stay_closed_point_to_the_administrator(client, path):
    client.cookies["django_language"] = "en"

    for response in (client.get(f"/accounts/{path}"), client.post(f"/accounts/{path}", {"email": "a@example.org"})):
        assert response.status_code == 200
        assert "Ask your administrator" in response.text

"""Error pages: the right status, one heading, a way out, no need of the request."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.template.loader import render_to_string
from django.test import Client

from cms.views import errors


def _heading(text):
    soup = BeautifulSoup(text, "html.parser")
    assert len(soup.find_all("h1")) == 1
    assert soup.find("a", href="/desk/") is not None
    return soup.h1.get_text(strip=True)


@pytest.fixture
def english(client):
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.django_db
def test_unknown_address(english):
    response = english.get("/no/such/page/")

    assert response.status_code == 404
    assert _heading(response.text) == "Nothing to be found here"


@pytest.mark.django_db
@pytest.mark.urls("tests.cms.kitchen")
def test_our_own_fault(english):
    english.raise_request_exception = False

    response = english.get("/crash/")

    assert response.status_code == 500
    assert _heading(response.text) == "Something went wrong on our side"
    assert "asked for by a test" not in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("view", "exception", "status"),
    [(errors.bad_request, SuspiciousOperation(), 400), (errors.forbidden, PermissionDenied(), 403)],
)
def test_refused_requests(rf, view, exception, status):
    response = view(rf.get("/"), exception)

    assert response.status_code == status
    assert _heading(response.text)


@pytest.mark.django_db
def test_a_form_without_token_gets_the_page_that_explains_it():
    client = Client(enforce_csrf_checks=True)
    client.cookies["django_language"] = "en"

    response = client.post("/accounts/login/", {"login": "a", "password": "b"})

    assert response.status_code == 403
    assert _heading(response.text) == "The page was open too long"


@pytest.mark.parametrize("name", ["400", "403", "404", "429", "500", "503", "csrf"])
def test_error_pages_render_without_request_or_database(name):
    assert _heading(render_to_string(f"{name}.html"))


def test_refusal_shows_its_reason():
    assert "已提交的答卷" in render_to_string("errors/refused.html", {"reason": "已提交的答卷不能再改。"})

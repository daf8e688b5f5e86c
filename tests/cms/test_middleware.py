"""Language, content policy, compression and the busy answer."""

import gzip
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.http import HttpResponse

from cms.middleware import BusyDatabaseMiddleware, CompressTextMiddleware, ContentSecurityPolicyMiddleware
from tests.factories.people import UserFactory

LOGIN = "/accounts/login/"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("cookie", "accepts", "language"),
    [
        (None, "en-US,en;q=0.9", "zh-hans"),
        (None, "", "zh-hans"),
        ("en", "zh-CN", "en"),
        ("zh-hans", "en", "zh-hans"),
        ("fr", "fr", "zh-hans"),
    ],
)
def test_language_follows_the_cookie_and_nothing_else(client, cookie, accepts, language):
    if cookie:
        client.cookies["django_language"] = cookie

    response = client.get(LOGIN, headers={"accept-language": accepts})

    assert response.headers["Content-Language"] == language
    assert f'<html lang="{"zh-Hans" if language == "zh-hans" else "en"}">' in response.text


@pytest.mark.django_db
def test_language_switch_is_a_plain_form_and_returns_to_the_page(client):
    response = client.post("/i18n/setlang/", {"language": "en", "next": LOGIN})

    assert response.url == LOGIN
    assert client.get(LOGIN).headers["Content-Language"] == "en"


@pytest.mark.django_db
def test_product_pages_forbid_inline_code(client):
    policy = _policy(client.get(LOGIN))

    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["frame-ancestors"] == ["'none'"]


@pytest.mark.django_db
def test_only_the_wagtail_admin_allows_inline_code(client):
    client.force_login(UserFactory(is_superuser=True))

    admin, product = _policy(client.get("/admin/")), _policy(client.get("/desk/"))

    assert "'unsafe-inline'" in admin["script-src"]
    assert admin["default-src"] == ["'self'"]
    assert "'unsafe-inline'" not in " ".join(sum(product.values(), []))


def test_a_page_preview_may_be_framed_by_the_admin_that_asked_for_it(rf):
    preview = HttpResponse(headers={"Content-Security-Policy": "frame-ancestors 'none'"})

    answered = ContentSecurityPolicyMiddleware(lambda request: preview)(rf.get("/admin/pages/3/edit/preview/"))

    assert _policy(answered)["frame-ancestors"] == ["'self'"]


@pytest.mark.django_db
@pytest.mark.urls("tests.cms.kitchen")
def test_a_locked_database_answers_503_and_asks_to_come_back(client):
    response = client.get("/busy/")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert "<h1>" in response.text


def test_a_missing_table_is_not_called_busy_on_sqlite(rf, monkeypatch):
    monkeypatch.setattr("cms.middleware.connection", SimpleNamespace(vendor="sqlite"))
    middleware = BusyDatabaseMiddleware(lambda request: None)

    assert middleware.process_exception(rf.get("/"), OperationalError("no such table: x")) is None
    assert middleware.process_exception(rf.get("/"), ValueError("locked")) is None


def _policy(response):
    parts = response.headers["Content-Security-Policy"].split(";")
    return {name: values for name, *values in (part.split() for part in parts)}


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/negative-list/%00/", "/search/?q=%00", "/cases/evaluations/?x%00=1"])
def test_a_nul_in_the_address_is_a_bad_request(client, address):
    client.force_login(UserFactory(roles=["inspector"]))

    assert client.get(address).status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_no_row_can_have_is_not_found(client, number):
    client.force_login(UserFactory(roles=["trainer"]))

    assert client.get(f"/training/open/{number}/").status_code == 404
    assert client.post(f"/desk/publishing/pages/{number}/unpublish/").status_code == 404


GZIP = {"accept-encoding": "gzip"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", [LOGIN, "/static/cms/desk.css", "/static/cms/desk.js", "/static/vendor/bootstrap-icons/icons.svg"]
)
def test_texts_travel_compressed(client, address):
    response = client.get(address, headers=GZIP)

    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.getvalue())
    assert "Content-Encoding" not in client.get(address).headers


def test_parts_of_files_heads_and_what_is_compressed_already_stay_as_they_are(client, rf):
    style = "/static/cms/desk.css"
    workbook = HttpResponse(
        b"PK" * 500, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    download = CompressTextMiddleware(lambda request: workbook)(rf.get("/", headers=GZIP))

    part = client.get(style, headers=GZIP | {"range": "bytes=0-999"})

    assert part.status_code == 206 and len(part.getvalue()) == 1000
    for response in (part, download, client.head(style, headers=GZIP)):
        assert "Content-Encoding" not in response.headers

"""The save protocol as a browser meets it."""

import json
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessments.domain.submitting import submit_attempt
from assessments.models import AnswerRevision, Attempt
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    return make.started_attempt()


@pytest.fixture
def browser(attempt):
    client = Client()
    client.force_login(attempt.person.account)
    return client


def section_of(attempt):
    return attempt.answers.exclude(field="findings").first()


def address(attempt, answer=None):
    answer = answer or section_of(attempt)
    return reverse("assessments:attempt_answer", args=[attempt.pk, answer.slot_id, answer.field])


def packet(text="正文", **values):
    return {"client_uuid": str(uuid4()), "seq": 1, "base_rev": 0, "payload": {"text": text}, **values}


def put(client, url, data, **headers):
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return client.put(url, body, content_type="application/json", **headers)


@pytest.mark.parametrize("method", ["put", "post"])
def test_a_save_is_confirmed_with_revision_time_and_time_left(browser, attempt, method):
    response = getattr(browser, method)(address(attempt), json.dumps(packet()), content_type="application/json")

    answer = response.json()
    assert response.status_code == 200
    assert answer.keys() == {"rev", "saved_at", "time_left", "state", "known"}
    assert (answer["rev"], answer["state"], answer["known"]) == (1, "saved", False)
    assert 7100 < answer["time_left"] <= 7200
    assert section_of(attempt).payload == {"text": "正文"}


def test_a_repeated_packet_has_one_effect_and_the_same_confirmation(browser, attempt):
    data = packet()

    first, again = (put(browser, address(attempt), data).json() for _ in range(2))

    assert (first["rev"], first["saved_at"]) == (again["rev"], again["saved_at"])
    assert (first["known"], again["known"]) == (False, True)
    assert AnswerRevision.objects.count() == 1


def test_a_stale_packet_is_said_to_be_stale(browser, attempt):
    put(browser, address(attempt), packet("甲"))

    assert put(browser, address(attempt), packet("乙")).json()["state"] == "stale"
    assert section_of(attempt).payload == {"text": "乙"}


def test_text_recovered_from_a_closed_browser_is_kept_without_replacing_the_answer(browser, attempt):
    put(browser, address(attempt), packet("新答案"))

    put(browser, address(attempt), packet("旧文字", recover=True))

    assert section_of(attempt).payload == {"text": "新答案"}
    assert section_of(attempt).revisions.filter(payload={"text": "旧文字"}, current=False).count() == 1


def test_late_until_the_grace_ends_then_closed_and_handed_in(browser, attempt):
    late, over = timedelta(seconds=100), timedelta(seconds=200)
    Attempt.objects.update(deadline_at=timezone.now() - late)
    assert put(browser, address(attempt), packet("晚到")).json()["state"] == "late"
    Attempt.objects.update(deadline_at=timezone.now() - over)

    response = put(browser, address(attempt), packet("太晚", base_rev=1))

    attempt.refresh_from_db()
    assert (response.status_code, response.json()["state"]) == (409, "closed")
    assert section_of(attempt).payload == {"text": "晚到"}
    assert (attempt.state, attempt.submitted_by_server) == ("submitted", True)


def test_after_the_hand_in_it_is_409(browser, attempt):
    submit_attempt(actor=attempt.person.account, attempt=attempt, received_at=timezone.now())

    assert put(browser, address(attempt), packet()).status_code == 409


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not json",
        b"[]",
        b"[" * 100_000,
        {"seq": 1, "base_rev": 0, "payload": {"text": "a"}},
        {"client_uuid": "1", "seq": 1, "base_rev": 0, "payload": {"text": "a"}},
        {"client_uuid": str(uuid4()), "seq": -1, "base_rev": 0, "payload": {"text": "a"}},
        {"client_uuid": str(uuid4()), "seq": 2**31, "base_rev": 0, "payload": {"text": "a"}},
        {"client_uuid": str(uuid4()), "seq": True, "base_rev": 0, "payload": {"text": "a"}},
        {"client_uuid": str(uuid4()), "seq": 1, "base_rev": "0", "payload": {"text": "a"}},
        {
            "client_uuid": str(uuid4()),
            "seq": 1,
            "base_rev": 0,
            "payload": {"text": None, "findings": 3, "x": {}},
            "writer": 7,
        },
        {"client_uuid": str(uuid4()), "seq": 1, "base_rev": 0},
    ],
)
def test_malformed_packets_are_422_with_a_sentence_and_nothing_is_stored(browser, attempt, data):
    response = put(browser, address(attempt), data)

    assert response.status_code == 422
    assert response.json()["error"]
    assert not AnswerRevision.objects.exists()


def test_too_large_is_413(browser, attempt):
    response = put(browser, address(attempt), packet("字" * 400_000))

    assert response.status_code == 413
    assert not AnswerRevision.objects.exists()


def test_signed_out_is_401_and_never_a_sign_in_page(attempt):
    response = put(Client(), address(attempt), packet())

    assert response.status_code == 401
    assert response["Content-Type"] == "application/json"


def test_a_foreign_attempt_and_a_missing_one_answer_alike(browser, attempt):
    other = make.started_attempt(UserFactory(roles=["prosecutor"]), of=attempt.sitting.paper)
    missing = address(other).replace(f"/{other.pk}/", "/999999/")

    foreign, nowhere = put(browser, address(other), packet()), put(browser, missing, packet())

    assert (foreign.status_code, foreign.content) == (nowhere.status_code, nowhere.content) == (404, foreign.content)
    assert not AnswerRevision.objects.exists()


def test_an_unknown_field_is_refused(browser, attempt):
    url = address(attempt).replace(section_of(attempt).field, "reference")

    assert put(browser, url, packet()).status_code == 422


def test_a_failing_database_never_answers_2xx(browser, attempt):
    """Moodle answered 34 autosaves with success while its database was down."""
    browser.raise_request_exception = False

    with patch("assessments.models.AnswerRevision.objects.create", side_effect=OperationalError("locked")):
        response = put(browser, address(attempt), packet())

    assert response.status_code >= 500
    assert section_of(attempt).payload == {}


def test_without_token_nothing_is_stored(attempt):
    client = Client(enforce_csrf_checks=True)
    client.force_login(attempt.person.account)

    assert put(client, address(attempt), packet()).status_code == 403
    assert not AnswerRevision.objects.exists()


def test_get_and_delete_do_nothing(browser, attempt):
    assert browser.get(address(attempt)).status_code == 405
    assert browser.delete(address(attempt)).status_code == 405


def test_the_clock_is_the_servers_and_closes_what_is_due(browser, attempt):
    url = reverse("assessments:attempt_clock", args=[attempt.pk])

    running = browser.get(url).json()
    Attempt.objects.update(deadline_at=timezone.now() - timedelta(seconds=60))
    grace = browser.get(url).json()
    Attempt.objects.update(deadline_at=timezone.now() - timedelta(seconds=200))
    over = browser.get(url).json()

    assert running["state"] == "in_progress" and running["time_left"] > 7000
    assert grace["time_left"] == 0 and 110 <= grace["grace_left"] <= 121
    assert over == {"state": "submitted", "time_left": 0, "grace_left": 0}


def test_a_save_costs_few_queries(browser, attempt, django_assert_max_num_queries):
    put(browser, address(attempt), packet())

    with django_assert_max_num_queries(14):
        put(browser, address(attempt), packet("第二稿", base_rev=1))

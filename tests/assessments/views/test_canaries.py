"""No byte of key, rubric or reference reaches a candidate: planted words are looked for in everything they can fetch."""

import json
from uuid import uuid4

import pytest
from django.urls import get_resolver, reverse

from assessments.models import Item
from tests.factories import assessments as make
from tests.factories.casefile import CANARY
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def addresses(attempt):
    """Every address of assessments, filled with the numbers that exist."""
    slot = attempt.sitting.paper.slots.first()
    item = slot.item
    values = {
        "number": 1,
        "slot": slot.pk,
        "field": "findings",
        "kind": "drafting",
        "slot_pk": slot.pk,
        "attempt_pk": attempt.pk,
        "document_pk": item.documents.first().pk,
        "finding_pk": item.key_findings.first().pk,
        "criterion_pk": 1,
    }
    owners = {"item": item.pk, "paper": attempt.sitting.paper_id, "sitting": attempt.sitting_id, "attempt": attempt.pk}
    patterns = get_resolver("assessments.urls").url_patterns
    for pattern in patterns:
        names = pattern.pattern.converters
        for pk in {*owners.values()} if "pk" in names else {None}:
            filled = {name: pk if name == "pk" else values.get(name, 1) for name in names}
            yield reverse(f"assessments:{pattern.name}", kwargs=filled)


def assert_clean(response, url):
    whole = response.content + json.dumps(dict(response.headers)).encode()
    assert CANARY.encode() not in whole, url
    assert CANARY not in json.dumps(dict(response.headers), ensure_ascii=False), url


@pytest.fixture
def attempt():
    return make.started_attempt()


def test_the_canaries_are_planted_and_would_be_seen_by_the_author(client, attempt):
    client.force_login(attempt.sitting.created_by)

    for item in Item.objects.all():
        assert CANARY in client.get(reverse("assessments:item_detail", args=[item.pk])).content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_address_shows_them_to_the_candidate(client, attempt, method):
    client.force_login(attempt.person.account)

    seen = 0
    for url in addresses(attempt):
        if url.endswith("/hand-in/") and method == "post":
            continue
        assert_clean(getattr(client, method)(url, HTTP_HX_REQUEST="true"), url)
        seen += 1

    assert seen > 50


def test_neither_saving_nor_handing_in_brings_them(client, attempt):
    client.force_login(attempt.person.account)
    slot = attempt.answers.get(field="findings").slot_id
    url = reverse("assessments:attempt_answer", args=[attempt.pk, slot, "findings"])
    data = {"client_uuid": str(uuid4()), "seq": 1, "base_rev": 0, "payload": {"findings": [{"reasoning": "试"}]}}

    assert_clean(client.put(url, data, content_type="application/json"), url)
    for number in (1, 2):
        page = reverse("assessments:attempt_question", args=[attempt.pk, number])
        response = client.get(page)
        assert response.status_code == 200
        assert_clean(response, page)
    hand_in = reverse("assessments:attempt_hand_in", args=[attempt.pk])
    assert_clean(client.get(hand_in), hand_in)
    assert_clean(client.post(hand_in, {"confirm": "on"}, follow=True), hand_in)


def test_a_candidate_who_is_also_trainer_and_inspector_sees_nothing_of_the_paper(client):
    candidate = UserFactory(roles=["prosecutor", "trainer", "inspector", "head"])
    attempt = make.started_attempt(candidate)
    client.force_login(candidate)

    for url in addresses(attempt):
        assert_clean(client.get(url), url)


def test_the_board_shows_no_answer(client, attempt):
    answer = attempt.answers.exclude(field="findings").first()
    answer.payload = {"text": "考生机密答案"}
    answer.save()
    client.force_login(attempt.sitting.created_by)

    for query in ("", "?board=1"):
        url = reverse("assessments:sitting_detail", args=[attempt.sitting_id]) + query
        assert "考生机密答案" not in client.get(url, HTTP_HX_REQUEST="true").content.decode()


def test_the_preview_holds_no_key(client, attempt):
    client.force_login(attempt.sitting.created_by)

    for item in Item.objects.all():
        assert_clean(client.get(reverse("assessments:item_preview", args=[item.pk])), item)
    assert_clean(client.get(reverse("assessments:paper_print", args=[attempt.sitting.paper_id])), "print")

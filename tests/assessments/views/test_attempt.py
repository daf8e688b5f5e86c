"""The candidate's pages, without scripts."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from assessments.models import Attempt
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate(client):
    candidate = UserFactory(roles=["prosecutor"])
    client.force_login(candidate)
    return candidate


def page(name, *args):
    return reverse(f"assessments:{name}", args=args)


def test_my_tests_lead_from_the_list_to_the_start(client, candidate):
    attempt = make.open_sitting(candidate).attempts.get()

    listed = client.get(page("my_attempts")).content.decode()
    start = client.get(page("attempt_detail", attempt.pk)).content.decode()

    assert page("attempt_detail", attempt.pk) in listed
    assert candidate.person.name in start and "独立作答" in start
    assert "审查下列卷宗" not in start


def test_the_questions_are_not_to_be_had_before_the_start(client, candidate):
    attempt = make.open_sitting(candidate).attempts.get()

    response = client.get(page("attempt_question", attempt.pk, 1))

    assert response.url == page("attempt_detail", attempt.pk)


def test_starting_opens_the_first_question(client, candidate):
    attempt = make.open_sitting(candidate).attempts.get()

    response = client.post(page("attempt_start", attempt.pk), follow=True)

    text = response.content.decode()
    assert response.redirect_chain[-1][0] == page("attempt_question", attempt.pk, 1)
    assert "另外六张男性免冠照片" in text and "审查下列卷宗" in text


def test_findings_are_saved_by_the_plain_form(client, candidate):
    attempt = make.started_attempt(candidate)
    url = page("attempt_question", attempt.pk, 1)
    card = {
        "f-0-place": ["4.4", ""],
        "f-0-quote": ["另外六张男性免冠照片", ""],
        "f-0-defect_code": "XS-ZJ-06",
        "f-0-attribute": "合法性",
        "f-0-reasoning": "不足十张",
        "f-1-place": "",
        "f-1-reasoning": "",
    }

    text = client.post(url, card, follow=True).content.decode()

    finding = attempt.answers.get(field="findings").payload["findings"][0]
    paragraph = attempt.sitting.paper.slots.get(order=1).item.documents.get(order=4).paragraphs.get(order=4)
    (span,) = finding["spans"]
    assert (span["pid"], finding["reasoning"]) == (paragraph.pid, "不足十张")
    assert paragraph.text[span["start"] : span["end"]] == "另外六张男性免冠照片" == span["quote"]
    assert 'value="4.4"' in text and "不足十张" in text


def test_a_finding_is_removed_by_the_plain_form(client, candidate):
    attempt = make.started_attempt(candidate)
    url = page("attempt_question", attempt.pk, 1)
    client.post(url, {"f-0-reasoning": "留下", "f-1-reasoning": "删去"})

    client.post(url, {"f-0-reasoning": "留下", "f-1-reasoning": "删去", "f-1-remove": "1"})

    findings = attempt.answers.get(field="findings").payload["findings"]
    assert [finding["reasoning"] for finding in findings] == ["留下"]


def test_sections_are_saved_by_the_plain_form_and_unchanged_ones_are_not_sent_again(client, candidate):
    attempt = make.started_attempt(candidate)
    url = page("attempt_question", attempt.pk, 2)

    client.post(url, {"text-BCTG-1": "理由", "text-BCTG-2": "", "text-BCTG-3": ""})
    client.post(url, {"text-BCTG-1": "理由", "text-BCTG-2": "事项", "text-BCTG-3": ""})

    saved = dict(attempt.answers.exclude(field="findings").values_list("field", "rev"))
    assert saved == {"BCTG-1": 1, "BCTG-2": 1, "BCTG-3": 0}
    assert ">\n理由</textarea>" in client.get(url).content.decode()


def test_a_refused_save_of_the_plain_form_says_so(client, candidate):
    attempt = make.started_attempt(candidate)
    url = page("attempt_question", attempt.pk, 2)

    text = client.post(url, {"text-BCTG-1": "字" * 60_001}, headers={"referer": f"http://testserver{url}"}, follow=True)

    assert "60001" in text.content.decode() or "60,001" in text.content.decode()
    assert attempt.answers.get(field="BCTG-1").rev == 0


def test_the_hand_in_names_what_is_empty_needs_a_tick_and_gives_a_receipt(client, candidate):
    attempt = make.started_attempt(candidate)
    client.post(page("attempt_question", attempt.pk, 2), {"text-BCTG-1": "理由充分"})
    url = page("attempt_hand_in", attempt.pk)

    summary = client.get(url)
    unticked = client.post(url, {"confirm": ""})
    done = client.post(url, {"confirm": "on"}, follow=True)

    attempt.refresh_from_db()
    assert summary.context["empty"] == 3
    assert unticked.status_code == 200 and unticked.context["form"].errors
    text = done.content.decode()
    assert attempt.receipt["sha256"] in text
    assert all(line["sha256"] in text for line in attempt.receipt["answers"])
    assert client.get(page("attempt_question", attempt.pk, 1), follow=True).redirect_chain[-1][0] == page(
        "attempt_receipt", attempt.pk
    )


def test_reading_any_page_after_the_grace_shows_the_receipt_of_the_server(client, candidate):
    attempt = make.started_attempt(candidate)
    client.post(page("attempt_question", attempt.pk, 2), {"text-BCTG-1": "按时"})
    Attempt.objects.update(deadline_at=timezone.now() - timedelta(minutes=10))

    response = client.get(page("attempt_question", attempt.pk, 1), follow=True)

    assert response.redirect_chain[-1][0] == page("attempt_receipt", attempt.pk)
    assert Attempt.objects.get().submitted_by_server


PAGES = ("attempt_detail", "attempt_hand_in", "attempt_receipt", "attempt_clock")


@pytest.mark.parametrize("role", ["prosecutor", "trainer", "marker", "inspector", "hr", "head", "administrator"])
def test_pages_of_others_look_like_pages_that_do_not_exist(client, role):
    attempt = make.started_attempt()
    client.force_login(UserFactory(roles=[role]))
    addresses = [(page(name, attempt.pk), page(name, 999_999)) for name in PAGES]
    addresses.append((page("attempt_question", attempt.pk, 1), page("attempt_question", 999_999, 1)))

    for foreign, missing in addresses:
        assert client.get(foreign).status_code == client.get(missing).status_code == 404, foreign
    assert client.post(page("attempt_start", attempt.pk)).status_code == 404
    assert client.post(page("attempt_hand_in", attempt.pk), {"confirm": "on"}).status_code == 404


def test_a_planned_sitting_is_unknown_to_its_candidates(client, candidate):
    attempt = make.open_sitting(candidate).attempts.get()
    attempt.sitting.state = "planned"
    attempt.sitting.save()

    assert client.get(page("attempt_detail", attempt.pk)).status_code == 404
    assert page("attempt_detail", attempt.pk) not in client.get(page("my_attempts")).content.decode()


def test_the_sign_in_lasts_anew_from_the_start_of_the_test(client, candidate):
    attempt = make.open_sitting(candidate).attempts.get()
    soon = timezone.now() + timedelta(hours=1)
    Session.objects.update(expire_date=soon)

    client.post(page("attempt_start", attempt.pk))

    assert Session.objects.get().expire_date > soon + timedelta(hours=12)


def test_the_desk_costs_the_same_however_long_the_file_is(client, candidate, django_assert_max_num_queries):
    attempt = make.started_attempt(candidate)

    with django_assert_max_num_queries(16):
        client.get(page("attempt_question", attempt.pk, 1))

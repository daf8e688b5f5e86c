"""Pages of the knowledge lists and supervision points."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casebank.domain.queries.knowledge import LISTS
from casebank.models import DefectType, SupervisionPoint
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_inspector(client):
    client.force_login(UserFactory(roles=["inspector"]))
    return client


@pytest.mark.parametrize("role", ["prosecutor", "hr", "head", "marker", "administrator"])
def test_others_do_not_find_the_lists(client, role):
    client.force_login(UserFactory(roles=[role]))

    for url in (
        reverse("casebank:knowledge"),
        reverse("casebank:knowledge_list", args=["negative-list"]),
        reverse("casebank:knowledge_row", args=["negative-list", "XS-ZB-01"]),
        reverse("casebank:supervision_points"),
    ):
        assert client.get(url).status_code == 404


def test_visitors_are_sent_to_sign_in(client):
    assert client.get(reverse("casebank:knowledge")).status_code == 302


@pytest.mark.parametrize("slug", LISTS)
def test_every_list_and_its_first_row_open(as_inspector, slug):
    row = LISTS[slug].model._default_manager.first()

    assert as_inspector.get(reverse("casebank:knowledge_list", args=[slug])).status_code == 200
    assert as_inspector.get(reverse("casebank:knowledge_row", args=[slug, row.code])).status_code == 200
    assert as_inspector.get(reverse("casebank:knowledge_row_edit", args=[slug, row.code])).status_code == 200


def test_the_index_counts_rows_to_be_verified(as_inspector):
    lists = dict(as_inspector.get(reverse("casebank:knowledge")).context["lists"])

    assert lists[LISTS["negative-list"]] == {"rows": 120, "in_use": 120, "open": 14}


def test_filters_narrow_the_list(as_inspector):
    url = reverse("casebank:knowledge_list", args=["negative-list"])

    page = as_inspector.get(url, {"business_line": "刑事执行检察"}).context["page"]
    nonsense = as_inspector.get(url, {"business_line": "不存在", "page": "x"}).context["page"]

    assert page.paginator.count == 3
    assert nonsense.paginator.count == 120


def test_a_list_takes_as_many_queries_for_thirty_rows_as_for_one(as_inspector, django_assert_num_queries):
    url = reverse("casebank:knowledge_list", args=["document-sections"])
    with CaptureQueriesContext(connection) as one:
        as_inspector.get(url, {"q": "QSS-2"})

    with django_assert_num_queries(len(one)):
        as_inspector.get(url)


def test_an_inspector_edits_a_row(as_inspector):
    url = reverse("casebank:knowledge_row_edit", args=["negative-list", "XS-ZB-01"])
    values = as_inspector.get(url).context["form"].initial

    response = as_inspector.post(url, {**values, "title": "本院表述"}, follow=True)

    assert DefectType.objects.get(code="XS-ZB-01").title == "本院表述"
    assert "XS-ZB-01" in response.content.decode()
    assert response.context["row"].edited_fields == ["title"]


def test_an_empty_title_is_sent_back_and_nothing_is_stored(as_inspector):
    url = reverse("casebank:knowledge_row_edit", args=["negative-list", "XS-ZB-01"])
    values = as_inspector.get(url).context["form"].initial

    response = as_inspector.post(url, {**values, "title": ""})

    assert response.status_code == 200
    assert "title" in response.context["form"].errors
    assert DefectType.objects.get(code="XS-ZB-01").title == "超过法定期限作出批捕或不批捕决定"


def test_trainers_read_but_do_not_edit(client):
    client.force_login(UserFactory(roles=["trainer"]))
    row = reverse("casebank:knowledge_row", args=["negative-list", "XS-ZB-01"])

    assert client.get(row).status_code == 200
    assert client.get(f"{row}edit/").status_code == 404
    assert client.post(f"{row}use/", {"in_use": "0"}).status_code == 404


def test_retiring_by_button(as_inspector):
    url = reverse("casebank:knowledge_row_use", args=["negative-list", "XS-ZB-01"])

    as_inspector.post(url, {"in_use": "0"})

    assert DefectType.objects.get(code="XS-ZB-01").is_active is False
    assert as_inspector.get(url).status_code == 405


@pytest.mark.parametrize("path", ["nothing", "negative-list/XX-00", "negative-list/XX-00/edit"])
def test_unknown_lists_and_rows_are_not_found(as_inspector, path):
    assert as_inspector.get(f"{reverse('casebank:knowledge')}{path}/").status_code == 404


def test_a_point_is_worded_and_published(as_inspector):
    point = SupervisionPoint.objects.create(
        cause="盗窃罪", business_line="刑事检察", defect=DefectType.objects.get(code="XS-ZB-01"), text="旧", cases=6
    )
    url = reverse("casebank:supervision_decide", args=[point.pk])

    as_inspector.post(url, {"text": "核对收案日期", "to": "published", "state": "draft"})

    point.refresh_from_db()
    assert (point.text, point.state) == ("核对收案日期", "published")
    page = as_inspector.get(reverse("casebank:supervision_points"), {"state": "published"})
    assert "核对收案日期" in page.content.decode()


def test_a_bad_wording_comes_back_as_a_message(as_inspector):
    point = SupervisionPoint.objects.create(
        cause="盗窃罪", business_line="刑事检察", defect=DefectType.objects.get(code="XS-ZB-01"), text="旧"
    )

    as_inspector.post(reverse("casebank:supervision_decide", args=[point.pk]), {"text": "长" * 1001, "state": "draft"})

    point.refresh_from_db()
    assert point.text == "旧"


def test_drafting_from_the_page(as_inspector):
    response = as_inspector.post(reverse("casebank:supervision_draft"), follow=True)

    assert response.status_code == 200
    assert response.context["total"] == 0

"""The search over the whole site: what is found depends on who asks."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from casebank.models import DefectType
from tests.factories.people import UserFactory
from tests.factories.site import microclass_page, study_page

pytestmark = pytest.mark.django_db

URL = "/search/"


def hits(client, **query):
    response = client.get(URL, query)
    assert response.status_code == 200
    return [hit.title for hit, _title, _text in response.context.get("hits", [])]


@pytest.fixture
def reader(client):
    client.force_login(UserFactory(roles=["prosecutor"]))
    return client


def test_visitors_find_public_pages_only(client):
    study_page(title="虚构仓库案", text="潜入仓库")
    microclass_page(title="仓库微课")

    assert hits(client, q="仓库") == []
    assert hits(client, q="负面清单") == []
    assert hits(client, q="XS-ZJ-06") == []
    assert hits(client, q="案鉴") == ["案鉴"]


def test_signed_in_people_find_pages_behind_the_sign_in(reader):
    study_page(title="虚构仓库案", text="潜入仓库")
    microclass_page(title="仓库微课")

    assert set(hits(reader, q="仓库")) == {"虚构仓库案", "仓库微课"}


def test_the_lists_of_a_fresh_installation_are_found(reader):
    assert hits(reader, q="监督要点", kind="page") == ["类案监督要点"]


def test_pages_for_a_group_are_found_by_its_members_only(reader):
    page = study_page(title="虚构仓库案")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    group = Group.objects.create(name="专班")
    restriction.groups.add(group)

    assert hits(reader, q="仓库") == []
    member = UserFactory(roles=["prosecutor"])
    member.groups.add(group)
    reader.force_login(member)
    assert hits(reader, q="仓库") == ["虚构仓库案"]


def test_pages_off_the_website_are_not_found(reader):
    study_page(title="虚构仓库案").unpublish()

    assert hits(reader, q="仓库") == []


def test_codes_come_first_and_unverified_ones_only_for_some(client, reader):
    hidden = DefectType.objects.filter(verify_class="unverified").first()

    assert hits(reader, q="XS-ZB-01") == ["XS-ZB-01 超过法定期限作出批捕或不批捕决定"]
    assert hits(reader, q=hidden.code) == []
    client.force_login(UserFactory(roles=["trainer"]))
    assert hits(client, q=hidden.code) == [str(hidden)]


@pytest.mark.parametrize(("kind", "expected"), [("study", ["虚构期限案"]), ("class", ["期限微课"]), ("page", [])])
def test_results_are_filtered_by_kind(reader, kind, expected):
    study_page(title="虚构期限案", text="某案")
    microclass_page(title="期限微课")

    assert hits(reader, q="期限", kind=kind) == expected


def test_codes_alone_and_everything(reader):
    study_page(title="虚构期限案", text="某案")
    codes = hits(reader, q="期限", kind="code")

    assert len(codes) >= 3
    assert "虚构期限案" not in codes
    assert hits(reader, q="期限", kind="nonsense") == [*codes, "虚构期限案"]


def test_words_are_marked_in_the_snippet(reader):
    study_page(title="虚构案", text="被告人甲潜入仓库窃取财物")

    assert "潜入<mark>仓库</mark>窃取" in reader.get(URL, {"q": "仓库"}).content.decode()


def test_paging_goes_through_codes_and_pages(reader):
    for number in range(3):
        study_page(title=f"虚构期限案{number}", text="某案")

    first = reader.get(URL, {"q": "期限"}).context["listing"]
    titles = []
    for number in first.paginator.page_range:
        titles += hits(reader, q="期限", page=number)

    assert len(titles) == first.paginator.count == len(set(titles))
    assert sum(title.startswith("虚构期限案") for title in titles) == 3


@pytest.mark.parametrize("query", ["", "   ", ",。!", '"*%', "字" * 500, "<script>alert(1)</script>"])
def test_odd_queries_are_answered(reader, query):
    response = reader.get(URL, {"q": query, "page": "x"})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_markup_in_a_title_is_shown_as_typed(reader):
    study_page(title="<b>粗体</b>案")

    assert "<b>" not in reader.get(URL, {"q": "粗体"}).content.decode().split("<main")[1]

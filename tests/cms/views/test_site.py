"""The pages of the case library as visitors and signed-in people meet them."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from casebank.models import DefectType, EvidenceIssue, SupervisionPoint
from cms.models import CaseStudyPage, MicroClassPage
from tests.factories.people import UserFactory
from tests.factories.site import microclass_page, study_page

pytestmark = pytest.mark.django_db

LISTS = ["/case-studies/", "/negative-list/", "/violations/", "/supervision-points/", "/micro-classes/"]


@pytest.fixture
def reader(client):
    client.force_login(UserFactory(roles=["prosecutor"]))
    return client


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def test_the_front_page_shows_visitors_no_case(client):
    page = study_page(title="虚构盗窃案")
    microclass_page(title="虚构微课堂")

    html = text_of(client.get("/"))

    assert page.title not in html
    assert "虚构微课堂" not in html
    assert page.defect_code not in html
    assert reverse("account_login") in html


@pytest.mark.parametrize("url", LISTS)
def test_visitors_are_sent_to_sign_in(client, url):
    response = client.get(url)

    assert response.status_code == 302
    assert response["Location"].startswith(f"/accounts/login/?next={url}")


def test_single_pages_are_closed_to_visitors_too(client):
    study, lesson = study_page(), microclass_page()

    for url in (study.url, lesson.url, reverse("defect_code", args=["XS-ZJ-06"])):
        assert client.get(url).status_code == 302


@pytest.mark.parametrize("url", LISTS)
def test_empty_lists_open(reader, url):
    EvidenceIssue.objects.all().delete()
    DefectType.objects.update(is_active=False)

    text_of(reader.get(url))


def test_the_front_page_shows_what_is_new(reader):
    study, lesson = study_page(title="虚构盗窃案"), microclass_page(title="虚构微课堂")

    html = text_of(reader.get("/"))

    assert study.title in html
    assert lesson.title in html
    assert ">109<" in html


def test_studies_are_filtered_and_searched(reader):
    theft = study_page("XS-ZJ-06", title="虚构盗窃案", text="电动自行车被盗")
    late = study_page("XS-ZB-01", title="虚构伤害案")

    def found(**query):
        return [page.title for page in reader.get("/case-studies/", query).context["listing"]]

    assert found() == [late.title, theft.title]
    assert found(severity="严重") == [late.title]
    assert found(defect_code="XS-ZJ-06") == [theft.title]
    assert found(q="自行车") == [theft.title]
    assert found(q="自行车", severity="严重") == []
    assert found(severity="<script>", page="99") == [late.title, theft.title]


def test_a_study_page_names_code_release_and_hash(reader):
    page = study_page(sha256="ab" * 32)

    html = text_of(reader.get(page.url))

    assert reverse("defect_code", args=["XS-ZJ-06"]) in html
    assert "abababababab<" in html
    assert page.release.content["what_went_wrong"] in html
    assert page.release.content["questions"][0] in html


def test_a_study_off_the_website_is_not_found(reader):
    page = study_page()
    page.unpublish()

    assert reader.get(page.url).status_code == 404


def test_the_negative_list_counts_studies(reader):
    study_page("XS-ZB-01")

    response = reader.get("/negative-list/", {"q": "XS-ZB-01"})

    assert [row.code for row in response.context["listing"]] == ["XS-ZB-01"]
    assert response.context["studies"] == {"XS-ZB-01": 1}


@pytest.mark.parametrize(("roles", "count"), [(["prosecutor"], 109), (["trainer"], 120), (["inspector"], 120)])
def test_unverified_codes_are_hidden_from_readers(client, roles, count):
    client.force_login(UserFactory(roles=roles))
    hidden = DefectType.objects.filter(verify_class="unverified").first()

    assert client.get("/negative-list/").context["listing"].paginator.count == count
    assert client.get(reverse("defect_code", args=[hidden.code])).status_code == (404 if count == 109 else 200)


def test_the_page_of_a_code_gathers_what_belongs_to_it(reader):
    study, lesson = study_page(), microclass_page()
    defect = DefectType.objects.get(code="XS-ZJ-06")
    given = {"business_line": "刑事检察", "defect": defect, "state": "published"}
    SupervisionPoint.objects.create(cause="盗窃罪", text="核对扣押清单", cases=4, **given)

    html = text_of(reader.get(reverse("defect_code", args=["XS-ZJ-06"])))

    for wanted in (defect.legal_basis, study.title, lesson.title, "核对扣押清单", "&lt;5"):
        assert wanted in html


def test_violations_are_filtered(reader):
    listing = reader.get("/violations/", {"evidence_subtype": "辨认笔录"}).context["listing"]

    assert listing.paginator.count == 5
    assert {row.evidence_subtype for row in listing} == {"辨认笔录"}


def test_answers_of_answer_keys_are_not_shown_to_readers(reader):
    issue = EvidenceIssue.objects.get(code="EI-001")

    assert issue.standard_answer_points not in text_of(reader.get("/violations/"))


def test_supervision_points_hide_small_counts(reader):
    given = {"business_line": "刑事检察", "state": "published", "text": "要点"}
    first, second, third = DefectType.objects.filter(verify_class="law_text")[:3]
    SupervisionPoint.objects.create(cause="盗窃罪", defect=first, cases=12, **given)
    SupervisionPoint.objects.create(cause="盗窃罪", defect=second, cases=2, **given)
    SupervisionPoint.objects.create(cause="诈骗罪", defect=third, cases=9, **{**given, "state": "draft"})

    groups = reader.get("/supervision-points/").context["groups"]

    assert [(cause, [cases for _point, cases in points]) for _line, cause, points in groups] == [
        ("盗窃罪", ["12", "<5"])
    ]


def test_micro_classes_are_listed_and_open(reader):
    page = microclass_page(title="虚构微课堂")

    assert page.title in text_of(reader.get("/micro-classes/"))
    assert page.title in text_of(reader.get(page.url))


@pytest.mark.parametrize("model", [CaseStudyPage, MicroClassPage])
def test_pages_of_releases_are_not_made_by_hand(model):
    assert model not in {child for page in Page.objects.all().specific() for child in page.creatable_subpage_models()}

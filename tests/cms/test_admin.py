"""The Wagtail admin: who may do what, and that it asks no other host for anything."""

from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from casebank.domain.people import grant_role
from casebank.enums import Role
from cms.models import CaseStudyIndexPage, CaseStudyPage, HomePage
from tests.factories.people import PASSWORD, UserFactory
from tests.factories.site import microclass_page, study_page


def editor(role: Role):
    user = UserFactory()
    grant_role(actor=None, user=user, role=role)
    return user


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "may_publish"), [(Role.TRAINER, False), (Role.INSPECTOR, True)])
def test_trainers_edit_and_inspectors_publish(role, may_publish):
    rights = study_page().permissions_for_user(editor(role))

    assert (rights.can_edit(), rights.can_publish()) == (True, may_publish)


@pytest.mark.django_db
def test_others_do_not_enter_the_admin(client):
    client.force_login(UserFactory(roles=["prosecutor"]))

    assert client.get("/admin/").status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.TRAINER, Role.INSPECTOR])
def test_case_studies_are_not_offered_as_new_pages(client, role):
    client.force_login(editor(role))
    index = CaseStudyIndexPage.objects.get()

    for parent in (index.pk, HomePage.objects.get().pk):
        assert "casestudypage" not in client.get(f"/admin/pages/{parent}/add_subpage/", follow=True).content.decode()
    response = client.get(f"/admin/pages/add/cms/casestudypage/{index.pk}/")
    assert response.status_code in (302, 403)


@pytest.mark.django_db
def test_a_case_study_is_not_copied(client):
    client.force_login(editor(Role.INSPECTOR))
    page = study_page()
    form = {"new_title": "又一页", "new_slug": "again", "new_parent_page": page.get_parent().pk}

    assert client.get(f"/admin/pages/{page.pk}/copy/").status_code == 302
    assert client.post(f"/admin/pages/{page.pk}/copy/", form).status_code == 302
    assert CaseStudyPage.objects.count() == 1


@pytest.mark.django_db
def test_the_editing_page_shows_the_case_and_edits_the_blocks_only(client):
    client.force_login(editor(Role.TRAINER))
    page = study_page(title="虚构盗窃案")

    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    assert page.case_text in response.content.decode()
    assert {"title", "case_text", "defect_code", "body"} & set(response.context["form"].fields) == {"body"}


@pytest.mark.django_db
def test_pages_made_of_several_lines_open_in_the_editor(client):
    client.force_login(editor(Role.TRAINER))
    lines = "第一行<b>\n第二行\n\n第三段"
    lesson_page = microclass_page(teaching_text=lines)

    response = client.get(reverse("wagtailadmin_pages:edit", args=[lesson_page.pk]))

    assert response.status_code == 200
    assert "<br/>" in str(lesson_page.body[0].value["text"])


@pytest.mark.django_db
def test_search_in_the_admin_finds_chinese_words(client):
    client.force_login(editor(Role.TRAINER))
    study_page(title="虚构仓库盗窃案")

    html = client.get(reverse("wagtailadmin_pages:search"), {"q": "仓库"}).content.decode()

    assert "虚构仓库盗窃案" in html


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_no_admin_page_asks_another_host(page, live_server):
    study, lesson = study_page(), microclass_page()
    asked, complaints = [], []
    home = urlsplit(live_server.url).netloc

    def answer(route):
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https") and address.netloc != home:
            asked.append(route.request.url)
            return route.abort()
        return route.continue_()

    page.context.route("**/*", answer)
    page.on("console", lambda message: complaints.append(message.text) if "Content Security" in message.text else None)
    _sign_in(page, live_server.url, editor(Role.INSPECTOR))
    for path in (
        "/admin/",
        "/admin/pages/",
        f"/admin/pages/{study.get_parent().pk}/",
        f"/admin/pages/{study.pk}/edit/",
        f"/admin/pages/{study.pk}/history/",
        f"/admin/pages/{lesson.pk}/edit/",
        "/admin/pages/search/?q=案",
        "/admin/images/",
        "/admin/documents/",
        "/admin/reports/site-history/",
        "/admin/account/",
        "/",
        study.url,
        "/negative-list/",
    ):
        page.goto(f"{live_server.url}{path}")
        page.wait_for_load_state("networkidle")
        assert page.locator("h1, h2").count(), path

    assert asked == []
    assert complaints == []


def _sign_in(page, url, user):
    page.goto(f"{url}/accounts/login/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url("**/desk/")

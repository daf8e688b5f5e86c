"""A released study becomes a page, once, and leaves the website when it is withdrawn."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from casebank.core.errors import Refused
from casebank.domain.people import grant_role
from casebank.domain.study import withdraw_study
from casebank.enums import Role
from casebank.signals import study_withdrawn
from cms.domain.publishing import publish_microclass, publish_release, unpublish_page, withdraw_pages
from cms.models import CaseStudyPage, HomePage, MicroClassPage
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.site import microclass_page, release_on, study_page
from tests.factories.training import LessonFactory

pytestmark = pytest.mark.django_db


def test_the_page_shows_what_was_released():
    release = release_on("XS-ZB-01", title="某逮捕案超期")

    page = publish_release(actor=release.author, release_id=release.pk)

    assert (page.slug, page.title, page.live) == (f"study-{release.number}", "某逮捕案超期", True)
    assert (page.defect_code, page.severity, page.stage) == ("XS-ZB-01", "严重", "审查逮捕")
    assert page.case_text == release.content["text"]
    assert [block.block_type for block in page.body] == ["what_went_wrong", "rule", "right_practice", "questions"]
    assert list(page.body[3].value["questions"]) == release.content["questions"]


def test_markup_in_a_study_is_shown_as_typed():
    release = release_on()
    release.content = {**release.content, "rule": "<script>alert(1)</script>第一行\n第二行"}
    type(release).objects.bulk_create([type(release)(**_copy(release))])
    twin = type(release).objects.get(number=release.number + 100)

    page = publish_release(actor=release.author, release_id=twin.pk)

    html = str(page.body[1].value["text"])
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<br" in html


def _copy(release):
    fields = [field.attname for field in release._meta.concrete_fields if field.attname not in {"id", "number"}]
    return {**{name: getattr(release, name) for name in fields}, "number": release.number + 100}


def test_publishing_twice_changes_nothing():
    page = study_page()
    entries = PageLogEntry.objects.count()

    again = publish_release(actor=page.release.author, release_id=page.release_id)

    assert again.pk == page.pk
    assert CaseStudyPage.objects.count() == 1
    assert PageLogEntry.objects.count() == entries


def test_publishing_is_logged_by_wagtail_with_the_person():
    page = study_page()

    log = PageLogEntry.objects.filter(page=page.pk, user=page.release.author).values_list("action", flat=True)
    assert {"wagtail.create", "wagtail.publish"} <= set(log)


def test_the_page_is_found_by_words_of_the_case():
    page = study_page(text="被告人甲趁夜潜入仓库")

    assert [found.pk for found in CaseStudyPage.objects.search("潜入仓库")] == [page.pk]


def test_publishing_again_restores_the_page_and_keeps_edited_blocks():
    page = study_page()
    page.body = [("note", {"heading": "编者按", "text": "编辑补充"})]
    page.save_revision().publish()
    unpublish_page(actor=page.release.author, page_id=page.pk)

    again = publish_release(actor=page.release.author, release_id=page.release_id)

    assert again.live
    assert [block.block_type for block in again.body] == ["note"]


def test_a_draft_that_waits_for_moderation_does_not_go_live():
    page = study_page()
    draft = page.get_latest_revision_as_object()
    draft.body = [("note", {"heading": "未审", "text": "未审"})]
    draft.save_revision()
    unpublish_page(actor=page.release.author, page_id=page.pk)

    again = publish_release(actor=page.release.author, release_id=page.release_id)

    assert len(again.body) == 4


@pytest.mark.parametrize("role", ["prosecutor", "hr", "head", "marker", "administrator"])
def test_only_trainers_and_inspectors_publish(role):
    release = release_on()
    user = UserFactory(roles=[role], person__unit=release.author.person.unit)

    with pytest.raises(Refused):
        publish_release(actor=user, release_id=release.pk)
    assert not CaseStudyPage.objects.exists()


def test_studies_of_other_units_and_unknown_ones_are_refused_alike():
    release = release_on()
    stranger = UserFactory(roles=["trainer"], person=PersonFactory(unit=UnitFactory(code="QQ")))

    with pytest.raises(Refused) as foreign:
        publish_release(actor=stranger, release_id=release.pk)
    with pytest.raises(Refused) as missing:
        publish_release(actor=stranger, release_id=999_999)
    assert str(foreign.value) == str(missing.value)


def test_a_withdrawn_study_cannot_be_published():
    release = release_on(withdrawn=True)

    with pytest.raises(Refused):
        publish_release(actor=release.author, release_id=release.pk)


def test_withdrawing_takes_study_and_micro_class_off():
    page = study_page()
    lesson = LessonFactory(author=page.release.author, study_release=page.release, is_microclass=True)
    publish_microclass(actor=lesson.author, lesson_id=lesson.pk)
    other = study_page("XS-ZB-01")

    study_withdrawn.send(sender=None, study_id=page.release.study_id, release_ids=[page.release_id])

    assert list(CaseStudyPage.objects.live()) == [other]
    assert not MicroClassPage.objects.live().exists()
    assert withdraw_pages(release_ids=[page.release_id]) == 0


def test_a_micro_class_has_the_words_of_its_lesson_and_study():
    page = microclass_page(title="瑕疵证据怎么补正")

    assert (page.title, page.live, page.defect_code) == ("瑕疵证据怎么补正", True, "XS-ZJ-06")
    assert [block.block_type for block in page.body][:2] == ["note", "what_went_wrong"]
    assert "补正" in str(page.body[0].value["text"])


def test_publishing_a_micro_class_twice_makes_one_page():
    page = microclass_page()

    publish_microclass(actor=page.lesson.author, lesson_id=page.lesson_id)

    assert MicroClassPage.objects.count() == 1


@pytest.mark.parametrize("given", [{"is_microclass": False}, {"is_microclass": True, "state": "draft"}])
def test_drafts_and_ordinary_lessons_are_refused(given):
    lesson = LessonFactory(**given)

    with pytest.raises(Refused):
        publish_microclass(actor=lesson.author, lesson_id=lesson.pk)


def test_other_pages_are_not_taken_off():
    with pytest.raises(Refused):
        unpublish_page(actor=UserFactory(roles=["inspector"]), page_id=HomePage.objects.get().pk)


def test_a_withdrawn_study_is_never_published_again_by_an_editor(client):
    page = study_page()
    inspector = UserFactory()
    grant_role(actor=None, user=inspector, role=Role.INSPECTOR)
    withdraw_study(actor=page.release.author, study=page.release.study, reason="事实有误")
    page.refresh_from_db()
    client.force_login(inspector)
    form = {
        "body-count": 0,
        "slug": page.slug,
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }

    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form)
    client.post(f"/admin/bulk/wagtailcore/page/publish/?id={page.pk}", {"next": "/admin/"})

    page.refresh_from_db()
    assert not page.live


def test_a_revision_that_is_published_past_the_editor_is_taken_off_at_once():
    page = study_page()
    lesson_page = microclass_page()
    for release in (page.release, lesson_page.lesson.study_release):
        withdraw_study(actor=release.author, study=release.study, reason="事实有误")

    for one in (page, lesson_page):
        one.save_revision().publish()
        one.refresh_from_db()
        assert not one.live

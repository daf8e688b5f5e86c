"""The desk page of publishing."""

import pytest
from django.urls import reverse

from cms.models import CaseStudyPage, MicroClassPage
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.site import microclass_page, release_on, study_page
from tests.factories.training import LessonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer(client):
    user = UserFactory(roles=["trainer"])
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", ["prosecutor", "hr", "head", "marker", "administrator"])
def test_others_do_not_find_the_page(client, role):
    client.force_login(UserFactory(roles=[role]))

    assert client.get(reverse("publishing")).status_code == 404


def test_studies_wait_until_they_are_published(trainer):
    release = release_on(title="虚构案")

    assert [study.id for study in trainer.get(reverse("publishing")).context["waiting"]] == [release.pk]
    response = trainer.post(reverse("publish_release", args=[release.pk]), follow=True)

    assert response.context["waiting"] == []
    assert [page.title for _study, page in response.context["published"]] == ["虚构案"]


def test_withdrawn_studies_and_those_of_other_units_are_not_listed(trainer):
    release_on(withdrawn=True)
    stranger = UserFactory(roles=["trainer"], person=PersonFactory(unit=UnitFactory(code="QQ")))
    release_on(author=stranger)

    assert trainer.get(reverse("publishing")).context["waiting"] == []


def test_taking_a_page_off(trainer):
    page = study_page()

    trainer.post(reverse("unpublish_page", args=[page.pk]))

    assert not CaseStudyPage.objects.live().exists()


def test_pages_of_other_units_cannot_be_taken_off(trainer):
    stranger = UserFactory(roles=["trainer"], person=PersonFactory(unit=UnitFactory(code="QQ")))
    page = study_page(author=stranger)
    lesson = microclass_page(author=stranger)

    assert trainer.post(reverse("unpublish_page", args=[page.pk])).status_code == 404
    assert trainer.post(reverse("unpublish_page", args=[lesson.pk])).status_code == 404
    assert CaseStudyPage.objects.live().count() == MicroClassPage.objects.live().count() == 1


def test_a_micro_class_is_published(trainer):
    lesson = LessonFactory(is_microclass=True)

    response = trainer.post(reverse("publish_microclass", args=[lesson.pk]), follow=True)

    assert [(card.id, page.live) for card, page in response.context["lessons"]] == [(lesson.pk, True)]


def test_a_refusal_comes_back_as_a_sentence(trainer):
    release = release_on(withdrawn=True)

    response = trainer.post(reverse("publish_release", args=[release.pk]))

    assert response.status_code == 422
    assert not CaseStudyPage.objects.exists()


@pytest.mark.parametrize("name", ["publish_release", "publish_microclass", "unpublish_page"])
def test_changes_need_a_post(trainer, name):
    assert trainer.get(reverse(name, args=[1])).status_code == 405


def test_the_list_is_searched(trainer):
    release_on(title="虚构盗窃案")
    release_on("XS-ZB-01", title="虚构伤害案")

    found = trainer.get(reverse("publishing"), {"q": "伤害"}).context["waiting"]

    assert [study.title for study in found] == ["虚构伤害案"]

"""The second person sees nothing real, confirms or sends back; withdrawing."""

import pytest
from django.urls import reverse

from casebank.domain.study_release import reading_digest
from casebank.enums import ReadingCheck, Role
from casebank.models import Activity, StudyRelease
from casebank.states import StudyState
from tests.factories.people import UserFactory
from tests.factories.studies import (
    FACTS,
    PARTIES,
    author,
    released,
    resolved,
    second_reader,
    suggested,
)

pytestmark = pytest.mark.django_db

NAMES = [*(party["name"] for party in PARTIES), "赵敏", "铁头", "13812345678", "110101199003071234"]


def url(name, study, *more):
    return reverse(f"casebank:{name}", args=[study.pk, *more])


class TestSecondPerson:
    def test_nothing_real_is_on_any_page_of_the_second_person(self, client):
        study = resolved(author())
        client.force_login(second_reader())
        names = [*NAMES, study.case.case_no]

        for address in (reverse("casebank:study_list"), url("study_detail", study), url("study_reading", study)):
            page = client.get(address).content.decode()
            assert [name for name in names if name in page] == []

    def test_the_reading_has_no_marks(self, client):
        study = resolved(author())
        client.force_login(second_reader())

        page = client.get(url("study_reading", study)).content.decode()

        assert study.masked["what_went_wrong"] in page
        assert 'class="mk' not in page

    def test_desk_and_texts_are_closed_to_the_second_person(self, client):
        study = resolved(author())
        client.force_login(UserFactory(roles=[Role.TRAINER, Role.INSPECTOR]))

        assert client.get(url("study_masking", study)).status_code == 404
        assert client.get(url("study_edit", study)).status_code == 404

    def test_the_author_and_who_saw_the_facts_cannot_read(self, client):
        trainer, curious = author(), second_reader()
        study = suggested(trainer)
        client.force_login(curious)
        client.get(url("study_masking", study))
        study = resolved(trainer)
        Activity.objects.create(actor=curious, act="study.facts_opened", subject=f"casebank.Study:{study.pk}")

        for user in (trainer, curious):
            client.force_login(user)
            assert client.get(url("study_reading", study)).status_code == 404

    def test_confirming_releases(self, client):
        study = resolved(author())
        client.force_login(second_reader())

        answer = client.post(
            url("study_reading", study), {"checks": ReadingCheck.values, "seen": reading_digest(study)}, follow=True
        )

        release = StudyRelease.objects.get()
        assert release.sha256 in answer.content.decode()
        assert [name for name in NAMES if name in answer.content.decode()] == []

    @pytest.mark.parametrize(
        "data", [{}, {"checks": ["names"]}, {"checks": [*ReadingCheck.values, "x"]}, {"checks": ReadingCheck.values}]
    )
    def test_an_incomplete_confirmation_releases_nothing(self, client, data):
        study = resolved(author())
        client.force_login(second_reader())

        answer = client.post(url("study_reading", study), data)

        assert answer.status_code == 200
        assert not StudyRelease.objects.exists()

    def test_a_text_changed_meanwhile_must_be_read_again(self, client):
        study = resolved(author())
        client.force_login(second_reader())

        answer = client.post(url("study_reading", study), {"checks": ReadingCheck.values, "seen": "0" * 64})

        assert answer.url == url("study_reading", study)
        assert not StudyRelease.objects.exists()

    def test_a_planted_name_is_refused_with_field_and_words(self, client):
        study = resolved(author())
        study.masked["questions"] += "韩国梁怎么看?"
        study.save()
        client.force_login(second_reader())

        answer = client.post(
            url("study_reading", study), {"checks": ReadingCheck.values, "seen": reading_digest(study)}
        )

        assert "韩国梁" in str(answer.context["form"].non_field_errors())
        assert not StudyRelease.objects.exists()

    def test_sending_back_needs_a_reason(self, client):
        study = resolved(author())
        client.force_login(second_reader())

        assert client.post(url("study_send_back", study), {"reason": ""}).status_code == 200
        client.post(url("study_send_back", study), {"reason": "街名还在"})

        study.refresh_from_db()
        assert (study.state, study.return_note) == (StudyState.SUGGESTED, "街名还在")

    def test_withdrawing(self, client):
        trainer = author()
        study = released(trainer, second_reader()).study
        client.force_login(trainer)

        client.post(
            url("study_withdraw", study), {"reason": ""}, HTTP_REFERER=f"http://testserver{url('study_detail', study)}"
        )
        study.refresh_from_db()
        assert study.state == StudyState.RELEASED
        client.post(url("study_withdraw", study), {"reason": "当事人异议"})

        study.refresh_from_db()
        assert study.state == StudyState.WITHDRAWN


def test_the_names_looked_for_stand_in_the_facts():
    assert all(name in FACTS for name in NAMES)

"""Private files."""

import pytest
from django.urls import reverse

from casebank.domain.files import Upload
from casebank.domain.study import edit_study
from casebank.enums import Role
from casebank.models import Activity, Study
from casebank.states import StudyState
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.studies import (
    author,
    draft,
    second_reader,
)

pytestmark = pytest.mark.django_db


class TestFile:
    @pytest.fixture
    def study(self):
        trainer = author()
        written = draft(trainer)
        upload = Upload("欧阳志鹏案情.docx", b"PK-original")
        return edit_study(actor=trainer, study=written, texts={}, parties=written.parties, upload=upload)

    def test_the_owner_gets_it_and_the_opening_is_logged(self, client, study):
        client.force_login(study.author)

        answer = client.get(reverse("casebank:file", args=[study.upload.pk]))

        assert b"".join(answer.streaming_content) == b"PK-original"
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Disposition"].startswith("attachment")
        assert Activity.objects.filter(act="study.facts_opened", actor=study.author).count() == 1

    def test_others_and_missing_files_answer_alike(self, client, study):
        strangers = [UserFactory(roles=[role]) for role in Role if role not in (Role.TRAINER, Role.INSPECTOR)]
        strangers += [author(), second_reader(unit=UnitFactory(code="QT"))]

        for user in strangers:
            client.force_login(user)
            assert client.get(reverse("casebank:file", args=[study.upload.pk])).status_code == 404
            assert client.get(reverse("casebank:file", args=[999_999])).status_code == 404

    def test_a_possible_second_person_does_not_get_the_original(self, client, study):
        inspector = second_reader()
        Study.objects.filter(pk=study.pk).update(state=StudyState.RESOLVED)
        client.force_login(inspector)

        assert client.get(reverse("casebank:file", args=[study.upload.pk])).status_code == 404

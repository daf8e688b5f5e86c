"""The list of studies, writing one, and who gets in."""

import io

import pytest
from django.urls import reverse
from docx import Document

from casebank.enums import Role
from casebank.models import Activity, PrivateFile, Study
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.studies import (
    TEACHING,
    author,
    draft,
    resolved,
    second_reader,
    suggested,
)

pytestmark = pytest.mark.django_db


def docx(*paragraphs):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def form_data(study, **changes):
    """What the edit form posts."""
    rows = changes.pop("parties", study.parties)
    data = {**study.texts, "party-TOTAL_FORMS": len(rows) + 1, "party-INITIAL_FORMS": len(rows)}
    for place, row in enumerate([*rows, {"name": "", "role": "person"}]):
        data |= {f"party-{place}-name": row["name"], f"party-{place}-role": row["role"]}
    return data | changes


def url(name, study, *more):
    return reverse(f"casebank:{name}", args=[study.pk, *more])


def finding_of(unit):
    case = CaseFactory(handler=PersonFactory(unit=unit))
    return FindingFactory(confirmed=True, evaluation=EvaluationFactory(case=case))


class TestAccess:
    PAGES = ("study_detail", "study_edit", "study_masking", "study_reading")
    POSTS = ("study_propose", "study_decide", "study_add_span", "study_accept", "study_resolve", "study_send_back")

    @pytest.mark.parametrize("step", [draft, suggested, resolved])
    def test_strangers_get_the_answer_of_a_missing_study(self, client, step):
        study = step(author())
        strangers = [
            *(UserFactory(roles=[role]) for role in Role if role not in (Role.TRAINER, Role.INSPECTOR)),
            UserFactory(roles=[Role.TRAINER, Role.INSPECTOR], person__unit=UnitFactory(code="QT")),
        ]

        for user in strangers:
            client.force_login(user)
            for name in self.PAGES:
                assert client.get(url(name, study)).status_code == 404
                assert client.get(reverse(f"casebank:{name}", args=[999_999])).status_code == 404
            for name in (*self.POSTS, "study_withdraw"):
                assert client.post(url(name, study)).status_code == 404

    def test_who_is_not_signed_in_is_sent_to_the_sign_in(self, client):
        assert client.get(reverse("casebank:study_list")).status_code == 302

    def test_lists_hold_only_studies_and_findings_of_the_unit(self, client):
        trainer = author()
        draft(author(unit=UnitFactory(code="QT")))
        client.force_login(trainer)

        assert list(client.get(reverse("casebank:study_list")).context["page"]) == []
        assert list(client.get(reverse("casebank:study_choose")).context["page"]) == []

    def test_a_finding_of_another_unit_cannot_be_started(self, client):
        finding = finding_of(UnitFactory(code="QT"))
        client.force_login(author())

        assert client.get(reverse("casebank:study_start", args=[finding.pk])).status_code == 404

    def test_inspectors_do_not_write(self, client):
        study = draft(author())
        client.force_login(second_reader())

        assert client.get(url("study_edit", study)).status_code == 404
        assert client.get(reverse("casebank:study_choose")).status_code == 404

    @pytest.mark.parametrize("name", ["study_propose", "study_decide", "study_resolve", "study_withdraw"])
    def test_acts_are_not_done_by_following_a_link(self, client, name):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)

        assert client.get(url(name, study)).status_code == 405


class TestList:
    def test_filters_and_search(self, client):
        trainer = author()
        written, decided = draft(trainer, title="甲案"), resolved(trainer, title="乙案")
        client.force_login(trainer)

        def shown(**query):
            return {study.pk for study in client.get(reverse("casebank:study_list"), query).context["page"]}

        assert shown() == {written.pk, decided.pk}
        assert shown(state="resolved") == {decided.pk}
        assert shown(q="甲案") == {written.pk}
        assert shown(q=decided.case.case_no) == {decided.pk}
        assert shown(code=written.defect.code) == {written.pk, decided.pk}
        assert shown(state="nonsense") == {written.pk, decided.pk}
        assert shown(q="没有") == set()

    def test_the_real_facts_are_never_searched(self, client):
        trainer = author()
        draft(trainer)
        client.force_login(trainer)

        assert list(client.get(reverse("casebank:study_list"), {"q": "铁头"}).context["page"]) == []

    def test_a_search_tells_nobody_else_what_a_real_title_holds(self, client):
        study = resolved(author())
        client.force_login(second_reader())

        for words in ("欧阳志鹏", study.case.case_no):
            assert list(client.get(reverse("casebank:study_list"), {"q": words}).context["page"]) == []
        assert list(client.get(reverse("casebank:study_list"), {"q": "讯问笔录"}).context["page"]) == [study]

    def test_an_empty_list_says_what_to_do(self, client):
        client.force_login(author())

        assert reverse("casebank:study_choose") in client.get(reverse("casebank:study_list")).content.decode()

    @pytest.mark.parametrize("count", [1, 3])
    def test_queries_do_not_grow_with_the_rows(self, client, count, django_assert_num_queries):
        trainer = author()
        for _ in range(count):
            resolved(trainer)
        client.force_login(second_reader())

        with django_assert_num_queries(10):
            client.get(reverse("casebank:study_list"))


class TestWriting:
    def test_from_a_finding_to_a_draft(self, client):
        trainer = author()
        finding = finding_of(trainer.person.unit)
        client.force_login(trainer)

        assert finding.text in client.get(reverse("casebank:study_choose"), {"q": finding.defect.code}).content.decode()
        answer = client.post(reverse("casebank:study_start", args=[finding.pk]), {"title": "笔录签名"})

        study = Study.objects.get()
        assert answer.url == url("study_edit", study)
        assert (study.title, study.author) == ("笔录签名", trainer)

    def test_texts_and_parties_are_saved(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)
        parties = [*study.parties, {"name": "白雪松", "role": "witness"}]

        client.post(url("study_edit", study), form_data(study, facts="甲\r\n乙", parties=parties))

        study.refresh_from_db()
        assert study.facts == "甲\n乙"
        assert study.parties == parties

    def test_each_opening_is_logged_with_who(self, client):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)

        client.get(url("study_edit", study))
        client.get(url("study_masking", study))

        assert [line.actor for line in Activity.objects.filter(act="study.facts_opened")] == [trainer, trainer]

    def test_an_uploaded_document_becomes_the_facts(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)
        file = io.BytesIO(docx("第一段", "第二段"))
        file.name = "案情.docx"

        client.post(url("study_edit", study), form_data(study, upload=file))

        study.refresh_from_db()
        assert study.facts == "第一段\n第二段"
        assert study.upload.name == "案情.docx"

    def test_a_bad_document_saves_nothing_and_keeps_what_was_typed(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)
        file = io.BytesIO(b"no document")
        file.name = "a.docx"

        answer = client.post(url("study_edit", study), form_data(study, what_went_wrong="刚刚写的", upload=file))

        assert answer.status_code == 200
        assert "upload" in answer.context["form"].errors
        assert "刚刚写的" in answer.content.decode()
        study.refresh_from_db()
        assert study.what_went_wrong == TEACHING["what_went_wrong"]
        assert not PrivateFile.objects.exists()

    @pytest.mark.parametrize("changes", [{"title": ""}, {"title": "长" * 121}, {"facts": "事" * 20_001}])
    def test_errors_stand_at_their_field(self, client, changes):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)

        answer = client.post(url("study_edit", study), form_data(study, **changes))

        assert set(answer.context["form"].errors) == set(changes)

    def test_broken_form_management_is_no_server_error(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)

        assert client.post(url("study_edit", study), study.texts).status_code == 200

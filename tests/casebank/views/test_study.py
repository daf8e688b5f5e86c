"""The pages of a study: who gets in, what they show, and that nothing real reaches the second person."""

import io

import pytest
from django.urls import reverse
from docx import Document

from casebank.domain.files import Upload
from casebank.domain.study import edit_study
from casebank.domain.study_release import reading_digest
from casebank.enums import ReadingCheck, Role
from casebank.models import Activity, PrivateFile, Study, StudyRelease
from casebank.states import StudyState
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.studies import (
    FACTS,
    PARTIES,
    TEACHING,
    author,
    draft,
    released,
    resolved,
    second_reader,
    suggested,
)

pytestmark = pytest.mark.django_db

NAMES = [*(party["name"] for party in PARTIES), "赵敏", "铁头", "13812345678", "110101199003071234"]


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

        with django_assert_num_queries(12):
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

    @pytest.mark.parametrize("changes", [{"title": ""}, {"title": "长" * 121}, {"facts": "事" * 100_001}])
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


class TestMasking:
    def test_proposing_opens_the_desk(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)

        answer = client.post(url("study_propose", study), follow=True)

        assert answer.redirect_chain[-1][0] == url("study_masking", study)
        assert "欧阳志鹏" in answer.content.decode()

    def test_a_decision_without_scripts_comes_back_to_the_place(self, client):
        trainer = author()
        study = suggested(trainer)
        span = study.spans.filter(text="欧阳志鹏").first()
        client.force_login(trainer)

        answer = client.post(url("study_decide", study), {"span": span.pk, "act": "replace", "everywhere": "1"})

        assert answer.url == f"{url('study_masking', study)}#g{span.pk}"
        assert set(study.spans.filter(text="欧阳志鹏").values_list("decision", flat=True)) == {"replace"}

    def test_a_decision_with_htmx_answers_the_live_part(self, client):
        trainer = author()
        study = suggested(trainer)
        span = study.spans.first()
        client.force_login(trainer)

        answer = client.post(url("study_decide", study), {"span": span.pk, "act": "replace"}, HTTP_HX_REQUEST="true")

        assert answer.content.decode().lstrip().startswith('<div id="live"')
        assert "<html" not in answer.content.decode()

    @pytest.mark.parametrize("data", [{"act": "keep"}, {"act": "change", "replacement": ""}, {"act": "dance"}, {}])
    def test_a_refused_decision_says_why_and_changes_nothing(self, client, data):
        trainer = author()
        study = suggested(trainer)
        span = study.spans.first()
        client.force_login(trainer)

        answer = client.post(url("study_decide", study), {"span": span.pk, **data}, HTTP_HX_REQUEST="true")

        assert "note-error" in answer.content.decode()
        span.refresh_from_db()
        assert span.decision == "pending"

    @pytest.mark.parametrize(("place", "kept"), [("all", 2), ("last", 1)])
    def test_words_are_kept_in_one_place_or_in_all(self, client, place, kept):
        trainer = author()
        study = suggested(trainer, facts=FACTS + "铁头到案。")
        spans = list(study.spans.filter(text="铁头"))
        client.force_login(trainer)
        chosen = str(spans[-1].pk) if place == "last" else place

        data = {"span": spans[0].pk, "place": chosen, "act": "keep", "note": "公开报道"}
        client.post(url("study_decide", study), data)

        assert [span.pk for span in study.spans.filter(decision="keep")] == [span.pk for span in spans[-kept:]]

    @pytest.mark.parametrize("span", ["", "x", "999999999", "9" * 30, "²"])
    def test_an_impossible_span_is_missing(self, client, span):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)

        assert client.post(url("study_decide", study), {"span": span, "act": "replace"}).status_code == 404

    def test_a_span_of_another_study_is_missing(self, client):
        trainer = author()
        study, other = suggested(trainer), suggested(trainer)
        client.force_login(trainer)

        answer = client.post(url("study_decide", study), {"span": other.spans.first().pk, "act": "replace"})

        assert answer.status_code == 404

    def test_words_are_added(self, client):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)

        client.post(url("study_add_span", study), {"words": "液压剪", "type": "OTHER_ID"})
        client.post(
            url("study_add_span", study), {"words": "现金3200元", "type": "OTHER_ID", "replacement": "现金若干"}
        )
        client.post(url("study_add_span", study), {"words": "", "type": "nonsense"})

        assert list(study.spans.filter(layer="person").values_list("text", "replacement")) == [
            ("现金3200元", "现金若干")
        ]

    def test_closing_too_early_is_refused_on_the_desk(self, client):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)

        answer = client.post(url("study_resolve", study), follow=True)

        assert "note-error" in answer.content.decode()
        study.refresh_from_db()
        assert study.state == StudyState.SUGGESTED

    def test_the_way_to_the_second_person(self, client):
        trainer = author()
        study = suggested(trainer)
        client.force_login(trainer)
        client.post(url("study_accept", study))
        for span in study.spans.filter(decision="pending"):
            client.post(url("study_decide", study), {"span": span.pk, "act": "replace"})

        client.post(url("study_resolve", study))

        study.refresh_from_db()
        assert study.state == StudyState.RESOLVED

    def test_the_desk_shows_markup_in_case_texts_as_text(self, client):
        trainer = author()
        study = suggested(trainer, facts="<script>alert(1)</script>被告人欧阳志鹏到案。")
        client.force_login(trainer)

        page = client.get(url("study_masking", study)).content.decode()

        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


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


def test_facts_of_the_factory_are_long_enough_to_mean_something():
    assert all(name in FACTS for name in NAMES)

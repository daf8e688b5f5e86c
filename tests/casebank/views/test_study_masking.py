"""The review desk."""

import pytest
from django.urls import reverse

from casebank.states import StudyState
from tests.factories.studies import (
    FACTS,
    author,
    draft,
    suggested,
)

pytestmark = pytest.mark.django_db


def url(name, study, *more):
    return reverse(f"casebank:{name}", args=[study.pk, *more])


class TestMasking:
    def test_proposing_opens_the_desk(self, client):
        trainer = author()
        study = draft(trainer)
        client.force_login(trainer)

        answer = client.post(url("study_propose", study), follow=True)

        assert answer.redirect_chain[-1][0] == url("study_masking", study)
        assert "欧阳志鹏" in answer.content.decode()

    @pytest.mark.parametrize("act", ["keep", "change"])
    def test_what_no_database_can_hold_is_refused_with_a_sentence(self, client, act):
        trainer = author()
        study = suggested(trainer)
        span = study.spans.first()
        client.force_login(trainer)
        form = {"span": span.pk, "act": act, "note": "理由\0", "replacement": "某人\0"}

        answer = client.post(url("study_decide", study), form, follow=True)

        assert answer.status_code == 200
        assert len(answer.context["messages"]) == 1
        assert study.spans.get(pk=span.pk).decision == span.decision

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

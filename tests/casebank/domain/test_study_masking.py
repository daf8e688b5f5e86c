"""Proposing and deciding the masking."""

import pytest

from casebank.core.errors import Refused
from casebank.domain.study import edit_study
from casebank.domain.study_masking import (
    accept_sure,
    add_span,
    change_replacement,
    decide_span,
    masked_texts,
    propose_masking,
    resolve_masking,
)
from casebank.enums import SpanDecision, SpanType
from casebank.states import StudyState
from tests.factories.studies import PARTIES, author, draft, resolved, second_reader, suggested

pytestmark = pytest.mark.django_db


def test_every_text_is_read_not_only_the_facts():
    study = suggested(author())

    found = set(study.spans.filter(text="欧阳志鹏").values_list("field", flat=True))

    assert found == {"facts", "title", "what_went_wrong"}


def test_spans_name_exact_characters():
    study = suggested(author())

    assert all(study.texts[span.field][span.start : span.end] == span.text for span in study.spans.all())


def test_one_person_has_one_label_in_all_texts():
    study = suggested(author())

    assert len(set(study.spans.filter(text="欧阳志鹏").values_list("replacement", flat=True))) == 1


def test_dates_of_all_texts_move_by_the_same_secret_offset():
    trainer = author()
    study = draft(trainer, what_went_wrong="2026年3月5日的笔录没有签名。")
    study.day_offset = 21
    study.save()

    propose_masking(actor=trainer, study=study)

    dates = set(study.spans.filter(text__startswith="2026年3月5日").values_list("field", "replacement"))
    assert dates == {("facts", "2026年3月26日晚"), ("what_went_wrong", "2026年3月26日")}


def test_nothing_can_be_proposed_without_facts():
    trainer = author()
    study = draft(trainer, facts="")

    with pytest.raises(Refused):
        propose_masking(actor=trainer, study=study)


def test_a_proposal_needs_somebody_of_the_unit():
    study = draft(author())

    with pytest.raises(Refused):
        propose_masking(actor=second_reader(unit__code="QT"), study=study)


def test_keeping_needs_a_reason():
    trainer = author()
    span = suggested(trainer).spans.filter(type=SpanType.DATE).first()

    with pytest.raises(Refused):
        decide_span(actor=trainer, span=span, decision=SpanDecision.KEEP, note=" ")
    decide_span(actor=trainer, span=span, decision=SpanDecision.KEEP, note="法律施行日期")

    span.refresh_from_db()
    assert (span.decision, span.note, span.decided_by) == ("keep", "法律施行日期", trainer)


def test_a_decision_can_cover_all_places_of_the_same_words_and_be_undone():
    trainer = author()
    study = suggested(trainer)
    span = study.spans.filter(text="欧阳志鹏").first()

    decided = decide_span(actor=trainer, span=span, decision=SpanDecision.REPLACE, everywhere=True)
    decide_span(actor=trainer, span=span, decision=SpanDecision.PENDING)

    states = list(study.spans.filter(text="欧阳志鹏").values_list("decision", flat=True))
    assert len(decided) == len(states)
    assert sorted(states) == ["pending", *["replace"] * (len(states) - 1)]


def test_a_changed_label_changes_everywhere_and_later():
    trainer = author()
    study = suggested(trainer)
    span = study.spans.filter(text="欧阳志鹏").first()

    change_replacement(actor=trainer, span=span, replacement="甲某")
    edit_study(actor=trainer, study=study, texts={"facts": study.facts + "完。"}, parties=study.parties)
    propose_masking(actor=trainer, study=study)

    assert set(study.spans.filter(text="欧阳志鹏").values_list("replacement", flat=True)) == {"甲某"}


@pytest.mark.parametrize("words", ["", "韩国梁", "韩 国梁"])
def test_a_replacement_may_not_name_a_party(words):
    trainer = author()
    study = suggested(trainer)

    with pytest.raises(Refused):
        change_replacement(actor=trainer, span=study.spans.first(), replacement=words)


def test_typed_words_are_replaced_wherever_they_stand():
    trainer = author()
    study = suggested(trainer, what_went_wrong="现金3200元未制作扣押清单。")

    addition = add_span(actor=trainer, study=study, words="现金3200元", type_=SpanType.OTHER_ID, replacement="现金若干")

    texts = masked_texts(study, study.spans.all())
    assert addition.added == 2
    assert "现金3200元" not in texts["facts"] + texts["what_went_wrong"]
    assert texts["what_went_wrong"] == "现金若干未制作扣押清单。"


def test_typed_words_swallow_smaller_spans():
    trainer = author()
    study = suggested(trainer)

    add_span(actor=trainer, study=study, words="店主韩国梁", type_=SpanType.PERSON, replacement="店主某甲")

    assert not study.spans.filter(field="facts", text="韩国梁").exists()
    assert "店主某甲于" in masked_texts(study, study.spans.all())["facts"]


@pytest.mark.parametrize("words", ["字", "没有的词", "志鹏"])
def test_words_that_cannot_be_added_are_refused(words):
    trainer = author()
    study = suggested(trainer)

    with pytest.raises(Refused):
        add_span(actor=trainer, study=study, words=words, type_=SpanType.PERSON)


def test_sure_finds_are_accepted_at_once_but_doubts_wait():
    trainer = author()
    study = suggested(trainer, right_practice="承办人应当询问证人白雪松。")

    accept_sure(actor=trainer, study=study)

    waiting = study.spans.filter(decision=SpanDecision.PENDING)
    assert all(span.doubt or span.certainty < 0.8 for span in waiting)
    assert study.spans.filter(decision=SpanDecision.REPLACE).exists()


def test_nothing_undecided_may_remain():
    trainer = author()
    study = suggested(trainer)

    with pytest.raises(Refused, match="[0-9]"):
        resolve_masking(actor=trainer, study=study)


def test_resolving_writes_the_masked_texts_down():
    trainer = author()

    study = resolved(trainer)

    assert (study.state, study.resolved_by) == (StudyState.RESOLVED, trainer)
    assert set(study.masked) == set(study.TEXT_FIELDS)
    assert not [party["name"] for party in PARTIES if any(party["name"] in text for text in study.masked.values())]


def test_a_kept_name_is_refused_with_field_and_words():
    trainer = author()
    study = suggested(trainer)
    accept_sure(actor=trainer, study=study)
    for span in study.spans.exclude(text="韩国梁"):
        decide_span(actor=trainer, span=span, decision=SpanDecision.REPLACE)
    kept = study.spans.get(text="韩国梁")
    decide_span(actor=trainer, span=kept, decision=SpanDecision.KEEP, note="公开报道过")

    with pytest.raises(Refused) as refusal:
        resolve_masking(actor=trainer, study=study)

    assert "韩国梁" in str(refusal.value)
    assert str(study._meta.get_field("facts").verbose_name) in str(refusal.value)


def test_decisions_are_closed_after_resolving():
    trainer = author()
    study = resolved(trainer)

    with pytest.raises(Refused):
        decide_span(actor=trainer, span=study.spans.first(), decision=SpanDecision.PENDING)

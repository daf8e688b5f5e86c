"""One sentence against one point: right, half right, wrong, about something else."""

import pytest

from assessments.core.grading.elements import read
from assessments.core.grading.pointwise import grade_point
from assessments.core.grading.types import Verdict
from tests.assessments.core.grading.texts import POINTS, SENTENCES

ALLOWED = {
    "full": {Verdict.HIT},
    "partial": {Verdict.PARTIAL},
    "wrong": {Verdict.CONTRADICTED, Verdict.ABSENT},
}


@pytest.mark.parametrize(("point", "label", "sentence"), SENTENCES)
def test_invented_sentences(point, label, sentence):
    assert grade_point(POINTS[point], sentence).verdict in ALLOWED[label]


@pytest.mark.parametrize("point", POINTS)
def test_right_sentences_about_other_points_earn_less_than_half(point):
    others = [sentence for other, label, sentence in SENTENCES if other != point and label == "full"]

    assert max(grade_point(POINTS[point], sentence).score for sentence in others) < 0.5


def test_right_sentences_stand_above_wrong_ones():
    scores = {label: [grade_point(POINTS[p], s).score for p, own, s in SENTENCES if own == label] for label in ALLOWED}

    assert min(scores["full"]) > max(scores["wrong"])


@pytest.mark.parametrize("point", POINTS)
def test_the_reference_itself_is_a_hit(point):
    assert grade_point(POINTS[point], POINTS[point]).verdict is Verdict.HIT


NEGATIONS = [
    ("recording", "讯问未同步录音录像，违反刑事诉讼法第一百二十三条，供述存疑，应当要求作出合理解释。",
     "讯问未同步录音录像，不违反刑事诉讼法第一百二十三条，供述并无矛盾，无需作出合理解释。"),
    ("charge", "应当以职务侵占罪定性，适用刑法第二百七十一条。", "不应当以职务侵占罪定性，不适用刑法第二百七十一条。"),
    ("surrender", "李某主动投案，构成自首，适用刑法第六十七条第一款。", "李某主动投案，不构成自首，不适用刑法第六十七条第一款。"),
    ("notice", "鉴定意见未告知，违反刑事诉讼法第一百四十八条，应当补充告知。", "鉴定意见未告知，没有违反刑事诉讼法第一百四十八条，无需补充告知。"),
]  # fmt: skip


@pytest.mark.parametrize(("point", "sentence", "negated"), NEGATIONS)
def test_negating_a_credited_sentence_loses_the_credit(point, sentence, negated):
    assert grade_point(POINTS[point], sentence).score >= 0.5
    assert grade_point(POINTS[point], negated).score < 0.1


def test_what_the_defence_claims_is_not_what_the_writer_says():
    sentence = "辩护人提出程序合法，但讯问未同步录音录像，违反刑事诉讼法第一百二十三条，供述存疑，应要求作出合理解释。"

    assert grade_point(POINTS["recording"], sentence).verdict is Verdict.HIT


def test_a_wrong_amount_of_the_charge_does_not_deny_the_charge():
    assert read("贪污数额认定有误").refused == frozenset()
    assert read("以贪污罪定性有误").refused == {"贪污"}


def test_double_negation_is_affirmation():
    sentence = "讯问未同步录音录像，并非不违反刑事诉讼法第一百二十三条，供述存疑，不能不要求作出合理解释。"

    assert grade_point(POINTS["recording"], sentence).verdict is not Verdict.CONTRADICTED


def test_reasons_name_the_decisive_words():
    judgement = grade_point(POINTS["charge"], "张某构成诈骗罪。")

    assert (judgement.rule, judgement.found) == ("wrong_charge", "诈骗")

"""Short answers: bounds, order, calibration by marked answers."""

import pytest

from assessments.core.grading.answers import grade_answers
from assessments.core.grading.confidence import Route, route
from assessments.core.grading.prior import dump_prior, fingerprint, fit_prior, load_prior, shipped_prior
from assessments.core.grading.types import AnswerItem

REFERENCE = "检察机关对侦查活动是否合法实行监督，发现违法行为应当提出纠正意见，侦查机关应当将纠正情况书面回复。"
ANSWERS = {
    "full": REFERENCE,
    "half": "检察机关监督侦查活动是否合法。",
    "off": "天气晴朗，适合郊游。",
    "empty": "  ",
}


def item(name, answer, score=None, question="q"):
    return AnswerItem(name, question, (REFERENCE,), answer, "侦查监督的内容是什么？", score=score)


ITEMS = [item(name, answer) for name, answer in ANSWERS.items()]


def scores(items, marked=()):
    return {mark.id: mark.score for mark in grade_answers(items, marked)}


def test_more_of_the_reference_is_worth_more():
    found = scores(ITEMS)

    assert found["full"] > found["half"] > found["off"] >= found["empty"] == 0


def test_marks_and_risks_stay_within_bounds():
    assert all(0 <= one.score <= 1 and 0 <= one.p_error <= 1 for one in grade_answers(ITEMS))


def test_the_order_of_answers_does_not_matter():
    assert scores(ITEMS[::-1]) == scores(ITEMS)


def test_what_others_wrote_does_not_matter():
    marked = [item(f"m{n}", ANSWERS["half"] + "补充" * n, 0.5) for n in range(6)]

    alone = scores([ITEMS[1]], marked)["half"]

    assert alone == pytest.approx(scores(ITEMS, marked)["half"], abs=1e-3)


def test_marked_answers_of_the_question_pull_the_score():
    strict = [item(f"m{n}", ANSWERS["half"] + "等" * n, 0.1) for n in range(8)]
    mild = [item(f"m{n}", ANSWERS["half"] + "等" * n, 0.9) for n in range(8)]

    assert scores(ITEMS, strict)["half"] < 0.35 < 0.65 < scores(ITEMS, mild)["half"]


def test_marked_answers_of_another_question_change_nothing():
    other = [item("m", ANSWERS["half"], 0.0, question="another")]

    assert scores(ITEMS, other) == scores(ITEMS)


def test_a_marked_answer_needs_a_score():
    with pytest.raises(ValueError, match="score"):
        grade_answers(ITEMS, [item("m", "甲")])


def test_no_answers_no_marks():
    assert grade_answers([]) == []


def test_a_fitted_prior_survives_its_file():
    marked = [item(f"m{n}", REFERENCE[: 4 * n], n / 12) for n in range(12)]
    prior = fit_prior(marked, provenance={"sha256": fingerprint(marked)})

    assert load_prior(dump_prior(prior)) == prior
    assert scores_with(prior)["full"] > scores_with(prior)["off"]


def scores_with(prior):
    return {mark.id: mark.score for mark in grade_answers(ITEMS, prior=prior)}


def test_the_shipped_prior_says_where_it_comes_from():
    assert {"source", "licence", "rows", "sha256"} <= shipped_prior().provenance.keys()


def test_a_prior_of_another_version_is_refused():
    with pytest.raises(ValueError, match="coefficients"):
        load_prior('{"centre": [], "scale": [], "coefficients": [1], "mean": 0, "provenance": {}}')


@pytest.mark.parametrize(
    ("risk", "flags", "expected"),
    [
        (0.02, (), Route.SUGGEST),
        (0.15, (), Route.REVIEW),
        (0.6, (), Route.MUST_REVIEW),
        (0.0, ("shuffled",), Route.MUST_REVIEW),
    ],
)
def test_routes(risk, flags, expected):
    assert route(risk, flags) is expected

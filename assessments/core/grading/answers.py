"""Short answers with a reference: scores and the probability that they are grossly wrong.

A second opinion for whole answers; where a rubric exists, the sum of its points stands.
"""

from collections import defaultdict
from collections.abc import Sequence

from assessments.core.grading.calibrate import calibrate
from assessments.core.grading.confidence import p_errors
from assessments.core.grading.prior import Prior, shipped_prior
from assessments.core.grading.types import AnswerItem, AnswerMark
from casebank.core.text.normalise import normalise


def grade_answers(
    items: Sequence[AnswerItem], marked: Sequence[AnswerItem] = (), *, prior: Prior | None = None
) -> list[AnswerMark]:
    """Marks in the order of ``items``.

    ``marked``: answers of the same questions with a human score (ValueError without one). Neither the order of the
    items nor what other unmarked answers say changes a score; an empty answer scores 0.
    """
    if any(item.score is None for item in marked):
        raise ValueError("every marked answer needs a score")
    prior = prior or shipped_prior()
    known, groups = defaultdict(list), defaultdict(list)
    for item in sorted(marked, key=lambda one: one.id):
        known[item.question_key].append(item)
    for at, item in enumerate(items):
        groups[item.question_key].append(at)
    results: dict[int, AnswerMark] = {}
    for question, places in groups.items():
        mine = [items[at] for at in places]
        results |= dict(zip(places, _grade_question(mine, known[question], prior), strict=True))
    return [results[at] for at in range(len(items))]


def _grade_question(items: Sequence[AnswerItem], marked: Sequence[AnswerItem], prior: Prior) -> list[AnswerMark]:
    import numpy

    cold = prior.predict(items)
    if marked:
        fitted = calibrate(marked, items, prior.predict(marked), cold)
        score, sd, residuals = fitted.score, fitted.sd, fitted.residuals
    else:
        score, sd, residuals = cold, numpy.full(len(items), 0.4), numpy.zeros(0)
    risk = p_errors(score, sd, residuals)
    return [_mark(item, float(s), float(r)) for item, s, r in zip(items, score, risk, strict=True)]


def _mark(item: AnswerItem, score: float, risk: float) -> AnswerMark:
    if not normalise(item.answer, limit=20_000).text:
        return AnswerMark(item.id, 0.0, 0.0)
    return AnswerMark(item.id, round(score, 4), round(risk, 4))

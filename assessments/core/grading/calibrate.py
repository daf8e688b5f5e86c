"""From a few marked answers of a question to scores for the rest: shift, Gaussian process, variance-matched decoding.

Everything is computed from the marked answers and the one answer at hand; what other candidates wrote changes nothing.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assessments.core.grading.similarity import grams
from assessments.core.grading.types import AnswerItem
from casebank.core.text.normalise import normalise

SIGNAL, NOISE = 0.20, 0.03
SHRINK = 3
#: Share of the variance-matching stretch that is applied; g = clip((sd marked + .02) / (sd predicted + .001), 1, 2.2).
DECODE, MOST = 0.8, 2.2


@dataclass(frozen=True)
class Calibrated:
    """Per answer: ``score`` in 0..1 and ``sd`` of the process; ``residuals`` are leave-one-out errors on the marked."""

    score: Any
    sd: Any
    residuals: Any


def calibrate(marked: Sequence[AnswerItem], items: Sequence[AnswerItem], marked_prior, prior) -> Calibrated:
    """Scores for ``items`` of one question given its ``marked`` answers (≥ 1) and the prior's scores of both."""
    import numpy

    truth = numpy.asarray([item.score for item in marked], dtype=float)
    residual = truth - marked_prior
    shift = residual.sum() / (len(marked) + SHRINK)
    own, cross = _kernels(marked, items)
    covariance = SIGNAL * own + NOISE * numpy.eye(len(marked))
    inverse = numpy.linalg.inv(covariance)
    weights = inverse @ (residual - shift)
    left_out = truth - weights / numpy.diag(inverse)
    posterior = prior + shift + SIGNAL * cross @ weights
    variance = SIGNAL + NOISE - SIGNAL**2 * numpy.einsum("ij,jk,ik->i", cross, inverse, cross)
    score = _decoded(posterior, left_out, truth)
    return Calibrated(score, numpy.sqrt(numpy.maximum(variance, 1e-6)), _decoded(left_out, left_out, truth) - truth)


def _decoded(posterior, left_out, truth):
    """Stretch around the mean so that predictions vary as much as marks do."""
    import numpy

    factor = float(numpy.clip((truth.std() + 0.02) / (left_out.std() + 0.001), 1, MOST))
    factor = 1 + DECODE * (factor - 1)
    middle = left_out.mean()
    return numpy.clip((middle + truth.mean()) / 2 + (posterior - middle) * factor, 0, 1)


def _kernels(marked: Sequence[AnswerItem], items: Sequence[AnswerItem]):
    """(marked × marked, items × marked): mean of an n-gram cosine and a radial kernel over features."""
    word_own, word_cross = _gram_kernels(marked, items)
    shape_own, shape_cross = _feature_kernels(marked, items)
    return (word_own + shape_own) / 2, (word_cross + shape_cross) / 2


def _gram_kernels(marked, items):
    counts = [_counted(item) for item in marked]
    frequency: Counter[str] = Counter(gram for one in counts for gram in one)
    place = {gram: at for at, gram in enumerate(sorted(frequency))}
    weight = {gram: math.log((1 + len(marked)) / (frequency[gram] + 0.5)) + 0.5 for gram in place}
    own = _rows(counts, place, weight)
    return own @ own.T, _rows([_counted(item) for item in items], place, weight) @ own.T


def _counted(item: AnswerItem) -> Counter[str]:
    return grams(normalise(item.answer, limit=20_000).text.lower())


def _rows(counts: Sequence[Counter[str]], place: dict[str, int], weight: dict[str, float]):
    import numpy

    table = numpy.zeros((len(counts), max(1, len(place))))
    for row, one in enumerate(counts):
        for gram, count in one.items():
            if gram in place:
                table[row, place[gram]] = (1 + math.log(count)) * weight[gram]
    return table / (numpy.linalg.norm(table, axis=1, keepdims=True) + 1e-9)


def _feature_kernels(marked, items):
    import numpy

    from assessments.core.grading.features import matrix

    base, others = matrix(marked), matrix(items)
    scale = (base.std(0) + 0.05) * math.sqrt(base.shape[1])
    first, second = base / scale, others / scale
    return _radial(first, first, numpy), _radial(second, first, numpy)


def _radial(left, right, numpy):
    return numpy.exp(-((left[:, None] - right[None]) ** 2).sum(-1) / 2)

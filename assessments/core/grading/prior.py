"""What a short answer is worth before anybody marked one of its question: a small ridge regression over features.

The shipped coefficients (``prior.json``) were fitted on data whose licence allows it; the file names source, licence,
row count and hash. ``fit_prior`` makes such a file from any marked answers, for instance the customer's own.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from assessments.core.grading.features import NAMES, matrix
from assessments.core.grading.types import AnswerItem

_SQUARED = ("length", "recall", "cosine", "coverage", "clauses", "weakest")
_CAPPED = ("length", "recall", "cosine", "clauses")
_CAPS = (0.15, 0.3, 0.5)
#: Cold predictions are stretched around this centre: posterior means are too timid.
CENTRE, STRETCH = 0.62, 1.4
RIDGE = 60.0


@dataclass(frozen=True)
class Prior:
    """Standardised ridge: score = mean + Σ coefficient · (value − centre) / scale."""

    centre: tuple[float, ...]
    scale: tuple[float, ...]
    coefficients: tuple[float, ...]
    mean: float
    provenance: Mapping[str, Any]

    def predict(self, items: Sequence[AnswerItem]):
        """Scores in 0..1 for unmarked answers, stretched; a numpy array in the order of ``items``."""
        import numpy

        wide = (expand(matrix(items)) - numpy.asarray(self.centre)) / numpy.asarray(self.scale)
        raw = numpy.clip(wide @ numpy.asarray(self.coefficients) + self.mean, 0, 1)
        return numpy.clip(CENTRE + (raw - CENTRE) * STRETCH, 0, 1)


def expand(values):
    """Features with squares and caps (a point is won early: the curve is steep at the beginning)."""
    import numpy

    squares = [values[:, [NAMES.index(name)]] ** 2 for name in _SQUARED]
    capped = [numpy.minimum(values[:, [NAMES.index(name)]], cap) for name in _CAPPED for cap in _CAPS]
    return numpy.hstack([values, *squares, *capped])


def fit_prior(
    items: Sequence[AnswerItem], *, weights: Sequence[float] | None = None, provenance: Mapping[str, Any]
) -> Prior:
    """Ridge over marked ``items`` (each with a score; ValueError otherwise)."""
    import numpy

    if not items or any(item.score is None for item in items):
        raise ValueError("every item needs a score")
    wide, target = expand(matrix(items)), numpy.asarray([item.score for item in items], dtype=float)
    weight = numpy.asarray(weights if weights is not None else [1.0] * len(items), dtype=float)
    centre, scale = wide.mean(0), wide.std(0) + 1e-6
    standard = (wide - centre) / scale
    middle, mean = weight @ standard / weight.sum(), float(weight @ target / weight.sum())
    moved = standard - middle
    penalty = RIDGE * weight.sum() / 100 * numpy.eye(wide.shape[1])
    solved = numpy.linalg.solve(
        (moved * weight[:, None]).T @ moved + penalty, (moved * weight[:, None]).T @ (target - mean)
    )
    return Prior(
        _rounded(centre), _rounded(scale), _rounded(solved), round(mean - float(middle @ solved), 8), dict(provenance)
    )


def _rounded(values) -> tuple[float, ...]:
    return tuple(round(float(value), 8) for value in values)


def fingerprint(items: Sequence[AnswerItem]) -> str:
    """SHA-256 over the marked answers that a prior was fitted on, independent of their order."""
    rows = sorted(
        json.dumps([i.id, i.question_key, list(i.references), i.answer, i.score], ensure_ascii=False) for i in items
    )
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def dump_prior(prior: Prior) -> str:
    """JSON of a prior, readable by ``load_prior``."""
    return json.dumps(prior.__dict__, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def load_prior(text: str) -> Prior:
    """Prior from its JSON. Raises ValueError when the number of coefficients does not fit this version's features."""
    raw = json.loads(text)
    prior = Prior(tuple(raw["centre"]), tuple(raw["scale"]), tuple(raw["coefficients"]), raw["mean"], raw["provenance"])
    expected = len(NAMES) + len(_SQUARED) + len(_CAPPED) * len(_CAPS)
    if len(prior.coefficients) != expected:
        raise ValueError(f"prior has {len(prior.coefficients)} coefficients, this version needs {expected}")
    return prior


@lru_cache(maxsize=1)
def shipped_prior() -> Prior:
    """The prior that comes with the product."""
    return load_prior(files("assessments.core.grading").joinpath("prior.json").read_text(encoding="utf-8"))

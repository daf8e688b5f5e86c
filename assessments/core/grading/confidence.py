"""How likely a score is off by more than 0.3 of full marks, and what follows from it.

The spread is the root mean square of the leave-one-out errors of the question's own marked answers, drawn towards
the spread that unmarked questions show; scores near an end of the scale are surer than those in the middle.
"""

import math
from enum import StrEnum

GROSS = 0.3
#: Spread of errors without any marked answer, and how many marked answers weigh as much as it.
COLD_SPREAD, COLD_WEIGHT = 0.30, 8
#: With fewer marked answers p_error is an upper bound.
ENOUGH = 20


class Route(StrEnum):
    """What a marker is asked to do; nothing is final without a person."""

    SUGGEST = "suggest"
    REVIEW = "review"
    MUST_REVIEW = "must_review"


def p_errors(score, sd, residuals):
    """Probabilities for many answers; ``residuals`` may be empty (a cold question)."""
    import numpy
    from scipy.special import erfc

    squares = float((numpy.asarray(residuals) ** 2).sum()) if len(residuals) else 0.0
    spread = math.sqrt((squares + COLD_WEIGHT * COLD_SPREAD**2) / (len(residuals) + COLD_WEIGHT))
    middle = 4 * score * (1 - score)
    wide = spread * (0.55 + 0.6 * middle) * (0.8 + 0.5 * sd)
    bound = 1.0 if len(residuals) >= ENOUGH else 1.1
    return numpy.clip(bound * erfc(GROSS / (wide * math.sqrt(2))), 0.0, 1.0)


def route(p_error: float, flags: tuple[str, ...] = (), *, unsure: bool = False) -> Route:
    """Flags and doubt decide first, then risk."""
    if unsure or flags or p_error > 0.25:
        return Route.MUST_REVIEW
    return Route.REVIEW if p_error > 0.08 else Route.SUGGEST

"""Which lessons fit a person's weak points, and why.

A lesson scores the weight of each weakness times how closely its defect code fits: the same code fully, another code of
the same family (``XS-ZJ-06`` and ``XS-ZJ-11``) by less than half. Completed lessons are left out.
"""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass

SAME, FAMILY = "same", "family"
FITS = {SAME: 1.0, FAMILY: 0.4}
SEVERITY_WEIGHTS = {"严重": 3.0, "一般": 2.0, "轻微": 1.0}


@dataclass(frozen=True)
class Weakness:
    """A defect code with how often it was confirmed; ``weight`` says how much it matters."""

    code: str
    n: int
    weight: float


@dataclass(frozen=True)
class Offer:
    """A published lesson."""

    lesson: Hashable
    code: str
    title: str


@dataclass(frozen=True)
class Reason:
    """Why: the weak code, how often it occurred, and whether the lesson is on it or on its family."""

    code: str
    n: int
    fit: str


@dataclass(frozen=True)
class Recommendation:
    """A lesson with its score and reasons, strongest first."""

    offer: Offer
    score: float
    reasons: tuple[Reason, ...]


def weakness(code: str, n: int, severity: str) -> Weakness:
    """Frequency times severity (严重 3, 一般 2, 轻微 1; an unknown severity counts as 一般)."""
    return Weakness(code, n, n * SEVERITY_WEIGHTS.get(severity, 2.0))


def recommend(
    weaknesses: Iterable[Weakness], offers: Iterable[Offer], done: Collection[Hashable] = (), most: int = 5
) -> list[Recommendation]:
    """At most ``most`` lessons, best fit first; equal scores by title. Nothing weak, nothing recommended."""
    weak = list(weaknesses)
    found = [_judge(offer, weak) for offer in offers if offer.lesson not in done]
    fitting = [item for item in found if item.score > 0]
    return sorted(fitting, key=lambda item: (-item.score, item.offer.title, str(item.offer.lesson)))[:most]


def _judge(offer: Offer, weak: list[Weakness]) -> Recommendation:
    fits = [(item, fit) for item in weak if (fit := _fit(offer.code, item.code))]
    fits.sort(key=lambda pair: (-pair[0].weight * FITS[pair[1]], pair[0].code))
    score = sum(item.weight * FITS[fit] for item, fit in fits)
    return Recommendation(offer, round(score, 2), tuple(Reason(item.code, item.n, fit) for item, fit in fits))


def _fit(lesson_code: str, weak_code: str) -> str:
    if lesson_code == weak_code:
        return SAME
    return FAMILY if family(lesson_code) == family(weak_code) else ""


def family(code: str) -> str:
    """The code without its number: ``XS-ZJ-06`` belongs to ``XS-ZJ``."""
    return code.rpartition("-")[0] or code

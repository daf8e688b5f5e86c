"""From judgements to shares of points, with the rubric's policy for a missing citation."""

from dataclasses import dataclass

from assessments.core.grading.types import MissingCitation, Verdict
from assessments.core.grading.verify import Judgement

PARTIAL_RANGE = (0.25, 0.6)


@dataclass(frozen=True)
class Credit:
    """Share of the points in 0..1 with the verdict and the message key behind it."""

    share: float
    verdict: Verdict
    rule: str


def credit(judgement: Judgement) -> Credit:
    """HIT is full, PARTIAL between a quarter and 0.6, UNSURE half of its score until a person decides, the rest 0."""
    if judgement.verdict is Verdict.HIT:
        return Credit(1.0, Verdict.HIT, judgement.rule)
    if judgement.verdict is Verdict.PARTIAL:
        low, high = PARTIAL_RANGE
        return Credit(min(max(judgement.score, low), high), Verdict.PARTIAL, judgement.rule)
    if judgement.verdict is Verdict.UNSURE:
        return Credit(judgement.score / 2, Verdict.UNSURE, judgement.rule)
    return Credit(0.0, judgement.verdict, judgement.rule)


def without_citation(given: Credit, policy: MissingCitation, capped_share: float) -> Credit:
    """``given`` after the decisive citation turned out to be missing."""
    if given.share == 0 or policy is MissingCitation.FULL:
        return given
    if policy is MissingCitation.ZERO:
        return Credit(0.0, Verdict.ABSENT, "citation_zero")
    if policy is MissingCitation.REVIEW:
        return Credit(min(given.share, capped_share), Verdict.UNSURE, "citation_review")
    return Credit(min(given.share, capped_share), Verdict.PARTIAL, "citation_capped")


def floor_to_cents(points: float) -> float:
    """Points rounded to two decimals so that equal inputs print alike."""
    return round(points + 0.0, 2)

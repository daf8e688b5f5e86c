"""Does a finding speak about a reference finding, and what would the pair be worth, part by part?"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessments.core.grading import parts
from assessments.core.grading.explain import reason
from assessments.core.grading.location import Place, place_of
from assessments.core.grading.parts import PartView, field_span
from assessments.core.grading.types import Finding, PartWeights, ReferenceFinding, Span, Verdict
from assessments.core.grading.verify import Judgement, verify
from casebank.core.text.normalise import normalise

#: Topic share from which a contradiction in the reasoning concerns this finding.
CONTRADICTION_TOPIC = 0.3
PARTS = ("locate", "attribute", "consequence", "legal_basis", "remedy")


@dataclass(frozen=True)
class Pair:
    """A possible pairing: which variant of the reference fits best and what it is worth."""

    variant: Finding
    views: Mapping[str, PartView]
    points: float


def best_pair(
    reference: ReferenceFinding, finding: Finding, families: Mapping[str, str], shares: PartWeights
) -> Pair | None:
    """The best variant of ``reference`` for ``finding``; None when the finding does not speak about it."""
    pairs = [
        pair for variant in reference.variants if (pair := _pair(variant, finding, reference.points, families, shares))
    ]
    return max(pairs, key=lambda pair: pair.points, default=None)


def _pair(want: Finding, have: Finding, points: float, families: Mapping[str, str], shares: PartWeights) -> Pair | None:
    place = place_of(want, have)
    code = code_share(want.code, have.code, families)
    judgement = _reasoning(want, have)
    if not _speaks_about(place, code, judgement):
        return None
    views = {
        "locate": _locate(want, have, place, code, judgement),
        "attribute": parts.attribute(want, have),
        "consequence": parts.consequence(want, have),
        "legal_basis": parts.legal_basis(want, have),
        "remedy": parts.remedy(want, have),
    }
    effective = effective_weights(want, shares)
    return Pair(want, views, sum(points * effective[name] * view.share for name, view in views.items()))


def effective_weights(want: Finding, shares: PartWeights) -> dict[str, float]:
    """Shares of the parts that the reference states, scaled to 1; locating always counts."""
    stated = {name: getattr(shares, name) for name in PARTS if name == "locate" or getattr(want, name).strip()}
    total = sum(stated.values())
    return {name: stated.get(name, 0.0) / total if total else 0.0 for name in PARTS}


def code_share(want: str, have: str, families: Mapping[str, str]) -> float | None:
    """1 same code, ½ same family, 0 another; None when one side has no code."""
    if not want or not have:
        return None
    if want == have:
        return 1.0
    return 0.5 if families.get(want) and families.get(want) == families.get(have) else 0.0


def _reasoning(want: Finding, have: Finding) -> Judgement | None:
    if not want.reasoning.strip() or not have.reasoning.strip():
        return None
    return verify(normalise(want.reasoning).text, normalise(have.reasoning).text)


def _speaks_about(place: Place, code: float | None, judgement: Judgement | None) -> bool:
    """A place alone is not a finding: the code or the reasoning must name the defect; without a place both must fit."""
    told = judgement is not None and judgement.verdict in (Verdict.HIT, Verdict.PARTIAL)
    if place is Place.ELSEWHERE:
        return False
    if place is Place.UNKNOWN:
        return told and code != 0.0
    return bool(code) or told or (code is None and judgement is None and place is Place.EXACT)


def _locate(want: Finding, have: Finding, place: Place, code: float | None, judgement: Judgement | None) -> PartView:
    """Half for the place, half for the defect; reasoning that says the opposite loses both.

    A finding that names no code although the key has one gets half of the second half: a person decides the rest.
    """
    if judgement and judgement.verdict is Verdict.CONTRADICTED and judgement.topic >= CONTRADICTION_TOPIC:
        span = (
            field_span("reasoning", have.reasoning, *judgement.span)
            if judgement.span
            else field_span("reasoning", have.reasoning)
        )
        return PartView(0.0, Verdict.CONTRADICTED, reason("reasoning_contradicts", quote=span.quote), (span,))
    spans = (
        Span(
            "quote",
            have.start or 0,
            have.end if have.end is not None else (have.start or 0) + len(have.quote),
            have.quote,
        ),
    )
    unnamed = bool(want.code and not have.code)
    issue = 0.5 if unnamed else 1.0 if code is None else max(code, 0.5)
    share = place.share * (0.5 + 0.5 * issue)
    rule = "located_without_code" if unnamed and place is Place.EXACT else _locate_rule(place, code)
    return PartView(
        share, Verdict.HIT if share == 1 else Verdict.PARTIAL, reason(rule, found=have.code, expected=want.code), spans
    )


def _locate_rule(place: Place, code: float | None) -> str:
    if place is not Place.EXACT:
        return "located_nearby"
    return {1.0: "located", None: "located", 0.5: "located_sibling"}.get(code, "located_other_code")

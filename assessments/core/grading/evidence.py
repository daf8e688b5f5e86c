"""Evidence review: a candidate's findings against the key.

``grade_findings(findings, key, *, defect_families)`` pairs findings and reference findings one to one so that the
sum of points is largest (Kuhn–Munkres through scipy), marks five parts of each pair and deducts for false alarms.

Marks: locate 40 %, attribute 10 %, consequence 25 %, legal basis 15 %, remedy 10 % of a finding's points; a false
alarm costs 25 % of an average finding; the total never falls below 0 (defaults of the training practice, arguments).
"""

from collections.abc import Mapping, Sequence

from assessments.core.grading import integrity
from assessments.core.grading.assign import assign
from assessments.core.grading.explain import reason
from assessments.core.grading.location import Place, place_of
from assessments.core.grading.pairing import Pair, best_pair, effective_weights
from assessments.core.grading.parts import PartView
from assessments.core.grading.score import floor_to_cents
from assessments.core.grading.segment import read_source
from assessments.core.grading.types import (
    EvidenceMark,
    Finding,
    FindingMark,
    Key,
    PartMark,
    PartWeights,
    ReferenceFinding,
    UnmatchedFinding,
    Verdict,
)

FALSE_ALARM_SHARE = 0.25


def grade_findings(
    findings: Sequence[Finding],
    key: Key,
    *,
    defect_families: Mapping[str, str],
    weights: PartWeights | None = None,
    false_alarm_share: float = FALSE_ALARM_SHARE,
) -> EvidenceMark:
    """Mark ``findings`` against ``key``.

    ``defect_families``: defect code → family (an empty mapping: no siblings); a sibling code earns half of the code's
    share. ``weights``: shares of the five parts. The order of ``findings`` never matters; ids must be unique
    (ValueError otherwise). Unmatched findings are returned for the marker and deducted provisionally.
    """
    _refuse_doubles(findings, key)
    ordered = sorted(findings, key=_content_order)
    references = sorted(key.findings, key=lambda one: one.id)
    shares = weights or PartWeights()
    table = [[best_pair(reference, one, defect_families, shares) for one in ordered] for reference in references]
    chosen = assign([[pair.points if pair else 0.0 for pair in row] for row in table])
    marks = {}
    for row, reference in enumerate(references):
        pair = table[row][chosen[row]] if row in chosen else None
        marks[reference.id] = (
            _finding_mark(reference, pair, ordered[chosen[row]], shares) if pair else _missed(reference, shares)
        )
    alone = [at for at in range(len(ordered)) if at not in chosen.values()]
    price = false_alarm_share * key.maximum / max(1, len(key.findings))
    unmatched = tuple(_unmatched(ordered, at, references, key, table, chosen, price) for at in alone)
    return _total(key, [marks[one.id] for one in key.findings], unmatched, ordered, len(chosen))


def _refuse_doubles(findings: Sequence[Finding], key: Key) -> None:
    for name, ids in (
        ("findings", [one.id for one in findings]),
        ("reference findings", [one.id for one in key.findings]),
    ):
        if len(set(ids)) != len(ids):
            raise ValueError(f"ids of {name} must be unique")


def _content_order(one: Finding) -> tuple[object, ...]:
    return (
        one.document,
        one.paragraph,
        one.start if one.start is not None else -1,
        one.code,
        one.quote,
        one.reasoning,
        one.attribute,
        one.consequence,
        one.legal_basis,
        one.remedy,
        one.id,
    )


# ------------------------------------------------------------------ marks
def _finding_mark(reference: ReferenceFinding, pair: Pair, finding: Finding, shares: PartWeights) -> FindingMark:
    maxima = part_maxima(pair.variant, reference.points, shares)
    marked = tuple(_part(name, pair.views[name], maximum) for name, maximum in maxima.items())
    points = floor_to_cents(min(reference.points, sum(part.points for part in marked)))
    return FindingMark(
        reference.id, finding.id, points, reference.points, marked, reason("matched", reference=reference.id)
    )


def _part(name: str, view: PartView, maximum: float) -> PartMark:
    return PartMark(name, floor_to_cents(view.share * maximum), maximum, view.verdict, view.matched, view.reason)


def _missed(reference: ReferenceFinding, shares: PartWeights) -> FindingMark:
    nothing = PartView(0.0, Verdict.ABSENT, reason("not_found"))
    maxima = part_maxima(reference.finding, reference.points, shares)
    marked = tuple(_part(name, nothing, maximum) for name, maximum in maxima.items())
    return FindingMark(reference.id, None, 0.0, reference.points, marked, reason("not_found"))


def part_maxima(want: Finding, points: float, shares: PartWeights) -> dict[str, float]:
    """Points per stated part, in cents; locating takes what rounding leaves so that the parts add up exactly."""
    maxima = {name: floor_to_cents(points * share) for name, share in effective_weights(want, shares).items() if share}
    if "locate" in maxima:
        maxima["locate"] = floor_to_cents(points - sum(maxima.values()) + maxima["locate"])
    return maxima


def _unmatched(ordered, at, references, key, table, chosen, price) -> UnmatchedFinding:
    one = ordered[at]
    decoy = next(
        (
            d
            for d in key.decoys
            if place_of(d, one) in (Place.EXACT, Place.NEARBY)
            and (not d.code or d.code == one.code or place_of(d, one) is Place.EXACT)
        ),
        None,
    )
    if decoy:
        return UnmatchedFinding(one.id, "decoy", floor_to_cents(price), reason("decoy", related=decoy.id))
    for row in range(len(references)):
        if row in chosen and table[row][at]:
            first = ordered[chosen[row]]
            cost = 0.0 if _same_claim(first, one) else price
            return UnmatchedFinding(one.id, "duplicate", floor_to_cents(cost), reason("duplicate", related=first.id))
    return UnmatchedFinding(one.id, "unknown", floor_to_cents(price), reason("unknown"))


def _same_claim(first: Finding, second: Finding) -> bool:
    """Saying the same twice is free; trying several answers at one place is not."""
    return (first.code, first.attribute, first.consequence) == (second.code, second.attribute, second.consequence)


def _total(
    key: Key,
    marks: Sequence[FindingMark],
    unmatched: tuple[UnmatchedFinding, ...],
    findings: Sequence[Finding],
    pairs: int,
) -> EvidenceMark:
    earned = min(key.maximum, sum(one.points for one in marks))
    deduction = sum(one.deduction for one in unmatched)
    flags = _flags(findings, key, unmatched)
    human = any(one.needs_human for one in marks) or any(one.kind == "unknown" for one in unmatched)
    return EvidenceMark(
        points=floor_to_cents(max(0.0, earned - deduction)),
        maximum=key.maximum,
        earned=floor_to_cents(earned),
        deduction=floor_to_cents(deduction),
        findings=tuple(marks),
        unmatched=unmatched,
        flags=flags,
        precision=round(pairs / len(findings), 4) if findings else 0.0,
        recall=round(pairs / len(key.findings), 4) if key.findings else 0.0,
        needs_human=human or integrity.needs_human(flags),
    )


def _flags(findings: Sequence[Finding], key: Key, unmatched: Sequence[UnmatchedFinding]) -> tuple[str, ...]:
    found = set() if findings else {"empty"}
    for one in findings:
        for text in (one.reasoning, one.remedy, one.legal_basis):
            found |= set(integrity.screen(read_source(text)).flags) - {"empty", "too_short"}
    if len(unmatched) > max(3, len(key.findings)):
        found.add("overclaiming")
    return tuple(flag for flag in integrity.FLAGS if flag in found)

"""Free text against rubric points: one sentence against one point, or a whole answer against all of them."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessments.core.grading import integrity
from assessments.core.grading.assign import assign
from assessments.core.grading.elements import read
from assessments.core.grading.explain import reason
from assessments.core.grading.score import Credit, credit
from assessments.core.grading.segment import Source, Unit, merged, read_source
from assessments.core.grading.types import PointMark, Reason, RubricMark, Span, Verdict
from assessments.core.grading.verify import Judgement, topic_share, verify
from casebank.core.text.normalise import normalise

REUSE_TOPIC = 0.5
CONFLICT_TOPIC = 0.45
_CONFLICTS = frozenset(
    {
        "opposite_compliance",
        "opposite_proof",
        "opposite_remedy",
        "wrong_charge",
        "wrong_circumstance",
        "wrong_amount",
        "other_consequence",
    }
)
_NAMES = {
    "topic": "事实",
    "citation": "法律依据",
    "charge": "罪名",
    "circumstance": "情节",
    "amount": "数额",
    "judgement": "评价结论",
    "remedy": "处理意见",
}


@dataclass(frozen=True)
class Best:
    """The unit chosen for a point with its judgement."""

    unit: Unit | None
    judgement: Judgement | None
    conflict: Unit | None = None


def grade_point(reference: str, sentence: str) -> Judgement:
    """One original sentence against the original text of one point (the batch kind ``points``)."""
    return verify(normalise(reference).text, normalise(sentence).text)


def grade_points(pairs: Sequence[tuple[str, str]]) -> list[Judgement]:
    """``grade_point`` for each (reference, sentence)."""
    return [grade_point(reference, sentence) for reference, sentence in pairs]


def grade_rubric(points: Sequence[str], answer: str, *, case_file: str = "") -> RubricMark:
    """A whole answer against equally weighted points (the batch kind ``adversarial``)."""
    texts = tuple(normalise(point).text for point in points)
    source = read_source(answer)
    screening = integrity.screen(source, references=texts, case_file=case_file)
    best = match_points(texts, source, screening.readable)
    marks = tuple(_mark(str(at + 1), one, source, 1.0) for at, one in enumerate(best))
    flags = list(screening.flags)
    if any(one.conflict for one in best):
        flags.append("conflicting")
    ordered = tuple(flag for flag in integrity.FLAGS if flag in flags)
    unsure = any(mark.verdict is Verdict.UNSURE for mark in marks)
    total = sum(mark.share for mark in marks) / len(marks) if marks else 0.0
    return RubricMark(round(total, 4), marks, ordered, unsure or integrity.needs_human(ordered))


def match_points(texts: Sequence[str], source: Source, units: Sequence[Unit]) -> list[Best]:
    """For each normalised point text the best unit: optimal assignment first, then neighbours and second use."""
    units = sorted(units, key=lambda unit: (unit.text, unit.start))
    weights = importance(texts)
    table = [[verify(text, unit.text, weights) for unit in units] for text in texts]
    chosen = assign([[_worth(one) for one in row] for row in table])
    return [_best(row, texts, source, units, table, chosen.get(row), weights) for row in range(len(texts))]


def importance(texts: Sequence[str]) -> dict[str, float]:
    """Weight of each concept and bigram: what stands in many points tells little about which one is meant."""
    if len(texts) < 2:
        return {}
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(read(text).concepts | read(text).grams)
    return {key: math.log(1 + len(texts) / count) / math.log(1 + len(texts)) for key, count in counts.items()}


def _worth(judgement: Judgement) -> float:
    if judgement.verdict in (Verdict.HIT, Verdict.PARTIAL, Verdict.UNSURE):
        return judgement.score + 0.01 * judgement.topic
    return 0.0


def _best(row, texts, source, units, table, column, weights) -> Best:
    text, judgements = texts[row], table[row]
    if column is None:
        column = _second_use(judgements)
    conflict = _conflict(row, units, table, texts, weights, column)
    if column is None:
        against = _strongest_opposition(row, units, table, texts, weights)
        return Best(units[against], judgements[against]) if against is not None else Best(None, None)
    unit, judgement = _extended(text, source, units, units[column], judgements[column], weights)
    return Best(unit, judgement, conflict)


def _second_use(judgements: list[Judgement]) -> int | None:
    """A sentence that already serves another point may serve this one too when it clearly speaks about it."""
    fit = [
        at
        for at, one in enumerate(judgements)
        if one.verdict in (Verdict.HIT, Verdict.PARTIAL) and one.topic >= REUSE_TOPIC
    ]
    return max(fit, key=lambda at: judgements[at].score, default=None)


def _extended(text, source, units, unit, judgement, weights):
    """Join the next or previous sentence when that says more of the point."""
    ordered = sorted(units, key=lambda one: one.start)
    at = ordered.index(unit)
    for neighbour in ordered[max(0, at - 1) : at] + ordered[at + 1 : at + 2]:
        if judgement.verdict is Verdict.HIT or abs(neighbour.start - unit.start) > 600:
            continue
        wider = merged(source, unit, neighbour)
        again = verify(text, wider.text, weights)
        if again.verdict in (Verdict.HIT, Verdict.PARTIAL) and again.score > judgement.score:
            unit, judgement = wider, again
    return unit, judgement


def _speaks_about(row: int, column: int, units, texts, weights: Mapping[str, float]) -> bool:
    """Whether this point is the one that the unit is about, among all points."""
    shares = [topic_share(read(text), read(units[column].text), weights) for text in texts]
    return (
        shares[row] >= CONFLICT_TOPIC
        and shares[row] >= max(shares) - 1e-9
        or _charge_clash(texts[row], units[column].text)
    )


def _charge_clash(text: str, unit: str) -> bool:
    want, have = read(text), read(unit)
    return bool(want.asserted and (have.asserted & want.refused or have.refused & want.asserted))


def _conflict(row, units, table, texts, weights, column) -> Unit | None:
    if column is None or table[row][column].verdict not in (Verdict.HIT, Verdict.PARTIAL, Verdict.UNSURE):
        return None
    for other, judgement in enumerate(table[row]):
        if judgement.rule in _CONFLICTS and _speaks_about(row, other, units, texts, weights):
            return units[other]
    return None


def _strongest_opposition(row, units, table, texts, weights) -> int | None:
    fit = [
        at for at, one in enumerate(table[row])
        if one.verdict is Verdict.CONTRADICTED and _speaks_about(row, at, units, texts, weights)
    ]  # fmt: skip
    return max(fit, key=lambda at: table[row][at].topic, default=None)


def _mark(identity: str, best: Best, source: Source, maximum: float) -> PointMark:
    if best.unit is None or best.judgement is None:
        return PointMark(identity, 0.0, maximum, 0.0, Verdict.ABSENT, (), reason("point_absent"))
    given = credit(best.judgement)
    spans: tuple[Span, ...] = (source.unit_span(best.unit, best.judgement.span),)
    if best.conflict:
        given = Credit(0.0, Verdict.UNSURE, "point_conflict")
        spans += (source.unit_span(best.conflict),)
    return PointMark(
        identity,
        given.share * maximum,
        maximum,
        given.share,
        given.verdict,
        spans,
        explained(given.rule, best.judgement, spans[0].quote),
    )


def explained(rule: str, judgement: Judgement, quote: str) -> Reason:
    """Reason for a judgement with the candidate's words and what is missing."""
    missing = "、".join(_NAMES[name] for name in judgement.missing) or "要件"
    return reason(rule, quote=quote, missing=missing, found=judgement.found or quote)

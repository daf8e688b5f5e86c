"""Is this sentence the rubric point, a part of it, its opposite, or about something else?

``verify(reference, sentence)`` compares elements only: the length of a sentence and mere similarity of wording
never decide. Order of the rules follows the design: opposite polarity, other article / charge / amount, other issue,
then what is present.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from assessments.core.grading import lexicon
from assessments.core.grading.elements import Elements, read
from assessments.core.grading.types import Verdict

HIT_FROM = 0.72
PARTIAL_FROM = 0.22
TOPIC_ABSENT = 0.2
#: Below this topic share a judgement or remedy counts in proportion: 违法 and 应当补正 fit every point.
SURE_TOPIC = 0.45
_ROLE_NAMES = frozenset(lexicon.ROLES)
_WEIGHTS = {
    "topic": 0.40,
    "citation": 0.12,
    "charge": 0.45,
    "circumstance": 0.45,
    "amount": 0.40,
    "judgement": 0.22,
    "remedy": 0.18,
}


@dataclass(frozen=True)
class Judgement:
    """Outcome of one comparison. ``score`` orders sentences from 0 (wrong) to 1 (says it all); ``rule`` names the
    message key; ``span`` is the decisive place in the sentence; ``missing`` lists parts of the point not found."""

    verdict: Verdict
    score: float
    rule: str
    topic: float
    span: tuple[int, int] | None = None
    found: str = ""
    missing: tuple[str, ...] = ()
    parts: Mapping[str, float] | None = None


def verify(reference: str, sentence: str, weights: Mapping[str, float] | None = None) -> Judgement:
    """Judge normalised ``sentence`` against the normalised text of one point.

    ``weights``: importance of each concept or bigram within the rubric (idf over its points); 1 when not given.
    """
    want, have = read(reference), read(sentence)
    topic = topic_share(want, have, weights)
    opposite = _opposition(want, have, topic)
    if opposite:
        return opposite
    parts = _parts(want, have, topic)
    if topic < TOPIC_ABSENT and not parts.get("charge") and not parts.get("circumstance") and not parts.get("amount"):
        return Judgement(Verdict.ABSENT, round(0.3 * topic / TOPIC_ABSENT * 0.5, 4), "point_absent", topic, parts=parts)
    if _other_issue(want, have) or topic < SURE_TOPIC and _foreign_words(want, have):
        return Judgement(Verdict.ABSENT, round(0.18 * topic, 4), "other_issue", topic, parts=parts)
    return _weighed(want, have, topic, parts)


def _weighed(want: Elements, have: Elements, topic: float, parts: Mapping[str, float]) -> Judgement:
    total = sum(_WEIGHTS[name] for name in parts)
    score = sum(_WEIGHTS[name] * value for name, value in parts.items()) / total
    missing = tuple(name for name, value in parts.items() if value < 0.3)
    if have.compliance.mixed or have.proof.mixed:
        return Judgement(Verdict.UNSURE, round(min(score, 0.6), 4), "point_unsure", topic, missing=missing, parts=parts)
    essential = {"charge", "circumstance", "amount", "judgement"} & set(parts)
    stated = not essential or any(parts[name] >= 0.5 for name in essential) or parts.get("remedy", 0) >= 0.5
    complete = stated and parts.get("citation", 1.0) > 0
    if score >= HIT_FROM and complete:
        return Judgement(Verdict.HIT, round(score, 4), "point_hit", topic, missing=missing, parts=parts)
    if score >= PARTIAL_FROM:
        return Judgement(
            Verdict.PARTIAL, round(min(score, HIT_FROM), 4), "point_partial", topic, missing=missing, parts=parts
        )
    return Judgement(Verdict.ABSENT, round(score * 0.7, 4), "point_absent", topic, missing=missing, parts=parts)


def topic_share(want: Elements, have: Elements, weights: Mapping[str, float] | None = None) -> float:
    """How much of what the point is about is named: concepts count 2, other bigrams ½; half of it is all (0..1)."""
    return _topic_share(want, have, tuple(sorted(weights.items())) if weights else ())


@lru_cache(maxsize=65536)
def _topic_share(want: Elements, have: Elements, weights: tuple[tuple[str, float], ...]) -> float:
    importance = dict(weights)
    keys = [(name, _weight(name) * importance.get(name, 1.0), name in have.concepts) for name in sorted(want.concepts)]
    keys += [(gram, 0.5 * importance.get(gram, 1.0), gram in have.text) for gram in sorted(want.grams)]
    total = sum(weight for _, weight, _ in keys)
    return min(1.0, sum(weight for _, weight, hit in keys if hit) / total / 0.55) if total else 0.0


def _weight(concept: str) -> float:
    return 0.7 if concept in lexicon.WEAK_CONCEPTS else 2.0


def _parts(want: Elements, have: Elements, topic: float) -> dict[str, float]:
    """Share of each expected component; a component that the point does not expect is left out."""
    parts = {"topic": topic}
    if want.articles:
        parts["citation"] = 1.0 if want.articles & have.articles else 0.0
    if want.asserted:
        parts["charge"] = _charge_share(want, have)
    if want.circumstances:
        parts["circumstance"] = 1.0 if want.circumstances & have.circumstances else 0.0
    if want.conclusions:
        parts["amount"] = 1.0 if want.conclusions & (have.conclusions or have.values) else 0.0
    if (want.compliance.sign or want.proof.sign) and not want.asserted | want.circumstances:
        parts["judgement"] = _judgement_share(want, have)
    if want.remedies:
        parts["remedy"] = _remedy_share(want, have)
    about = min(1.0, topic / SURE_TOPIC)
    return {name: value * about if name in ("judgement", "remedy") else value for name, value in parts.items()}


def _axes(want: Elements, have: Elements):
    return (want.compliance, have.compliance), (want.proof, have.proof)


def _charge_share(want: Elements, have: Elements) -> float:
    if want.asserted & have.asserted:
        denies = not want.refused or have.refused & want.refused or have.articles & want.articles
        return 1.0 if denies else 0.5
    return 0.5 if want.refused & have.refused else 0.0


def _judgement_share(want: Elements, have: Elements) -> float:
    """1 for the same judgement on the same axis; the expected remedy or a judgement on the other axis implies a part."""
    pairs = [(mine.sign, theirs.sign) for mine, theirs in _axes(want, have) if mine.sign]
    if any(mine == theirs for mine, theirs in pairs):
        return 1.0
    if have.remedies & want.remedies:
        return 0.7
    return 0.5 if {mine for mine, _ in pairs} & {have.compliance.sign, have.proof.sign} else 0.0


def _remedy_share(want: Elements, have: Elements) -> float:
    if want.remedies & have.remedies:
        return 1.0
    return 0.25 if have.remedies else 0.0


# ------------------------------------------------------------------ contradictions
def _opposition(want: Elements, have: Elements, topic: float) -> Judgement | None:
    """The first rule that shows that the sentence says something else about this point."""
    about = (
        topic >= TOPIC_ABSENT
        or bool(want.asserted and (have.asserted or have.refused))
        or bool(want.circumstances and have.circumstances)
    )
    if not about:
        return None
    for rule in (
        _opposite_charge,
        _opposite_circumstance,
        _opposite_article,
        _opposite_amount,
        _opposite_axis,
        _opposite_consequence,
    ):
        judgement = rule(want, have, topic)
        if judgement:
            return judgement
    return None


def _against(rule: str, topic: float, span: tuple[int, int] | None, found: str = "") -> Judgement:
    return Judgement(Verdict.CONTRADICTED, 0.0, rule, topic, span, found)


def _opposite_charge(want: Elements, have: Elements, topic: float) -> Judgement | None:
    if not want.asserted and not want.refused:
        return None
    for one in have.charges:
        other = one.sign > 0 and want.asserted and one.family not in want.asserted
        if one.sign > 0 and (one.family in want.refused or other) or one.sign < 0 and one.family in want.asserted:
            return _against("wrong_charge", topic, (one.charge.start, one.charge.end), one.charge.name)
    return None


def _opposite_circumstance(want: Elements, have: Elements, topic: float) -> Judgement | None:
    """The wanted circumstance denied (or the denied one asserted), or another one claimed in its place."""
    for name, sign in sorted(want.circumstances):
        if (name, -sign) in have.circumstances and (name, sign) not in have.circumstances:
            return _against("wrong_circumstance", topic, _place_of(name, have), name)
    wanted = {name for name, sign in want.circumstances if sign > 0}
    claimed = sorted(name for name, sign in have.circumstances if sign > 0)
    if wanted and claimed and not wanted & set(claimed):
        return _against("wrong_circumstance", topic, _place_of(claimed[0], have), claimed[0])
    return None


def _place_of(name: str, have: Elements) -> tuple[int, int] | None:
    found = lexicon.CIRCUMSTANCES[name].search(have.text)
    return found.span() if found else None


def _opposite_article(want: Elements, have: Elements, topic: float) -> Judgement | None:
    if not want.articles or not have.articles or want.articles & have.articles:
        return None
    laws = {one.law for one in want.citations}, {one.law for one in have.citations}
    if "" not in laws[0] | laws[1] and not laws[0] & laws[1]:
        return None
    one = have.citations[0]
    return _against("wrong_article", topic, (one.start, one.end), one.text)


def _opposite_amount(want: Elements, have: Elements, topic: float) -> Judgement | None:
    if not want.conclusions or not have.conclusions or want.conclusions & have.conclusions:
        return None
    one = have.concluding[-1]
    return _against("wrong_amount", topic, (one.start, one.end), one.text)


def _opposite_axis(want: Elements, have: Elements, topic: float) -> Judgement | None:
    for name, (mine, theirs) in zip(("compliance", "proof"), _axes(want, have), strict=True):
        expected = mine.sign or (-1 if want.remedies else 0)
        if expected and theirs.sign == -expected and not theirs.mixed and not want.asserted:
            return _against(f"opposite_{name}", topic, (theirs.start, theirs.end))
    if have.denied and want.remedies and not want.denied:
        return _against("opposite_remedy", topic, have.denied)
    return None


def _opposite_consequence(want: Elements, have: Elements, topic: float) -> Judgement | None:
    """Curing against excluding: the one excludes the other unless both are named."""
    cures, excludes = "cure" in want.remedies, "exclude" in want.remedies
    if cures != excludes and (cures or excludes):
        expected, other = ("cure", "exclude") if cures else ("exclude", "cure")
        if other in have.remedies and expected not in have.remedies and "redo" not in have.remedies:
            found = lexicon.REMEDIES[other].search(have.text)
            return _against("other_consequence", topic, found.span() if found else None)
    return None


def _other_issue(want: Elements, have: Elements) -> bool:
    """Something is said to be missing, but nothing of it is missing in the point (无见证人签名 against 无持有人签名)."""
    if not want.lacking_in or not have.lacking or want.asserted:
        return False
    wanted = want.lacking_in | want.concepts if not want.lacking else want.lacking_in
    roles = wanted & _ROLE_NAMES
    return all(_foreign(named, wanted, roles) for named in have.lacking)


def _foreign_words(want: Elements, have: Elements) -> bool:
    """All that is said to be missing is named in words that the point does not have."""
    if not have.lacking_words or have.lacking or want.asserted:
        return False
    pairs = [{words[at : at + 2] for at in range(len(words) - 1)} for words in have.lacking_words]
    return all(one and not any(pair in want.text for pair in one) for one in pairs)


def _foreign(named: frozenset[str], wanted: frozenset[str], roles: frozenset[str]) -> bool:
    own = named & _ROLE_NAMES
    if own and roles and not own & roles:
        return True
    return not named & wanted

"""The five parts of a finding: locate, attribute, consequence, legal basis, remedy.

Each function takes the reference variant and the candidate's finding and answers with a ``PartView``: share of the
part in 0..1, verdict, words and reason. A part that the reference does not state has no weight.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assessments.core.grading import lexicon
from assessments.core.grading.elements import Elements, read
from assessments.core.grading.explain import reason
from assessments.core.grading.types import Finding, Reason, Span, Verdict
from casebank.core.text.citations import Citation, find_citations
from casebank.core.text.normalise import normalise

CONSEQUENCES = {
    "absolute": "不得作为定案的根据",
    "curable": "补正或者合理解释后可以采用",
    "illegal": "非法证据应当排除",
    "weight": "证明力减弱，需其他证据印证",
    "none": "不影响采信",
}
_NEAR = {frozenset({"absolute", "illegal"})}
LEVEL_SHARE = 2 / 3
NEAR_SHARE = 0.5


@dataclass(frozen=True)
class PartView:
    share: float
    verdict: Verdict
    reason: Reason
    matched: tuple[Span, ...] = ()


def field_span(field: str, text: str, start: int = 0, end: int | None = None) -> Span:
    """Span for offsets in the normal form of one field of a finding; the whole field when no offsets are given."""
    if end is None:
        return Span(field, 0, len(text), text)
    first, last = normalise(text).original_span(start, end)
    return Span(field, first, last, text[first:last])


def attribute(want: Finding, have: Finding) -> PartView:
    """真实性 / 关联性 / 合法性 as chosen."""
    return _choice("attribute", want.attribute, have.attribute, {})


def consequence(want: Finding, have: Finding) -> PartView:
    """The class of consequence; without a choice the remedy and the reasoning may still say it."""
    if not have.consequence:
        told = _told_consequence(have)
        if told == want.consequence:
            return PartView(1.0, Verdict.HIT, reason("choice_from_text", found=CONSEQUENCES.get(told, told)))
    return _choice("consequence", want.consequence, have.consequence, CONSEQUENCES)


def _choice(field: str, want: str, have: str, labels: dict[str, str]) -> PartView:
    expected, found = labels.get(want, want), labels.get(have, have)
    if not have:
        return PartView(0.0, Verdict.ABSENT, reason("choice_missing", expected=expected))
    span = (Span(field, 0, len(have), have),)
    if have == want:
        return PartView(1.0, Verdict.HIT, reason("choice_right", found=found), span)
    if frozenset({want, have}) in _NEAR:
        return PartView(NEAR_SHARE, Verdict.PARTIAL, reason("choice_near", found=found, expected=expected), span)
    return PartView(0.0, Verdict.CONTRADICTED, reason("choice_wrong", found=found, expected=expected), span)


def _told_consequence(have: Finding) -> str:
    said = read(normalise(f"{have.remedy}。{have.reasoning}").text)
    if said.denied and not said.remedies:
        return "none"
    if "cure" in said.remedies:
        return "curable"
    if "exclude" in said.remedies:
        return "illegal" if "非法" in said.text else "absolute"
    return ""


# ------------------------------------------------------------------ legal basis
def legal_basis(want: Finding, have: Finding) -> PartView:
    """Credit at 条, full credit at 款 / 项; further wrong articles dilute it, only other articles contradict it."""
    field, text = ("legal_basis", have.legal_basis) if have.legal_basis.strip() else ("reasoning", have.reasoning)
    wanted = find_citations(normalise(want.legal_basis).text)
    found = find_citations(normalise(text).text)
    if not wanted:
        return _named_law(want.legal_basis, field, text)
    if not found:
        return PartView(0.0, Verdict.ABSENT, reason("article_missing", expected=_named(wanted)))
    right = [one for one in found if any(same_article(one, other) for other in wanted)]
    others = [one for one in found if one not in right]
    if not right:
        return PartView(
            0.0,
            Verdict.CONTRADICTED,
            reason("article_wrong", found=_named(others), expected=_named(wanted)),
            _spans(field, text, others),
        )
    return _graded(wanted, right, others, _spans(field, text, right))


def _graded(
    wanted: Sequence[Citation], right: Sequence[Citation], others: Sequence[Citation], spans: tuple[Span, ...]
) -> PartView:
    exact = any(
        one.paragraphs == other.paragraphs and one.items == other.items
        for one in right
        for other in wanted
        if same_article(one, other)
    )
    level = 1.0 if exact else LEVEL_SHARE
    share = level * len(right) / (len(right) + len(others))
    if others:
        return PartView(
            share, Verdict.PARTIAL, reason("article_mixed", found=_named(right), other=_named(others)), spans
        )
    if not exact:
        return PartView(
            share, Verdict.PARTIAL, reason("article_level", found=_named(right), expected=_named(wanted)), spans
        )
    return PartView(1.0, Verdict.HIT, reason("article_right", found=_named(right)), spans)


def same_article(one: Citation, other: Citation) -> bool:
    """Same 条 and 之 number; the law must agree when both name one."""
    return one.at_article == other.at_article and (not one.law or not other.law or one.law == other.law)


def _named_law(wanted: str, field: str, text: str) -> PartView:
    """A reference without article numbers: only a person can tell unless the words are there."""
    if not text.strip():
        return PartView(0.0, Verdict.ABSENT, reason("article_missing", expected=wanted))
    if normalise(wanted).text in normalise(text).text:
        return PartView(1.0, Verdict.HIT, reason("article_right", found=wanted), (field_span(field, text),))
    return PartView(0.0, Verdict.UNSURE, reason("text_unclear"), (field_span(field, text),))


def _named(citations: Sequence[Citation]) -> str:
    return "、".join(f"{one.law}{one.text}" for one in citations)


def _spans(field: str, text: str, citations: Sequence[Citation]) -> tuple[Span, ...]:
    return tuple(field_span(field, text, one.start, one.end) for one in citations)


# ------------------------------------------------------------------ remedy
def remedy(want: Finding, have: Finding) -> PartView:
    """Classes of remedy (补正, 排除, 调取, 重新鉴定 …) and what they are about."""
    field, text = ("remedy", have.remedy) if have.remedy.strip() else ("reasoning", have.reasoning)
    wanted, said = read(normalise(want.remedy).text), read(normalise(text).text)
    if not said.text:
        return PartView(0.0, Verdict.ABSENT, reason("remedy_missing"))
    if said.denied and not wanted.denied or _excludes_other(wanted, said):
        rule = "remedy_denied" if said.denied else "remedy_other"
        return PartView(0.0, Verdict.CONTRADICTED, reason(rule, quote=text), (field_span(field, text),))
    if wanted.denied and said.denied:
        return PartView(1.0, Verdict.HIT, reason("remedy_right", quote=text), (field_span(field, text),))
    return _remedy_by_class(wanted, said, field, text)


def _excludes_other(wanted: Elements, said: Elements) -> bool:
    pairs = (("cure", "exclude"), ("exclude", "cure"))
    return any(
        a in wanted.remedies and b not in wanted.remedies and b in said.remedies and a not in said.remedies
        for a, b in pairs
    )


def _remedy_by_class(wanted: Elements, said: Elements, field: str, text: str) -> PartView:
    shared = wanted.remedies & said.remedies
    objects = (wanted.concepts & said.concepts) or not wanted.concepts or not said.concepts
    if shared:
        spans = tuple(_class_span(name, said, field, text) for name in sorted(shared))
        if shared == wanted.remedies and objects:
            return PartView(1.0, Verdict.HIT, reason("remedy_right", quote=spans[0].quote), spans)
        return PartView(0.6, Verdict.PARTIAL, reason("remedy_part", quote=spans[0].quote), spans)
    if wanted.remedies and said.remedies:
        return PartView(0.0, Verdict.ABSENT, reason("remedy_other", quote=text), (field_span(field, text),))
    if field == "reasoning":
        return PartView(0.0, Verdict.ABSENT, reason("remedy_missing"))
    return _remedy_by_words(wanted, said, field, text)


def _class_span(name: str, said: Elements, field: str, text: str) -> Span:
    found = lexicon.REMEDIES[name].search(said.text)
    return field_span(field, text, *found.span()) if found else field_span(field, text)


def _remedy_by_words(wanted: Elements, said: Elements, field: str, text: str) -> PartView:
    """Neither text names a known class: the same words are a hit, everything else is for a person."""
    spans = (field_span(field, text),)
    if wanted.text and (wanted.text in said.text or said.text == wanted.text):
        return PartView(1.0, Verdict.HIT, reason("remedy_right", quote=text), spans)
    return PartView(0.0, Verdict.UNSURE, reason("text_unclear"), spans)

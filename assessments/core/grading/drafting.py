"""Drafted documents (起诉书, 不起诉决定书, 检察建议 …) against rubric points and, as hints, against a reference.

``grade_document(sections, rubric_points, *, missing_citation)`` is what the marking page calls.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assessments.core.grading import integrity
from assessments.core.grading.elements import read
from assessments.core.grading.explain import reason
from assessments.core.grading.hints import inner_hints, reference_hints
from assessments.core.grading.pointwise import Best, explained, match_points
from assessments.core.grading.required import Found, forbidden_in, look_up
from assessments.core.grading.score import Credit, credit, floor_to_cents, without_citation
from assessments.core.grading.segment import Source, Unit, read_source
from assessments.core.grading.types import DocumentMark, MissingCitation, PointMark, RubricPoint, Span, Verdict
from assessments.core.grading.verify import Judgement
from casebank.core.text.normalise import normalise

CAPPED_SHARE = 0.5


@dataclass(frozen=True)
class _Policy:
    missing_citation: MissingCitation
    capped_share: float


def grade_document(
    sections: Mapping[str, str] | Iterable[tuple[str, str]],
    rubric_points: Sequence[RubricPoint],
    *,
    missing_citation: MissingCitation | str,
    capped_share: float = CAPPED_SHARE,
    reference: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    case_file: str = "",
) -> DocumentMark:
    """Mark a document given as ordered {section key: text}.

    ``missing_citation``: full, capped (to ``capped_share``), zero or review: what a right statement without the
    decisive article is worth (ValueError for anything else); a point may override it. ``reference``: sections of the
    reference document, compared for ``hints`` only. ``case_file``: text given to the candidate; what is copied from it
    earns nothing by itself. Ids of points must be unique (ValueError).
    """
    texts = dict(sections)
    policy = _Policy(MissingCitation(missing_citation), capped_share)
    if len({point.id for point in rubric_points}) != len(rubric_points):
        raise ValueError("ids of rubric points must be unique")
    sources = {name: read_source(text, name) for name, text in texts.items()}
    screened = _screen(sources, rubric_points, case_file)
    marks: dict[str, PointMark] = {}
    for name, group in _by_section(rubric_points).items():
        marks |= _mark_group(name, group, sources, screened, policy)
    ordered = tuple(marks[point.id] for point in rubric_points)
    flags = _flags(screened, ordered, texts)
    human = any(mark.verdict is Verdict.UNSURE for mark in ordered) or integrity.needs_human(flags)
    hints = (*reference_hints(dict(reference), texts), *inner_hints(texts))
    return DocumentMark(
        floor_to_cents(sum(mark.points for mark in ordered)),
        sum(point.points for point in rubric_points),
        ordered,
        hints,
        flags,
        human,
    )


def _screen(
    sources: Mapping[str, Source], points: Sequence[RubricPoint], case_file: str
) -> dict[str, integrity.Screening]:
    references = tuple(normalise(point.text).text for point in points)
    return {
        name: integrity.screen(source, references=references, case_file=case_file) for name, source in sources.items()
    }


def _by_section(points: Sequence[RubricPoint]) -> dict[str | None, list[RubricPoint]]:
    groups: dict[str | None, list[RubricPoint]] = {}
    for point in points:
        groups.setdefault(point.section, []).append(point)
    return groups


def _mark_group(name, group: list[RubricPoint], sources, screened, policy: _Policy) -> dict[str, PointMark]:
    """Points of one section (None: of the whole document), each with the section that serves it best."""
    fields = [field for field in sources if name is None or field == name]
    if not any(sources[field].folded.text for field in fields):
        return {point.id: _nothing(point, "section_missing") for point in group}
    texts = [normalise(point.text).text for point in group]
    best = {field: match_points(texts, sources[field], screened[field].readable) for field in fields}
    return {
        point.id: _best_of(point, [(sources[f], screened[f].readable, best[f][at]) for f in fields], policy)
        for at, point in enumerate(group)
    }


def _best_of(point: RubricPoint, candidates: list[tuple[Source, tuple[Unit, ...], Best]], policy: _Policy) -> PointMark:
    """The section with the most points; a contradiction anywhere outweighs silence."""
    marks = [_mark(point, source, units, best, policy) for source, units, best in candidates]
    against = [mark for mark in marks if mark.verdict is Verdict.CONTRADICTED and mark.reason.key == "forbidden"]
    if against:
        return against[0]
    return max(marks, key=lambda mark: (mark.points, mark.verdict is not Verdict.ABSENT))


def _mark(point: RubricPoint, source: Source, units: tuple[Unit, ...], best: Best, policy: _Policy) -> PointMark:
    denied = forbidden_in(point.forbidden, units)
    if denied:
        return _pointed(point, Credit(0.0, Verdict.CONTRADICTED, "forbidden"), (source.unit_span(denied),), None, [])
    if best.conflict and best.unit:
        spans = (source.unit_span(best.unit), source.unit_span(best.conflict))
        return _pointed(point, Credit(0.0, Verdict.UNSURE, "point_conflict"), spans, best.judgement, [])
    found = [look_up(element, source, units) for element in point.required]
    given = _with_required(_from_text(best), [one for one in found if not one.is_citation])
    given = _with_citation(given, point, best, found, units, policy)
    return _pointed(point, given, _spans(source, best, found), best.judgement, found)


def _from_text(best: Best) -> Credit:
    """Credit by the text alone; a missing citation is judged afterwards by the policy, so it costs nothing here."""
    if best.judgement is None:
        return Credit(0.0, Verdict.ABSENT, "point_absent")
    judgement = best.judgement
    only_citation = set(judgement.missing) <= {"citation"} and judgement.missing
    if judgement.verdict is Verdict.PARTIAL and only_citation and judgement.topic >= 0.8:
        return Credit(1.0, Verdict.HIT, "point_hit")
    return credit(judgement)


def _with_required(given: Credit, found: list[Found]) -> Credit:
    """Required elements decide where they are stated: all of them a hit, some a part; a contradiction stays."""
    if not found or given.verdict is Verdict.CONTRADICTED:
        return given
    there = sum(one.place is not None for one in found) / len(found)
    if there == 1:
        return Credit(1.0, Verdict.HIT, "point_hit")
    if there == 0:
        return Credit(
            min(given.share, 0.5),
            Verdict.PARTIAL if given.share else given.verdict,
            "point_partial" if given.share else given.rule,
        )
    return Credit(min(max(given.share, there), there), Verdict.PARTIAL, "point_partial")


def _with_citation(
    given: Credit, point: RubricPoint, best: Best, found: list[Found], units: tuple[Unit, ...], policy: _Policy
) -> Credit:
    listed = [one for one in found if one.is_citation]
    if listed:
        cited = any(one.place for one in listed)
    else:
        wanted = read(normalise(point.text).text).articles
        cited = not wanted or any(read(unit.text).articles & wanted for unit in units)
    if cited:
        only = bool(listed) and len(listed) == len(point.required) and given.verdict is Verdict.ABSENT
        return Credit(0.5, Verdict.PARTIAL, "point_partial") if only else given
    return without_citation(given, point.missing_citation or policy.missing_citation, policy.capped_share)


def _spans(source: Source, best: Best, found: list[Found]) -> tuple[Span, ...]:
    spans = (
        [source.unit_span(best.unit, best.judgement.span)]
        if best.unit and best.judgement and best.judgement.verdict is not Verdict.ABSENT
        else []
    )
    spans += [source.span(*one.place) for one in found if one.place]
    return tuple(dict.fromkeys(spans))


def _pointed(
    point: RubricPoint, given: Credit, spans: tuple[Span, ...], judgement: Judgement | None, found: list[Found]
) -> PointMark:
    quote = spans[0].quote if spans else ""
    lacking = "、".join(one.element for one in found if one.place is None)
    if lacking or judgement is None:
        told = reason(given.rule, quote=quote, missing=lacking or "要件", found=quote)
    else:
        told = explained(given.rule, judgement, quote)
    points = floor_to_cents(point.points * given.share)
    return PointMark(point.id, points, point.points, round(given.share, 4), given.verdict, spans, told)


def _nothing(point: RubricPoint, rule: str) -> PointMark:
    return PointMark(point.id, 0.0, point.points, 0.0, Verdict.ABSENT, (), reason(rule))


def _flags(
    screened: Mapping[str, integrity.Screening], marks: Sequence[PointMark], texts: Mapping[str, str]
) -> tuple[str, ...]:
    found = {flag for one in screened.values() for flag in one.flags} - {"empty", "too_short"}
    if not any(text.strip() for text in texts.values()):
        found.add("empty")
    if any(mark.reason.key == "point_conflict" for mark in marks):
        found.add("conflicting")
    return tuple(flag for flag in integrity.FLAGS if flag in found)

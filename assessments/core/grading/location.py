"""Where a finding points to, compared with where it should point."""

from enum import Enum

from assessments.core.grading.types import Finding
from casebank.core.text.normalise import normalise

#: Part of the shorter span that must be shared.
OVERLAP = 0.5


class Place(Enum):
    """EXACT: the words; NEARBY: the paragraph; UNKNOWN: the candidate gave no place; ELSEWHERE: another place."""

    EXACT = 1.0
    NEARBY = 0.5
    UNKNOWN = 0.0
    ELSEWHERE = -1.0

    @property
    def share(self) -> float:
        return max(0.0, self.value)


def place_of(want: Finding, have: Finding) -> Place:
    """Place of ``have`` against ``want``; positions first, then quotes, then the paragraph alone."""
    if not have.document and not have.paragraph and not have.quote:
        return Place.UNKNOWN
    if want.document and have.document and want.document != have.document:
        return Place.ELSEWHERE
    if want.paragraph and have.paragraph and want.paragraph != have.paragraph:
        return Place.ELSEWHERE
    spans = _span(want), _span(have)
    if spans[0] and spans[1]:
        return Place.EXACT if _overlap(spans[0], spans[1]) >= OVERLAP else Place.NEARBY
    if want.quote and have.quote:
        return Place.EXACT if _quotes_meet(want.quote, have.quote) else _paragraph(want, have)
    return Place.EXACT if _paragraph(want, have) is Place.NEARBY else Place.ELSEWHERE


def _span(one: Finding) -> tuple[int, int] | None:
    return (one.start, one.end) if one.start is not None and one.end is not None and one.end > one.start else None


def _overlap(want: tuple[int, int], have: tuple[int, int]) -> float:
    """Shared characters as a share of the shorter span."""
    shared = min(want[1], have[1]) - max(want[0], have[0])
    return shared / min(want[1] - want[0], have[1] - have[0])


def _quotes_meet(first: str, second: str) -> bool:
    one, other = normalise(first).text, normalise(second).text
    return bool(one and other) and (one in other or other in one)


def _paragraph(want: Finding, have: Finding) -> Place:
    same = bool(want.paragraph and want.paragraph == have.paragraph and want.document == have.document)
    return Place.NEARBY if same else Place.ELSEWHERE

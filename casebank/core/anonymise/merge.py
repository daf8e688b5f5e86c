"""One list of spans out of many voices: overlaps become their union, under the type of the longest."""

from collections.abc import Iterable
from itertools import pairwise

from .types import DATE, Span

_EDGE = " \t\r\n\u3000，。；：、,;"


def merge(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans in order, without overlap, covering every character that any of ``spans`` covers (edges trimmed).

    A sure span never cuts a longer doubtful one; a record string inside a date takes the date with it.
    """
    ordered = sorted((_trimmed(text, span) for span in spans), key=lambda span: (span.start, -span.end))
    groups: list[list[Span]] = []
    reach = -1
    for span in ordered:
        if span.start >= span.end:
            continue
        if span.start < reach:
            groups[-1].append(span)
        else:
            groups.append([span])
        reach = max(reach, span.end) if groups[-1][0] is not span else span.end
    return tuple(_union(text, group) for group in groups)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if span.layer == "known":
        return span
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end, span.type, text[start:end], span.layer, span.reason, span.certainty)


def _union(text: str, group: list[Span]) -> Span:
    start, end = min(span.start for span in group), max(span.end for span in group)
    best = max(group, key=_weight)
    if best.type == DATE:
        best = max((s for s in group if s.type != DATE and s.certainty >= 0.8), key=_weight, default=best)
    return Span(start, end, best.type, text[start:end], best.layer, best.reason, max(s.certainty for s in group))


def _weight(span: Span) -> tuple[int, float]:
    return span.end - span.start, span.certainty


def overlaps(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether ``[start, end)`` touches one of the ordered ``spans``."""
    return any(span.start < end and start < span.end for span in spans)


def free(spans: tuple[Span, ...], length: int) -> list[tuple[int, int]]:
    """The ranges that no span covers."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), length]
    return [(a, b) for place, (a, b) in enumerate(pairwise(edges)) if place % 2 == 0 and a < b]

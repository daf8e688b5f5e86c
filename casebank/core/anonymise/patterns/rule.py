"""One pattern rule, and how it is run over the views of a text."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..types import Span
from ..views import View, Views

NUMBER_VIEWS = ("written", "unwrapped", "squeezed")
#: Numbers as sure as this are not glued to the next line.
_FIRM = 0.9
HAN_VIEWS = ("written", "unwrapped")

#: Characters at the head of a match that do not belong to the find.
Trim = Callable[[str], int]
#: A judge of a match: certainty of the find, or 0 to drop it.
Judge = Callable[[re.Match[str]], float]


@dataclass(frozen=True)
class Rule:
    """``pattern`` names what to hide by the group ``v`` (or the whole match); ``judge`` gives its certainty."""

    id: str
    type: str
    pattern: re.Pattern[str]
    judge: Judge
    views: tuple[str, ...] = NUMBER_VIEWS
    trim: Trim | None = None


def rule(
    id_: str,
    type_: str,
    pattern: str,
    judge: Judge | float,
    *,
    views: tuple[str, ...] = NUMBER_VIEWS,
    trim: Trim | None = None,
) -> Rule:
    """A rule from a pattern text; a plain number as ``judge`` is a fixed certainty."""
    if isinstance(judge, int | float):
        fixed = float(judge)
        return Rule(id_, type_, re.compile(pattern), lambda match: fixed, views, trim)
    return Rule(id_, type_, re.compile(pattern), judge, views, trim)


def value(match: re.Match[str]) -> str:
    """The part of the match that is to be hidden."""
    return match["v"] if "v" in match.re.groupindex else match[0]


def run_rules(rules: Iterable[Rule], views: Views) -> Iterator[Span]:
    """All finds of all rules over the views that they ask for.

    A number that only stands once a line break is taken out is dropped when a number stood there as written:
    two neighbouring lines were glued.
    """
    rules = tuple(rules)
    written = [(one, span) for one in rules for span in _run(one, views.written)]
    yield from (span for _, span in written)
    firm = sorted((s.start, s.end, s.type) for one, s in written if one.views == NUMBER_VIEWS and s.certainty >= _FIRM)
    for one in rules:
        for view in _other_views(one, views):
            for span in _run(one, view):
                if one.views != NUMBER_VIEWS or "\n" not in span.text or not _holds(span, firm):
                    yield span


def _other_views(one: Rule, views: Views) -> Iterator[View]:
    """The views of a rule that differ from the text as written."""
    named = [views.named(name) for name in one.views]
    yield from {id(view): view for view in named if view is not views.written}.values()


def _holds(span: Span, firm: list[tuple[int, int, str]]) -> bool:
    """Whether a number of another kind lies inside ``span``."""
    at = bisect_left(firm, (span.start, 0, ""))
    return at < len(firm) and firm[at][1] <= span.end and firm[at][2] != span.type


def _run(one: Rule, view: View) -> Iterator[Span]:
    group = "v" if "v" in one.pattern.groupindex else 0
    for match in one.pattern.finditer(view.text):
        certainty = one.judge(match)
        start = match.start(group) + (one.trim(match[group]) if one.trim else 0)
        if certainty > 0 and match.end(group) > start:
            yield view.span(start, match.end(group), one.type, "pattern", one.id, certainty)

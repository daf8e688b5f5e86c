"""Places where one weak voice spoke: shown to a person, who decides."""

import re
from collections.abc import Iterator, Sequence

from .matching import bare
from .names import START
from .naming import FUNCTION_SURNAMES, read_name
from .persons import People
from .titles import doubtful_words
from .types import OTHER_ID, PERSON, Doubt, Span
from .views import View

_NUMBER = re.compile(r"(?<![0-9.])[0-9][0-9\-]{6,}[0-9](?!\s*(?:元|万|余元|克|千克|米|公里|亩|平方|%|\.[0-9]))")
_LOW = 0.65


def find_doubts(view: View, spans: Sequence[Span], people: People, names: frozenset[str]) -> tuple[Doubt, ...]:
    """All doubts in order: weak finds (hidden), unclear short forms (hidden), and what is still shown."""
    hidden = [
        Doubt(s.start, s.end, s.type, s.text, "fits several persons" if unclear else f"weak: {s.reason}", hidden=True)
        for s in spans
        if (unclear := s.type == PERSON and bare(s.text) in people.unclear) or s.certainty <= _LOW
    ]
    covered = bytearray(len(view.original))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    shown = [*_candidates(view), *_numbers(view), *doubtful_words(view, names)]
    free = {(d.start, d.end): d for d in shown if not any(covered[d.start : d.end])}
    return tuple(sorted([*hidden, *free.values()], key=lambda doubt: (doubt.start, doubt.end)))


def _candidates(view: View) -> Iterator[Doubt]:
    for before in START.finditer(view.text):
        name = read_name(view.text, before.end())
        if name and name.usual and name.bounded and view.text[before.end()] not in FUNCTION_SURNAMES:
            span = view.span(before.end(), name.end, PERSON, "", "", 0)
            yield Doubt(span.start, span.end, PERSON, span.text, "reads like a name")


def _numbers(view: View) -> Iterator[Doubt]:
    for match in _NUMBER.finditer(view.text):
        span = view.span(match.start(), match.end(), OTHER_ID, "", "", 0)
        yield Doubt(span.start, span.end, OTHER_ID, span.text, "long number of unknown kind")

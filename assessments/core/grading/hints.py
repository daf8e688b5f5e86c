"""Differences of names, charges, articles, dates and sums: between document and reference, and inside the document.

Hints inform the marker; they never change a mark.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assessments.core.grading.explain import reason
from assessments.core.grading.types import Hint, Span
from casebank.core.text.amounts import find_amounts, find_terms
from casebank.core.text.charges import find_charges
from casebank.core.text.citations import find_citations
from casebank.core.text.dates import find_dates
from casebank.core.text.normalise import normalise

_PERSON = re.compile(
    r"(?:被告人|被不起诉人|犯罪嫌疑人|被害人|证人)(?P<name>[\u4e00-\u9fff]某{1,2}(?:[甲乙丙丁])?|[\u4e00-\u9fff]{2,3}?)(?=[,(、。:;,犯因在于系的]|男|女|涉嫌|曾用|$)"
)


@dataclass(frozen=True)
class Mention:
    """One element of a document: ``key`` compares, ``span`` shows."""

    kind: str
    key: object
    span: Span


def reference_hints(reference: Mapping[str, str], document: Mapping[str, str]) -> tuple[Hint, ...]:
    """What the reference has and the document has not, what the document has instead, and what it has besides."""
    if not any(text.strip() for text in reference.values()):
        return ()
    want, have = mentions(reference), mentions(document)
    found: list[Hint] = []
    for kind in FINDERS:
        found += _compared(kind, [m for m in want if m.kind == kind], [m for m in have if m.kind == kind])
    return tuple(found)


def _compared(kind: str, want: list[Mention], have: list[Mention]) -> Iterator[Hint]:
    lost = _distinct([m for m in want if m.key not in {n.key for n in have}])
    extra = _distinct([m for m in have if m.key not in {n.key for n in want}])
    for old in lost:
        new = next((m for m in extra if _alike(kind, old.key, m.key)), None)
        if new:
            extra.remove(new)
            yield Hint(
                kind,
                old.span.quote,
                new.span.quote,
                new.span,
                reason("hint_other", found=new.span.quote, expected=old.span.quote),
            )
        else:
            yield Hint(kind, old.span.quote, "", None, reason("hint_expected", expected=old.span.quote))
    for new in extra:
        yield Hint(kind, "", new.span.quote, new.span, reason("hint_extra", found=new.span.quote))


def _distinct(found: list[Mention]) -> list[Mention]:
    return list({mention.key: mention for mention in reversed(found)}.values())[::-1]


def _alike(kind: str, old: object, new: object) -> bool:
    """Whether one element probably stands for the other: same given name, same day in another year, same type of term."""
    if kind == "name":
        return str(old)[1:] == str(new)[1:]
    if kind == "date":
        return str(old)[4:] == str(new)[4:] and len(str(old)) > 7
    if kind == "term" and isinstance(old, tuple) and isinstance(new, tuple):
        return old[0] == new[0]
    return kind == "charge"


def inner_hints(document: Mapping[str, str]) -> tuple[Hint, ...]:
    """Names with two surnames and days with two years inside one document: a later one that differs from the first."""
    found = mentions(document)
    hints: list[Hint] = []
    for kind in ("name", "date"):
        hints += _unsteady(kind, [m for m in found if m.kind == kind])
    return tuple(hints)


def _unsteady(kind: str, found: list[Mention]) -> Iterator[Hint]:
    first: list[Mention] = []
    for mention in _distinct(found):
        earlier = next(
            (m for m in first if m.key != mention.key and _alike(kind, m.key, mention.key) and "某" not in str(m.key)),
            None,
        )
        if earlier:
            yield Hint(
                kind,
                earlier.span.quote,
                mention.span.quote,
                mention.span,
                reason("hint_inside", found=mention.span.quote, expected=earlier.span.quote),
            )
        else:
            first.append(mention)


def mentions(document: Mapping[str, str]) -> list[Mention]:
    """All names, charges, articles, dates, sums and terms of a document, in reading order of its sections."""
    return [mention for field, text in document.items() for mention in _mentions_of(field, text)]


def _mentions_of(field: str, original: str) -> Iterator[Mention]:
    folded = normalise(original)
    for kind, finder in FINDERS.items():
        for key, start, end in finder(folded.text):
            first, last = folded.original_span(start, end)
            yield Mention(kind, key, Span(field, first, last, original[first:last]))


FINDERS: dict[str, Callable[[str], list[tuple[object, int, int]]]] = {
    "name": lambda text: [(m["name"], m.start("name"), m.end("name")) for m in _PERSON.finditer(text)],
    "charge": lambda text: [(one.family, one.start, one.end) for one in find_charges(text) if one.marked],
    "article": lambda text: [(one.at_article, one.start, one.end) for one in find_citations(text)],
    "date": lambda text: [(one.iso, one.start, one.end) for one in find_dates(text) if one.day],
    "amount": lambda text: [(one.value, one.start, one.end) for one in find_amounts(text)],
    "term": lambda text: [((one.kind, one.months), one.start, one.end) for one in find_terms(text)],
}

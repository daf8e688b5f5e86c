"""Required elements and forbidden assertions of a rubric point, looked up in a candidate's text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from assessments.core.grading.elements import Elements, read
from assessments.core.grading.segment import Source, Unit
from assessments.core.grading.types import Verdict
from assessments.core.grading.verify import verify
from casebank.core.text.amounts import find_amounts, find_terms
from casebank.core.text.charges import find_charges
from casebank.core.text.citations import Citation, find_citations
from casebank.core.text.dates import find_dates
from casebank.core.text.normalise import normalise

_NEGATED = re.compile(r"(?:不(?!起诉|批捕|批准|诉)|未(?!成年|遂)|非|无|没有|不能|不应|不得|不予)[^,。;]{0,3}$")


@dataclass(frozen=True)
class Found:
    """Whether one required element stands in the text, and where (folded offsets)."""

    element: str
    is_citation: bool
    place: tuple[int, int] | None


def look_up(element: str, source: Source, unit_texts: tuple[Unit, ...]) -> Found:
    """First alternative of ``element`` (``a|b``) that the units contain, by meaning where it is a legal element."""
    alternatives = [normalise(one).text for one in element.split("|") if one.strip()]
    is_citation = any(find_citations(one) for one in alternatives)
    for wanted in alternatives:
        for unit in unit_texts:
            place = _place(wanted, unit.text)
            if place:
                return Found(element, is_citation, (unit.start + place[0], unit.start + place[1]))
    return Found(element, is_citation, None)


def _place(wanted: str, text: str) -> tuple[int, int] | None:
    """Range of an element inside ``text``: article, charge, sum, term or date by value, anything else by words."""
    for finder, key in _FINDERS:
        targets = finder(wanted)
        if targets and targets[0].end - targets[0].start >= len(wanted) - 8:
            goal = key(targets[0])
            return next(((one.start, one.end) for one in finder(text) if _equal(key(one), goal)), None)
    if _is_charge(wanted):
        return _asserted(wanted, read(text))
    at = text.find(wanted)
    return (at, at + len(wanted)) if at >= 0 and not _NEGATED.search(text[:at]) else None


def _citation_key(one: Citation) -> tuple[str, int, int, tuple[int, ...], tuple[int, ...]]:
    return one.law, one.article, one.suffix, one.paragraphs, one.items


def _equal(found: object, goal: object) -> bool:
    """Equal keys; for citations an unnamed law agrees with each law and 款 / 项 count only when the goal names them."""
    if not (isinstance(found, tuple) and isinstance(goal, tuple) and len(goal) == 5):
        return found == goal
    law = not found[0] or not goal[0] or found[0] == goal[0]
    return (
        law
        and found[1:3] == goal[1:3]
        and (not goal[3] or found[3] == goal[3])
        and (not goal[4] or found[4] == goal[4])
    )


_FINDERS: tuple[tuple[Callable[[str], Sequence[Any]], Callable[[Any], object]], ...] = (
    (find_citations, _citation_key),
    (find_terms, lambda one: (one.kind, one.months)),
    (find_amounts, lambda one: one.value),
    (find_dates, lambda one: one.iso),
)


def _is_charge(wanted: str) -> bool:
    found = find_charges(wanted)
    return bool(found) and found[0].end - found[0].start >= len(wanted) - 1


def _asserted(wanted: str, said: Elements) -> tuple[int, int] | None:
    families = {one.family for one in find_charges(wanted)}
    return next(
        ((one.charge.start, one.charge.end) for one in said.charges if one.sign > 0 and one.family in families), None
    )


def forbidden_in(assertions: tuple[str, ...], units: tuple[Unit, ...]) -> Unit | None:
    """The first unit that makes a forbidden assertion, by its words (not negated) or by its content."""
    for assertion in assertions:
        wanted = normalise(assertion).text.rstrip("。")
        for unit in units:
            at = unit.text.find(wanted) if wanted else -1
            if at >= 0 and not _NEGATED.search(unit.text[:at]):
                return unit
            if at < 0 and verify(wanted, unit.text).verdict is Verdict.HIT:
                return unit
    return None

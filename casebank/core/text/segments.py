"""Sentences, clauses and numbered parts of a text, as half-open ranges.

Works on normalised text that keeps its line breaks (``normalise(text, squeeze=False)``) as well as on squeezed text.
"""

import re
from dataclasses import dataclass

from casebank.core.text.numerals import CHARACTERS

_SENTENCE_END = re.compile(r"[。!?;\n]+|\.(?=\s)")
_CLAUSE_END = re.compile(r"[,。!?;:\n]+")
_LABEL = re.compile(
    rf"\s*(?:\(?(?:\d{{1,2}}|[{CHARACTERS}]{{1,3}})(?:[、)]|\.(?!\d))|\([{CHARACTERS}\d]{{1,3}}\)|第[{CHARACTERS}]{{1,2}}[,、])\s*"
)


@dataclass(frozen=True)
class Segment:
    """Text between ``start`` and ``end`` of the source."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Segment, ...]:
    """Sentences and lines without their numbering labels; empty ones are dropped."""
    return tuple(part for part in (_unlabelled(item) for item in _split(text, _SENTENCE_END)) if part.text)


def clauses(text: str) -> tuple[Segment, ...]:
    """Clauses (also split at commas), in order."""
    return tuple(part for part in (_trimmed(item) for item in _split(text, _CLAUSE_END)) if part.text)


def _split(text: str, ends: re.Pattern[str]) -> list[Segment]:
    parts, at = [], 0
    for match in ends.finditer(text):
        parts.append(Segment(text[at : match.start()], at, match.start()))
        at = match.end()
    parts.append(Segment(text[at:], at, len(text)))
    return parts


def _trimmed(part: Segment) -> Segment:
    left = len(part.text) - len(part.text.lstrip())
    body = part.text.strip()
    return Segment(body, part.start + left, part.start + left + len(body))


def _unlabelled(part: Segment) -> Segment:
    label = _LABEL.match(part.text)
    at = label.end() if label else 0
    return _trimmed(Segment(part.text[at:], part.start + at, part.end))

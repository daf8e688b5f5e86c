"""Texts with stretches to hide: cutting them into pieces for the eye, and writing what the decisions leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from casebank.core.text.folding import fold


@dataclass(frozen=True)
class Mark:
    """Characters ``[start, end)`` of a text; ``shown`` stands there instead, ``key`` is the caller's own handle."""

    start: int
    end: int
    shown: str = ""
    key: Any = None


@dataclass(frozen=True)
class Piece:
    """A run of text and the mark it belongs to, ``None`` for text between marks."""

    text: str
    mark: Mark | None = None


def pieces(text: str, marks: Iterable[Mark]) -> list[Piece]:
    """``text`` cut at ``marks``, whose texts add up to it again; a mark that overlaps an earlier one is left out."""
    found: list[Piece] = []
    at = 0
    for mark in sorted(marks, key=lambda one: (one.start, -one.end)):
        if mark.start < at or mark.start >= mark.end:
            continue
        if mark.start > at:
            found.append(Piece(text[at : mark.start]))
        found.append(Piece(text[mark.start : mark.end], mark))
        at = mark.end
    if at < len(text):
        found.append(Piece(text[at:]))
    return found


def mask(text: str, marks: Iterable[Mark]) -> str:
    """``text`` with what each mark shows in its place; everything between marks stays as written."""
    return "".join(piece.mark.shown if piece.mark else piece.text for piece in pieces(text, marks))


def find_all(text: str, words: str) -> list[tuple[int, int]]:
    """Places of ``words`` in ``text``, without regard to width, blanks and line breaks inside."""
    haystack, needle = fold(text, squeeze=True), fold(words, squeeze=True).text
    places: list[tuple[int, int]] = []
    at = haystack.text.find(needle) if needle else -1
    while at >= 0:
        places.append(haystack.original_span(at, at + len(needle)))
        at = haystack.text.find(needle, at + len(needle))
    return places


def uncovered(start: int, end: int, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of ``[start, end)`` that no range of ``taken`` covers."""
    free: list[tuple[int, int]] = []
    at = start
    for first, last in sorted(taken):
        if last <= at or first >= end:
            continue
        if first > at:
            free.append((at, first))
        at = last
    if at < end:
        free.append((at, end))
    return free

"""Short pieces of a text around the words somebody looked for."""

import re
from dataclasses import dataclass

BEFORE, LENGTH = 30, 140


@dataclass(frozen=True)
class Piece:
    """A stretch of text; ``hit`` means that it is one of the words looked for."""

    text: str
    hit: bool = False


def excerpt(text: str, query: str) -> list[Piece]:
    """About ``LENGTH`` characters of ``text`` around the first hit, cut into hits and the rest."""
    flat = " ".join(text.split())
    pattern = _pattern(query)
    first = pattern.search(flat) if pattern else None
    start = max(0, first.start() - BEFORE) if first else 0
    piece = flat[start : start + LENGTH]
    marked = marked_pieces(piece, query)
    head = [Piece("…")] if start else []
    tail = [Piece("…")] if start + LENGTH < len(flat) else []
    return [*head, *marked, *tail]


def marked_pieces(text: str, query: str) -> list[Piece]:
    """The whole ``text`` cut into hits and the rest."""
    pattern = _pattern(query)
    if pattern is None:
        return [Piece(text)] if text else []
    pieces = [Piece(part, hit=number % 2 == 1) for number, part in enumerate(pattern.split(text))]
    return [piece for piece in pieces if piece.text]


def _pattern(query: str) -> re.Pattern[str] | None:
    terms = sorted({term for term in query.split() if term}, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, terms))})", re.IGNORECASE) if terms else None

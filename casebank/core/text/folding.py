"""Fold text for matching while every offset still maps back to the original.

Full-width letters, compatibility forms and Kangxi radicals become plain characters (NFKC),
zero-width and control characters vanish. Nothing else changes, so a match in the folded text
names exact characters of the text that a person wrote.
"""

import unicodedata
from dataclasses import dataclass

_INVISIBLE = {"Cf", "Cc"}
_KEPT_CONTROLS = {"\n", "\t"}


@dataclass(frozen=True)
class Folded:
    """Folded text with, per folded character, the half-open range it came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    hidden: int

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Range in the original for the folded range ``[start, end)``; an empty range stays empty."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold(text: str, *, squeeze: bool = False) -> Folded:
    """Fold ``text``; with ``squeeze`` all white space is dropped too.

    ``hidden`` counts the invisible characters that were removed.
    """
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    hidden = 0
    for at, original in enumerate(text):
        if unicodedata.category(original) in _INVISIBLE and original not in _KEPT_CONTROLS:
            hidden += original != "\r"
            continue
        for plain in unicodedata.normalize("NFKC", original):
            if squeeze and plain.isspace():
                continue
            characters.append(plain)
            starts.append(at)
            ends.append(at + 1)
    return Folded("".join(characters), tuple(starts), tuple(ends), hidden)

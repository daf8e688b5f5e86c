"""Forms in which strings are compared: both sides folded, so that no spelling of a known string slips through.

``plain``: per character NFKD without marks, white space and case. ``bare``: also without separators and brackets.
``digits``: also with look-alike letters and numerals in words read as digits.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from casebank.core.text.folding import fold

from .types import Span
from .views import View

_SEPARATORS = frozenset("·•・‧∙.-—–－_()[]{}〔〕【】〖〗《》〈〉<>/\\'\"“”‘’")
_DIGITS = str.maketrans("oilszb〇○零幺一二三四五六七八九", "0115280001123456789")
SHORTEST = 2


def _plain_characters(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part) and not part.isspace())


def plain(text: str) -> str:
    """``text`` in the form in which known strings are compared."""
    return "".join(_plain_characters(character) for character in fold(text, squeeze=True).text)


def bare(text: str) -> str:
    return "".join(character for character in plain(text) if character not in _SEPARATORS)


def digits(text: str) -> str:
    return bare(text).translate(_DIGITS)


@dataclass(frozen=True)
class Form:
    """A text in one comparing form, with the view's offset of every character."""

    text: str
    at: tuple[int, ...]
    view: View

    def find(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Ranges of the view where ``wanted`` stands, overlapping ones included."""
        found = self.text.find(wanted)
        while wanted and found >= 0:
            yield self.at[found], self.at[found + len(wanted) - 1] + 1
            found = self.text.find(wanted, found + 1)

    def spans(self, wanted: str, type_: str, layer: str, reason: str, certainty: float) -> Iterator[Span]:
        for start, end in self.find(wanted):
            yield self.view.span(start, end, type_, layer, reason, certainty)


@dataclass(frozen=True)
class Forms:
    """The three comparing forms of a view, made when they are first needed."""

    view: View

    @cached_property
    def plain(self) -> Form:
        pairs = [(at, part) for at, c in enumerate(self.view.text) for part in _plain_characters(c)]
        return Form("".join(part for _, part in pairs), tuple(at for at, _ in pairs), self.view)

    @cached_property
    def bare(self) -> Form:
        keep = [(at, c) for at, c in zip(self.plain.at, self.plain.text, strict=True) if c not in _SEPARATORS]
        return Form("".join(c for _, c in keep), tuple(at for at, _ in keep), self.view)

    @cached_property
    def digits(self) -> Form:
        return Form(self.bare.text.translate(_DIGITS), self.bare.at, self.view)

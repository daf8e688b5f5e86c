"""Paragraphs of a case file: cutting pasted text, keeping ids through edits, finding quoted words.

Positions count code points of the stored paragraph (W3C TextPositionSelector on an immutable text).
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Passage:
    """A paragraph with its stable id."""

    pid: str
    text: str


@dataclass(frozen=True)
class Place:
    """Words in a paragraph: ``[start, end)`` in code points."""

    pid: str
    start: int
    end: int


def clean_text(text: str) -> str:
    """NFC, Unix line ends, without control and zero-width characters."""
    return _CONTROL.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


def split_paragraphs(text: str) -> tuple[str, ...]:
    """One paragraph per line that is not blank, without indentation."""
    return tuple(line.strip() for line in clean_text(text).split("\n") if line.strip())


def carry_ids(old: Sequence[Passage], new: Sequence[str], make_pid: Callable[[], str]) -> tuple[Passage, ...]:
    """``new`` paragraphs with the ids of the old ones they continue.

    Unchanged paragraphs keep their id; where some were rewritten in place, they keep theirs in order; the rest is new.
    """
    result: list[Passage] = []
    matcher = SequenceMatcher(a=[one.text for one in old], b=list(new), autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        kept = [one.pid for one in old[old_from:old_to]] if tag in ("equal", "replace") else []
        for index, text in enumerate(new[new_from:new_to]):
            result.append(Passage(kept[index] if index < len(kept) else make_pid(), text))
    return tuple(result)


def locate(quote: str, passages: Iterable[Passage]) -> tuple[Place, ...]:
    """Every place where ``quote`` stands, overlapping ones included; empty for a blank quote."""
    words = clean_text(quote).strip()
    return tuple(place for passage in passages for place in _places(words, passage)) if words else ()


def _places(words: str, passage: Passage) -> list[Place]:
    found = []
    start = passage.text.find(words)
    while start >= 0:
        found.append(Place(passage.pid, start, start + len(words)))
        start = passage.text.find(words, start + 1)
    return found

"""The text in the forms in which the matchers read it, each mapping back to the text as written.

``written`` is folded only; ``unwrapped`` has lost its line breaks (a hard wrap inside a number or an address);
``squeezed`` has lost all white space. Squeezing glues neighbouring table cells, so nothing may rely on it alone.
"""

from dataclasses import dataclass
from functools import cached_property

from casebank.core.text.folding import Folded, fold

from .types import Span


@dataclass(frozen=True)
class View:
    """One reading of ``original``; ``folded.text`` is what the matchers see."""

    original: str
    folded: Folded

    @property
    def text(self) -> str:
        return self.folded.text

    def span(self, start: int, end: int, type_: str, layer: str, reason: str, certainty: float) -> Span:
        """A span of the original for ``[start, end)`` of this view."""
        first, last = self.folded.original_span(start, end)
        return Span(first, last, type_, self.original[first:last], layer, reason, certainty)


@dataclass(frozen=True)
class Views:
    original: str

    @cached_property
    def written(self) -> View:
        return View(self.original, fold(self.original))

    @cached_property
    def unwrapped(self) -> View:
        return View(self.original, _without(self.written.folded, "\n"))

    @cached_property
    def squeezed(self) -> View:
        return View(self.original, _without(self.written.folded, None))

    def named(self, name: str) -> View:
        """The view of that name; ``written`` stands for the others where they would not differ."""
        blank = {"unwrapped": "\n", "squeezed": None}
        if name in blank and not _has(self.written.text, blank[name]):
            return self.written
        view: View = getattr(self, name)
        return view


def _has(text: str, blank: str | None) -> bool:
    return blank in text if blank else any(character.isspace() for character in text)


def _without(folded: Folded, blank: str | None) -> Folded:
    """``folded`` without ``blank`` (``None``: without any white space), offsets kept."""
    keep = [
        at for at, character in enumerate(folded.text) if not (character == blank if blank else character.isspace())
    ]
    return Folded(
        "".join(folded.text[at] for at in keep),
        tuple(folded.starts[at] for at in keep),
        tuple(folded.ends[at] for at in keep),
        folded.hidden,
    )

"""An answer as units of reading: sentences with their place in the original text.

A sentence that opens with 但 or 然而 stays with the sentence before it: what follows the turn is the conclusion.
Questions are kept apart because they assert nothing; repeated sentences are read once.
"""

from dataclasses import dataclass

from assessments.core.grading.lexicon import CONTRAST
from assessments.core.grading.types import Span
from casebank.core.text.folding import Folded
from casebank.core.text.normalise import normalise
from casebank.core.text.segments import Segment, sentences

#: Characters of one text that are read; the rest is flagged and not scored.
READ_LIMIT = 20_000


@dataclass(frozen=True)
class Unit:
    """``text`` is normalised and squeezed; ``start``/``end`` are offsets in the folded text of its source."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """One original text under its field name, with its normal form and its units."""

    field: str
    original: str
    folded: Folded
    units: tuple[Unit, ...]
    repeated: int

    def span(self, start: int, end: int) -> Span:
        """Span in the original for folded offsets."""
        first, last = self.folded.original_span(start, end)
        return Span(self.field, first, last, self.original[first:last])

    def unit_span(self, unit: Unit, within: tuple[int, int] | None = None) -> Span:
        """Span of a unit, or of the range ``within`` its text."""
        if within is None:
            return self.span(unit.start, unit.end)
        return self.span(unit.start + within[0], min(unit.start + within[1], unit.end))


def read_source(text: str, field: str = "answer") -> Source:
    """Normalise and cut ``text``; at most ``READ_LIMIT`` visible characters are read."""
    folded = normalise(text, keep_lines=True, limit=3 * READ_LIMIT)
    if len(folded.text) > READ_LIMIT:
        folded = Folded(folded.text[:READ_LIMIT], folded.starts[:READ_LIMIT], folded.ends[:READ_LIMIT], folded.hidden)
    units, repeated = _distinct(_units(folded.text))
    return Source(field, text, folded, units, repeated)


def _units(text: str) -> list[Unit]:
    units: list[Unit] = []
    for part in sentences(text):
        if text[part.end : part.end + 1] == "?":
            continue
        if units and CONTRAST.match(part.text):
            units[-1] = _joined(units[-1], part, text)
        else:
            units.append(Unit(part.text, part.start, part.end))
    return units


def _joined(unit: Unit, part: Segment, text: str) -> Unit:
    return Unit(text[unit.start : part.end].replace("\n", ","), unit.start, part.end)


def _distinct(units: list[Unit]) -> tuple[tuple[Unit, ...], int]:
    first = {unit.text: unit for unit in reversed(units)}
    kept = tuple(unit for unit in units if first[unit.text] is unit)
    return kept, sum(len(unit.text) for unit in units) - sum(len(unit.text) for unit in kept)


def merged(source: Source, first: Unit, second: Unit) -> Unit:
    """Two neighbouring units as one."""
    start, end = min(first.start, second.start), max(first.end, second.end)
    return Unit(source.folded.text[start:end].replace("\n", ","), start, end)

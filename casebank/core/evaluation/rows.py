"""What a row of a sheet is: data, or one of the things people put between data."""

import re
from collections.abc import Mapping, Sequence

from casebank.core.evaluation.cells import Cell, squeezed
from casebank.core.evaluation.headers import Heading, label

DATA, BLANK, REPEATED_HEADER, SUBTOTAL, NOTE = "data", "blank", "repeated_header", "subtotal", "note"
_TOTAL = re.compile(r"^(本页|本月|本季|本年|本部门)?(小计|合计|总计|累计|共计)")
_ASIDE = frozenset({"seq", "remark"})


def row_kind(row: Sequence[Cell], heading: Heading, key: str) -> str:
    """Class of a row below the header; ``key`` is the field that a total row leaves empty (case number, staff number)."""
    texts = [squeezed(cell) for cell in row]
    if not any(texts):
        return BLANK
    if _repeats(row, heading.labels) or _repeats(row, heading.banner):
        return REPEATED_HEADER
    if not _at(texts, heading.columns, key) and any(_TOTAL.match(text) for text in texts[:4]):
        return SUBTOTAL
    return DATA if _has_substance(texts, heading.columns) else NOTE


def _repeats(row: Sequence[Cell], labels: Sequence[str]) -> bool:
    same = sum(bool(text) and label(cell) == text for cell, text in zip(row, labels, strict=False))
    return same >= 3


def _at(texts: Sequence[str], columns: Mapping[str, int], name: str) -> str:
    at = columns.get(name)
    return texts[at] if at is not None and at < len(texts) else ""


def _has_substance(texts: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Two or more fields beside number and remark: a single sentence in one cell is a note."""
    first = columns.get("seq", -1)
    filled = [
        name for name, at in columns.items() if name not in _ASIDE and at != first and at < len(texts) and texts[at]
    ]
    return len(filled) >= 2

"""Corrections by hand to the recognised columns."""

import re
from collections.abc import Mapping
from dataclasses import replace

from casebank.core.evaluation.headers import Heading, label

_LETTERS = re.compile(r"^[A-Za-z]{1,3}$")


class MappingError(ValueError):
    """A correction that names an unknown field or column; ``args`` are (field, wanted)."""


def apply_mapping(
    heading: Heading, mapping: Mapping[str, str | int | None], known: Mapping[str, object], required: tuple[str, ...]
) -> Heading:
    """Heading with the columns that a person chose.

    ``mapping`` gives per field a header text, a column letter, a 1-based column number, or None / "" for "no column".
    Raises :class:`MappingError`.
    """
    columns = dict(heading.columns)
    for name, wanted in mapping.items():
        if name not in known:
            raise MappingError(name, wanted)
        columns.pop(name, None)
    for name, wanted in mapping.items():
        if wanted in (None, ""):
            continue
        at = _column(heading, name, wanted)
        columns = {field: column for field, column in columns.items() if column != at or field in mapping}
        columns[name] = at
    if len(set(columns.values())) < len(columns):
        raise MappingError(*_doubled(columns))
    missing = tuple(name for name in required if name not in columns)
    return replace(heading, columns=columns, guessed=heading.guessed - mapping.keys(), missing=missing)


def _column(heading: Heading, name: str, wanted: str | int | None) -> int:
    if isinstance(wanted, int):
        at = wanted - 1
    elif label(wanted) in heading.labels:
        at = heading.labels.index(label(wanted))
    elif isinstance(wanted, str) and _LETTERS.match(wanted):
        at = _number(wanted) - 1
    else:
        raise MappingError(name, wanted)
    if not 0 <= at < len(heading.labels):
        raise MappingError(name, wanted)
    return at


def _number(letters: str) -> int:
    total = 0
    for letter in letters.upper():
        total = total * 26 + ord(letter) - 64
    return total


def _doubled(columns: Mapping[str, int]) -> tuple[str, int]:
    seen: set[int] = set()
    for name, at in columns.items():
        if at in seen:
            return name, at + 1
        seen.add(at)
    return "", 0

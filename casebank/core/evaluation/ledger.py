"""A whole ledger: every row of the sheet with its status and the reason.

``valid`` rows can be loaded. A ``duplicate`` adds nothing. ``conflict`` rows tell different things about one case;
none of them is loaded until a person chooses. ``invalid`` rows name field, value and reason.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from casebank.core.evaluation.cells import Cell, Table, shown
from casebank.core.evaluation.headers import Heading
from casebank.core.evaluation.reading import RowReading, read_row
from casebank.core.evaluation.register import Register
from casebank.core.evaluation.rows import DATA, row_kind
from casebank.core.evaluation.values import Issue, LedgerValues

VALID, DUPLICATE, CONFLICT, INVALID = "valid", "duplicate", "conflict", "invalid"
EXACT, REWRITTEN, ALREADY_STORED = "exact_duplicate", "same_case_written_differently", "already_stored"
OTHER_GRADE, OTHER_VALUES = "same_case_no_different_grade", "same_case_no_different_values"
STORED_GRADE, STORED_VALUES = "stored_with_different_grade", "stored_with_different_values"
CASE_STATUSES = (VALID, DUPLICATE, CONFLICT, INVALID)


@dataclass(frozen=True)
class LedgerRow:
    """One sheet row. ``status`` is one of the four above, or blank / repeated_header / subtotal / note.

    ``twins`` are the sheet rows of the same case; ``reason`` is the first of ``errors``, or why it is a duplicate or
    a conflict.
    """

    number: int
    status: str
    raw: tuple[str, ...]
    reason: str = ""
    values: LedgerValues | None = None
    errors: tuple[Issue, ...] = ()
    warnings: tuple[Issue, ...] = ()
    twins: tuple[int, ...] = ()


def read_ledger(table: Table, heading: Heading, register: Register) -> tuple[LedgerRow, ...]:
    """All rows below the header, in order."""
    rows = [
        _row(number, cells, heading, register)
        for number, cells in enumerate(table.rows[heading.last :], heading.last + 1)
    ]
    return tuple(_against_each_other(rows, heading))


def _row(number: int, cells: Sequence[Cell], heading: Heading, register: Register) -> LedgerRow:
    raw = tuple(shown(cell) for cell in cells)
    kind = row_kind(cells, heading, "case_no")
    if kind != DATA:
        return LedgerRow(number, kind, raw)
    reading: RowReading = read_row(cells, heading.columns, register)
    status, reason = (INVALID, reading.errors[0].reason) if reading.errors else (VALID, "")
    return LedgerRow(number, status, raw, reason, reading.values, reading.errors, reading.warnings)


def _against_each_other(rows: Sequence[LedgerRow], heading: Heading) -> list[LedgerRow]:
    """Compare the valid rows of one case number: the same → duplicates of the first, different → all in conflict."""
    by_case: dict[str, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.status == VALID and row.values:
            by_case[row.values.case_no].append(row)
    judged = {row.number: row for row in rows}
    for same_case in by_case.values():
        if len(same_case) > 1:
            judged |= {row.number: row for row in _judge(same_case, heading)}
    return [judged[row.number] for row in rows]


def _judge(same_case: Sequence[LedgerRow], heading: Heading) -> list[LedgerRow]:
    firsts: list[LedgerRow] = []
    judged: list[LedgerRow] = []
    for row in same_case:
        twin = next((one for one in firsts if one.values.identity == row.values.identity), None)  # type: ignore[union-attr]
        if twin is None:
            firsts.append(row)
        else:
            reason = EXACT if _cells_alike(row, twin, heading) else REWRITTEN
            judged.append(replace(row, status=DUPLICATE, reason=reason, twins=(twin.number,)))
    if len(firsts) > 1:
        results = {row.values.result for row in firsts if row.values}
        reason = OTHER_GRADE if len(results) > 1 else OTHER_VALUES
        numbers = [row.number for row in firsts]
        firsts = [
            replace(row, status=CONFLICT, reason=reason, twins=tuple(n for n in numbers if n != row.number))
            for row in firsts
        ]
    return firsts + judged


def _cells_alike(row: LedgerRow, other: LedgerRow, heading: Heading) -> bool:
    """The same text in every column, the serial number aside."""
    aside = heading.columns.get("seq")
    width = max(len(row.raw), len(other.raw))
    pairs = zip(row.raw + ("",) * (width - len(row.raw)), other.raw + ("",) * (width - len(other.raw)), strict=True)
    return all(one == two for at, (one, two) in enumerate(pairs) if at != aside)


def against_stored(row: LedgerRow, stored: LedgerValues | None) -> LedgerRow:
    """A valid row of a case that is stored: the same → duplicate, else → conflict with what is stored."""
    if stored is None or row.values is None or row.status != VALID:
        return row
    if stored.identity == row.values.identity:
        return replace(row, status=DUPLICATE, reason=ALREADY_STORED)
    reason = STORED_GRADE if stored.result != row.values.result else STORED_VALUES
    return replace(row, status=CONFLICT, reason=reason)


def count(rows: Sequence[LedgerRow]) -> dict[str, object]:
    """The figures of an import: rows per status, reasons, and the valid rows by grade and department."""
    cases = [row for row in rows if row.status in CASE_STATUSES]
    by_status = Counter(row.status for row in cases)
    valid = [row.values for row in cases if row.status == VALID and row.values]
    return {
        "rows": len(cases),
        **{status: by_status[status] for status in CASE_STATUSES},
        "warnings": sum(len(row.warnings) for row in cases if row.status == VALID),
        "by_reason": _sorted(Counter(row.reason for row in cases if row.reason)),
        "by_grade": _sorted(Counter(one.grade for one in valid)),
        "by_department": _sorted(Counter(one.department for one in valid)),
    }


def _sorted(counter: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))

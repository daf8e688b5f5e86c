"""Rosters of staff (人员名册)."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from casebank.core.evaluation.cells import Cell, Table, is_void, plain, shown, squeezed
from casebank.core.evaluation.dates import read_month
from casebank.core.evaluation.headers import Heading
from casebank.core.evaluation.rows import DATA, row_kind
from casebank.core.evaluation.values import Issue

_UNIT = re.compile(r"^(?P<unit>[\u4e00-\u9fff]{2,40}?人民检察院)")
_MOVED = re.compile(
    r"(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./月](?P<day>\d{1,2})日?由(?P<from>[\u4e00-\u9fff]{2,20}?)(?:调入|转入|调来)"
)
_STAFF_NO = re.compile(r"^[A-Z0-9][A-Z0-9-]{1,19}$")
_LIMITS = {"name": 40, "department": 80, "rank": 30, "post": 60, "remark": 200}


@dataclass(frozen=True)
class Move:
    """A change of department told in the remark: since ``since`` in the present one, before in ``left``."""

    since: date
    left: str


@dataclass(frozen=True)
class RosterPerson:
    """One member of staff. ``joined_on`` is ``YYYY-MM`` or ``YYYY-MM-DD``, empty when unknown. Phones are not kept."""

    staff_no: str
    name: str
    department: str
    rank: str = ""
    post: str = ""
    joined_on: str = ""
    remark: str = ""
    move: Move | None = None


@dataclass(frozen=True)
class RosterRow:
    """One sheet row: status ``valid``, ``invalid``, or a kind of row that holds nobody."""

    number: int
    status: str
    raw: tuple[str, ...]
    person: RosterPerson | None = None
    errors: tuple[Issue, ...] = ()


def unit_of(table: Table, heading: Heading) -> str:
    """Name of the procuratorate in the title above the header, empty when it is not told."""
    texts = (squeezed(cell) for row in table.rows[: heading.first - 1] for cell in row)
    return next((found["unit"] for found in map(_UNIT.match, texts) if found), "")


def read_roster(table: Table, heading: Heading) -> tuple[RosterRow, ...]:
    """All rows below the header. Reasons: ``missing_name``, ``missing_staff_no``, ``malformed_staff_no``,
    ``missing_department``, ``impossible_date``, ``unreadable_date``, ``text_too_long``, ``staff_no_twice``."""
    rows = [_row(number, cells, heading) for number, cells in enumerate(table.rows[heading.last :], heading.last + 1)]
    numbers = Counter(row.person.staff_no for row in rows if row.person and row.person.staff_no)
    return tuple(_doubled(row) if row.person and numbers[row.person.staff_no] > 1 else row for row in rows)


def _doubled(row: RosterRow) -> RosterRow:
    number = row.person.staff_no if row.person else ""
    return RosterRow(
        row.number, "invalid", row.raw, row.person, (*row.errors, Issue("staff_no", "staff_no_twice", number))
    )


def _row(number: int, cells: tuple[Cell, ...], heading: Heading) -> RosterRow:
    raw = tuple(shown(cell) for cell in cells)
    kind = row_kind(cells, heading, "staff_no")
    if kind != DATA:
        return RosterRow(number, kind, raw)
    by_name = {name: cells[at] if at < len(cells) else None for name, at in heading.columns.items()}
    person, errors = _person(by_name)
    return RosterRow(number, "invalid" if errors else "valid", raw, person, errors)


def _person(cells: dict[str, Cell]) -> tuple[RosterPerson, tuple[Issue, ...]]:
    texts = {name: "" if is_void(value) else plain(value) for name, value in cells.items()}
    joined = read_month(cells.get("joined_on"))
    staff_no = squeezed(texts.get("staff_no", "")).upper()
    person = RosterPerson(
        staff_no=staff_no,
        name=squeezed(texts.get("name", "")),
        department=squeezed(texts.get("department", "")),
        rank=squeezed(texts.get("rank", "")),
        post=squeezed(texts.get("post", "")),
        joined_on="" if joined.value is None else joined.value.isoformat()[: 7 if joined.precision == "month" else 10],
        remark=texts.get("remark", ""),
        move=_move(texts.get("remark", "")),
    )
    errors = [
        Issue(name, f"missing_{name}") for name in ("name", "staff_no", "department") if not getattr(person, name)
    ]
    if staff_no and not _STAFF_NO.match(staff_no):
        errors.append(Issue("staff_no", "malformed_staff_no", shown(cells.get("staff_no"))))
    if joined.reason:
        errors.append(Issue("joined_on", joined.reason, shown(cells.get("joined_on"))))
    errors += [
        Issue(name, "text_too_long", texts[name][:40])
        for name, most in _LIMITS.items()
        if len(texts.get(name, "")) > most
    ]
    return person, tuple(errors)


def _move(remark: str) -> Move | None:
    found = _MOVED.search(squeezed(remark))
    if not found:
        return None
    try:
        return Move(date(int(found["year"]), int(found["month"]), int(found["day"])), found["from"])
    except ValueError:
        return None

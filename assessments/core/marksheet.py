"""Adding up a marking sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class SlotTotal:
    """Points of one question: deductions never take it below 0, and it never passes its maximum."""

    points: Decimal
    maximum: Decimal


def slot_total(rows: Iterable[tuple[Decimal, Decimal]]) -> SlotTotal:
    """``rows``: (points, most) per criterion; a deduction has negative points and 0 as most."""
    rows = list(rows)
    maximum = sum((most for _points, most in rows), Decimal(0))
    points = sum((points for points, _most in rows), Decimal(0))
    return SlotTotal(min(max(points, Decimal(0)), maximum), maximum)


def competency_totals(slots: Iterable[tuple[Iterable[str], SlotTotal]]) -> Mapping[str, SlotTotal]:
    """Points per competency code; a question counts in full for each of its competencies."""
    totals: dict[str, SlotTotal] = {}
    for codes, total in slots:
        for code in codes:
            before = totals.get(code, SlotTotal(Decimal(0), Decimal(0)))
            totals[code] = SlotTotal(before.points + total.points, before.maximum + total.maximum)
    return dict(sorted(totals.items()))


def percent(total: SlotTotal) -> Decimal:
    """Share of the maximum as 0..100 with two places; an empty maximum counts as 0."""
    if not total.maximum:
        return Decimal(0)
    return (100 * total.points / total.maximum).quantize(Decimal("0.01"))

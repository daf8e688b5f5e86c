from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assessments.core.marksheet import SlotTotal, competency_totals, percent, slot_total

POINTS = some.decimals(0, 30, places=2)


@pytest.mark.parametrize(
    ("rows", "points", "maximum"),
    [
        ([], 0, 0),
        ([(4, 5), (0, 5)], 4, 10),
        ([(4, 5), (-1, 0)], 3, 5),
        ([(1, 5), (-3, 0)], 0, 5),
    ],
)
def test_a_question_adds_up_and_never_falls_below_nothing(rows, points, maximum):
    rows = [(Decimal(one), Decimal(most)) for one, most in rows]

    assert slot_total(rows) == SlotTotal(Decimal(points), Decimal(maximum))


@given(some.lists(some.tuples(POINTS, POINTS)), some.lists(POINTS, max_size=5))
def test_a_total_stays_within_its_bounds(rows, deductions):
    rows = [(min(pair), max(pair)) for pair in rows] + [(-one, Decimal(0)) for one in deductions]

    total = slot_total(rows)

    assert 0 <= total.points <= total.maximum


def test_a_question_counts_for_each_of_its_competencies():
    first, second = SlotTotal(Decimal(30), Decimal(50)), SlotTotal(Decimal(10), Decimal(100))

    totals = competency_totals([(["CP-05", "CP-01"], first), (["CP-05"], second)])

    assert totals == {"CP-01": first, "CP-05": SlotTotal(Decimal(40), Decimal(150))}
    assert percent(totals["CP-05"]) == Decimal("26.67")


def test_nothing_to_earn_is_nought_percent():
    assert percent(SlotTotal(Decimal(0), Decimal(0))) == 0

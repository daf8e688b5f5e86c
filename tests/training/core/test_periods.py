from datetime import date

import pytest

from training.core.periods import Period, last_months, whole_months


def test_previous_period_has_equal_length_and_touches():
    period = Period(date(2026, 3, 1), date(2026, 3, 31))

    assert period.previous() == Period(date(2026, 1, 29), date(2026, 2, 28))
    assert period.previous().days == period.days == 31


def test_a_period_holds_both_its_ends():
    period = Period(date(2026, 1, 1), date(2026, 1, 2))

    assert [date(2025, 12, 31) in period, date(2026, 1, 1) in period, date(2026, 1, 2) in period] == [False, True, True]


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("today", "months", "start"),
    [
        (date(2026, 11, 23), 12, date(2025, 11, 24)),
        (date(2026, 11, 30), 9, date(2026, 3, 1)),  # February has no 30th
        (date(2026, 1, 31), 1, date(2026, 1, 1)),
        (date(2024, 2, 29), 12, date(2023, 3, 1)),
    ],
)
def test_last_months(today, months, start):
    assert last_months(today, months) == Period(start, today)


def test_whole_months_are_calendar_months():
    assert whole_months(date(2026, 1, 31), date(2026, 2, 1)) == 1
    assert whole_months(date(2025, 2, 1), date(2026, 2, 28)) == 12

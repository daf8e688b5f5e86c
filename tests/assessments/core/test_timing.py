from datetime import UTC, datetime, timedelta

import pytest

from assessments.core.timing import Arrival, deadline_for, schedule

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "extra", "window", "expected"),
    [
        (120, 0, 480, 120),  # the limit ends first
        (480, 0, 120, 120),  # the window ends first
        (120, 30, 480, 150),  # extra time prolongs the limit
        (480, 30, 120, 150),  # and the window with it (Submitty 10441)
    ],
)
def test_deadline_is_the_earlier_end_plus_extra_time(minutes, extra, window, expected):
    deadline = deadline_for(
        started_at=START, closes_at=START + timedelta(minutes=window), minutes=minutes, extra_minutes=extra
    )

    assert deadline == START + timedelta(minutes=expected)


@pytest.mark.parametrize(
    ("second", "expected"),
    [(0, Arrival.ON_TIME), (1, Arrival.LATE), (180, Arrival.LATE), (181, Arrival.CLOSED)],
)
def test_arrival_is_inclusive_at_both_ends(second, expected):
    plan = schedule(START, grace_seconds=180)

    assert plan.arrival(START + timedelta(seconds=second)) is expected


def test_seconds_left_never_fall_below_zero():
    plan = schedule(START, grace_seconds=60)

    assert plan.seconds_left(START - timedelta(seconds=61.5)) == 61
    assert plan.seconds_left(START + timedelta(hours=1)) == 0

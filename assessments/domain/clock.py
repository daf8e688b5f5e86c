"""The one clock: the server's."""

from datetime import datetime

from assessments.core.timing import Arrival, Schedule, deadline_for, schedule
from assessments.models import Attempt, Sitting


def schedule_of(attempt: Attempt) -> Schedule:
    """Deadline and hard close of a started attempt; the sitting must be loaded."""
    return schedule(attempt.deadline_at, attempt.sitting.grace_seconds)


def planned_deadline(sitting: Sitting, *, started_at: datetime, extra_minutes: int) -> datetime:
    return deadline_for(
        started_at=started_at, closes_at=sitting.closes_at, minutes=sitting.minutes, extra_minutes=extra_minutes
    )


def is_due(attempt: Attempt, now: datetime) -> bool:
    """The attempt runs although its grace has passed: the server has to hand it in."""
    return schedule_of(attempt).arrival(now) is Arrival.CLOSED

"""When writing ends for one person, and how a packet that arrives at a moment is to be taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Arrival(StrEnum):
    ON_TIME = "on_time"
    LATE = "late"
    CLOSED = "closed"


@dataclass(frozen=True)
class Schedule:
    """``deadline``: the time limit ends. ``hard_close``: nothing is accepted after it."""

    deadline: datetime
    hard_close: datetime

    def arrival(self, at: datetime) -> Arrival:
        """How a packet received at ``at`` (server clock) counts; both ends are inclusive."""
        if at <= self.deadline:
            return Arrival.ON_TIME
        return Arrival.LATE if at <= self.hard_close else Arrival.CLOSED

    def seconds_left(self, at: datetime) -> int:
        """Whole seconds to the deadline, never negative."""
        return max(0, int((self.deadline - at).total_seconds()))


def deadline_for(*, started_at: datetime, closes_at: datetime, minutes: int, extra_minutes: int = 0) -> datetime:
    """The limit runs from the start and ends with the window; extra time moves both, so it is never cut off."""
    extra = timedelta(minutes=extra_minutes)
    return min(started_at + timedelta(minutes=minutes), closes_at) + extra


def schedule(deadline: datetime, grace_seconds: int) -> Schedule:
    return Schedule(deadline, deadline + timedelta(seconds=grace_seconds))

"""The tests of one person, as the person sees them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessments.domain.attempt import may_start
from assessments.models import Attempt
from assessments.states import AttemptState, MarkingState, SittingState


class Stage(StrEnum):
    UPCOMING = "upcoming"
    OPEN = "open"
    RUNNING = "running"
    HANDED_IN = "handed_in"
    RELEASED = "released"
    MISSED = "missed"


@dataclass(frozen=True)
class MyTest:
    """A sitting of the person with the place they have reached in it."""

    attempt_id: int
    title: str
    kind: str
    kind_label: str
    opens_at: datetime
    closes_at: datetime
    minutes: int
    stage: Stage
    deadline_at: datetime | None
    submitted_at: datetime | None

    @property
    def waits_for_person(self) -> bool:
        return self.stage in (Stage.OPEN, Stage.RUNNING)


def tests_of(person_id: int, now: datetime) -> list[MyTest]:
    """Newest first; planned and cancelled sittings are left out. One query."""
    shown = (SittingState.OPEN, SittingState.CLOSED)
    attempts = Attempt.objects.filter(person_id=person_id, sitting__state__in=shown)
    attempts = (
        attempts.exclude(state=AttemptState.VOIDED).select_related("sitting").order_by("-sitting__opens_at", "pk")
    )
    return [_test(attempt, now) for attempt in attempts]


def _test(attempt: Attempt, now: datetime) -> MyTest:
    sitting = attempt.sitting
    return MyTest(
        attempt_id=attempt.pk,
        title=sitting.title,
        kind=sitting.kind,
        kind_label=sitting.get_kind_display(),
        opens_at=sitting.opens_at,
        closes_at=sitting.closes_at,
        minutes=sitting.minutes + attempt.extra_minutes,
        stage=stage_of(attempt, now),
        deadline_at=attempt.deadline_at,
        submitted_at=attempt.submitted_at,
    )


def stage_of(attempt: Attempt, now: datetime) -> Stage:
    """Where the person stands; a started test runs until it is handed in."""
    if attempt.marking == MarkingState.RELEASED:
        return Stage.RELEASED
    if attempt.state == AttemptState.SUBMITTED:
        return Stage.HANDED_IN
    if attempt.state == AttemptState.IN_PROGRESS:
        return Stage.RUNNING
    if may_start(attempt, now):
        return Stage.OPEN
    return Stage.UPCOMING if now < attempt.sitting.opens_at else Stage.MISSED

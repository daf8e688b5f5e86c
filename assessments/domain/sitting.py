"""Sittings: planning, candidates, markers, opening, extending, cancelling."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.attempt import note
from assessments.domain.clock import planned_deadline
from assessments.domain.sitting_checks import conflict_of, sitting_problems
from assessments.models import Attempt, Paper, Sitting
from assessments.rules import may_edit_sitting, may_plan_sittings, may_run_sitting
from assessments.states import SITTING_MOVES, AttemptState, PaperState, SittingState
from casebank.core.errors import Refused
from casebank.enums import Role
from casebank.public import accounts_with_role, move, people_in_service, record_activity
from casebank.rules import same_unit

# Without 0/O, 1/I/L, which people misread.
CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6
MAX_EXTRA_MINUTES = 600


@transaction.atomic
def plan_sitting(*, actor, paper: Paper, values: dict[str, Any]) -> Sitting:
    """A planned sitting of an approved paper. Raises ``Refused``."""
    if not may_plan_sittings(actor) or not same_unit(actor, paper.unit_id):
        raise Refused(_("Only trainers of the unit may plan sittings."))
    if paper.state != PaperState.APPROVED:
        raise Refused(_("Only an approved paper can be sat."))
    sitting = Sitting.objects.create(paper=paper, unit_id=paper.unit_id, created_by=actor, **values)
    record_activity(actor=actor, act="sitting.planned", subject=sitting)
    return sitting


@transaction.atomic
def edit_sitting(*, actor, sitting: Sitting, values: dict[str, Any]) -> Sitting:
    """Change a planned sitting; an open one can only be extended."""
    sitting = _locked(sitting)
    if not may_edit_sitting(actor, sitting):
        raise Refused(_("Only a planned sitting can be changed. While it is open, time can be extended."))
    for name, value in values.items():
        setattr(sitting, name, value)
    sitting.save()
    record_activity(actor=actor, act="sitting.edited", subject=sitting, detail={"fields": sorted(values)})
    return sitting


@transaction.atomic
def set_candidates(*, actor, sitting: Sitting, people: Iterable[Any]) -> None:
    """The people who sit: new ones get a script number, those no longer named go unless they have started.

    Raises ``Refused`` for people of another unit, for markers, and for those who wrote or approved the paper.
    """
    sitting = _running(actor, sitting, (SittingState.PLANNED, SittingState.OPEN))
    wanted = {person.pk: person for person in people}
    _require_service(sitting, wanted)
    for person in wanted.values():
        conflict = conflict_of(sitting, person)
        if conflict:
            raise Refused(conflict)
    attempts = {attempt.person_id: attempt for attempt in sitting.attempts.all()}
    for person_id, attempt in attempts.items():
        if person_id not in wanted and attempt.state == AttemptState.PREPARED:
            attempt.delete()
    for person_id in wanted.keys() - attempts.keys():
        Attempt.objects.create(sitting=sitting, person_id=person_id, code=_new_code())
    record_activity(actor=actor, act="sitting.candidates_set", subject=sitting, detail={"count": len(wanted)})


@transaction.atomic
def set_markers(*, actor, sitting: Sitting, markers: Iterable[Any]) -> None:
    """The markers of the sitting. Raises ``Refused`` for accounts without the role and for candidates."""
    sitting = _running(actor, sitting, (SittingState.PLANNED, SittingState.OPEN, SittingState.CLOSED))
    chosen = list(markers)
    allowed = set(accounts_with_role(sitting.unit_id, Role.MARKER).values_list("pk", flat=True))
    if not {one.pk for one in chosen} <= allowed:
        raise Refused(_("Only markers of the unit can be named."))
    sitting_people = set(sitting.attempts.exclude(state=AttemptState.VOIDED).values_list("person_id", flat=True))
    both = [one for one in chosen if one.person_id in sitting_people]
    if both:
        raise Refused(_("%(name)s sits this test and cannot mark it.") % {"name": both[0].display_name})
    sitting.markers.set(chosen)
    record_activity(actor=actor, act="sitting.markers_set", subject=sitting, detail={"count": len(chosen)})


@transaction.atomic
def set_people(*, actor, sitting: Sitting, people: Iterable[Any], markers: Iterable[Any]) -> None:
    """Candidates and markers together, both or neither. Raises as the two acts do."""
    sitting.markers.remove(*sitting.markers.exclude(pk__in=[one.pk for one in markers]))
    set_candidates(actor=actor, sitting=sitting, people=people)
    set_markers(actor=actor, sitting=sitting, markers=markers)


@transaction.atomic
def open_sitting(*, actor, sitting: Sitting) -> Sitting:
    """Candidates see it from now on and can start inside the window. Raises ``Refused`` naming what is missing."""
    sitting = _running(actor, sitting, (SittingState.PLANNED,))
    problems = sitting_problems(sitting)
    if problems:
        raise Refused(_("The sitting cannot be opened: %(problem)s") % {"problem": problems[0]})
    return move(sitting, to=SittingState.OPEN, moves=SITTING_MOVES, actor=actor)


@transaction.atomic
def cancel_sitting(*, actor, sitting: Sitting, reason: str) -> Sitting:
    """Call off a sitting that was not opened; one that nobody has started may be called off too."""
    sitting = _running(actor, sitting, (SittingState.PLANNED, SittingState.OPEN))
    if sitting.attempts.exclude(state__in=(AttemptState.PREPARED, AttemptState.VOIDED)).exists():
        raise Refused(_("Somebody has already started this sitting, so it cannot be cancelled."))
    return move(sitting, to=SittingState.CANCELLED, moves=SITTING_MOVES, actor=actor, detail={"reason": reason[:200]})


@transaction.atomic
def extend_sitting(*, actor, sitting: Sitting, minutes: int, reason: str, now: datetime) -> Sitting:
    """Give everybody ``minutes`` more, also while they write: limit and window move together."""
    sitting = _running(actor, sitting, (SittingState.PLANNED, SittingState.OPEN))
    _require_minutes(minutes)
    sitting.minutes += minutes
    sitting.closes_at += timedelta(minutes=minutes)
    sitting.save(update_fields=["minutes", "closes_at"])
    for attempt in sitting.attempts.select_for_update().filter(state=AttemptState.IN_PROGRESS):
        _recompute(attempt, sitting, now, minutes)
    record_activity(
        actor=actor, act="sitting.extended", subject=sitting, detail={"minutes": minutes, "reason": reason[:200]}
    )
    return sitting


@transaction.atomic
def set_extra_time(*, actor, attempt: Attempt, minutes: int, reason: str, now: datetime) -> Attempt:
    """Extra minutes of one person (in total, not on top), with the reason; takes effect at once.

    Raises ``Refused`` once the attempt is handed in, or without a reason.
    """
    _running(actor, attempt.sitting, (SittingState.PLANNED, SittingState.OPEN))
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=attempt.pk)
    if locked.state not in (AttemptState.PREPARED, AttemptState.IN_PROGRESS):
        raise Refused(_("The test has been handed in; its time cannot be changed."))
    if not reason.strip():
        raise Refused(_("Say why this person gets extra time."))
    _require_minutes(minutes)
    gained = minutes - locked.extra_minutes
    locked.extra_minutes, locked.extra_reason = minutes, reason.strip()[:200]
    locked.save(update_fields=["extra_minutes", "extra_reason"])
    if locked.state == AttemptState.IN_PROGRESS:
        _recompute(locked, locked.sitting, now, gained)
    record_activity(actor=actor, act="attempt.extra_time", subject=locked, detail={"minutes": minutes})
    return locked


def _recompute(attempt: Attempt, sitting: Sitting, now: datetime, gained: int) -> None:
    """A new deadline from the same start; it never falls behind the present moment by taking time away."""
    deadline = planned_deadline(sitting, started_at=attempt.started_at, extra_minutes=attempt.extra_minutes)
    attempt.deadline_at = deadline if gained >= 0 else max(deadline, min(now, attempt.deadline_at))
    attempt.save(update_fields=["deadline_at"])
    note(attempt, "deadline_moved", now, minutes=gained, deadline=attempt.deadline_at.isoformat())


def _locked(sitting: Sitting) -> Sitting:
    return Sitting.objects.select_for_update(of=("self",)).select_related("paper").get(pk=sitting.pk)


def _running(actor, sitting: Sitting, states: tuple) -> Sitting:
    """The sitting, locked, if the actor may run it and it is in one of ``states``; raises ``Refused`` otherwise."""
    locked = _locked(sitting)
    if not may_run_sitting(actor, locked):
        raise Refused(_("Only trainers of the unit may do this."))
    if locked.state not in states:
        raise Refused(
            _("The sitting is %(state)s; this is no longer possible.") % {"state": locked.get_state_display()}
        )
    return locked


def _require_service(sitting: Sitting, wanted: dict[int, Any]) -> None:
    known = set(people_in_service(sitting.unit_id).filter(pk__in=wanted).values_list("pk", flat=True))
    if set(wanted) - known:
        raise Refused(_("Only people of the unit who are in service can sit."))


def _require_minutes(minutes: int) -> None:
    if not 0 <= minutes <= MAX_EXTRA_MINUTES:
        raise Refused(_("Extra time is between 0 and %(limit)d minutes.") % {"limit": MAX_EXTRA_MINUTES})


def _new_code() -> str:
    while True:
        code = "".join(secrets.choice(CODE_SIGNS) for _unused in range(CODE_LENGTH))
        if not Attempt.objects.filter(code=code).exists():
            return code

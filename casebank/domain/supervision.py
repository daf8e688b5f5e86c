"""Supervision points (类案监督要点): proposed from confirmed findings, decided by an inspector."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Conflict, Refused
from casebank.domain.activity import record_activity
from casebank.domain.lifecycle import move
from casebank.models import DefectType, Finding, SupervisionPoint, User
from casebank.rules import may_decide_supervision_points
from casebank.states import POINT_MOVES, PointState


@dataclass(frozen=True)
class Drafted:
    """How many points a drafting added, how many got a new count of cases, how many stayed."""

    created: int
    updated: int
    kept: int


@transaction.atomic
def draft_supervision_points(*, actor: User) -> Drafted:
    """Propose one point for each cause and code that confirmed findings name together.

    The wording starts as the code's own check method. Points that exist keep wording and state, only their count of
    cases is refreshed; dropped points are left alone. Raises ``Refused`` for others than inspectors.
    """
    _require_inspector(actor)
    counts = _cases_by_cause_and_code()
    standing = {(point.cause, point.defect_id): point for point in SupervisionPoint.objects.all()}
    fresh = [_draft(key, cases, line) for key, (cases, line) in counts.items() if key not in standing]
    SupervisionPoint.objects.bulk_create(_worded(fresh))
    updated = sum(_recount(point, counts.get(key, (0, ""))[0]) for key, point in standing.items())
    result = Drafted(len(fresh), updated, len(standing) - updated)
    record_activity(actor=actor, act="supervision.drafted", subject=actor, detail=vars(result))
    return result


@transaction.atomic
def decide_supervision_point(
    *, actor: User, point: SupervisionPoint, text: str, to: PointState | None = None, expected: str | None = None
) -> SupervisionPoint:
    """Store the wording and, if ``to`` is given, publish, drop or take the point up again.

    Raises ``Refused`` for others than inspectors, an empty wording or a step that is not allowed, ``Conflict`` when
    the point is no longer in the state the person saw.
    """
    _require_inspector(actor)
    text = text.strip()
    if not text:
        raise Refused(_("Write what to check before you save the point."))
    if to is not None:
        return move(point, to=to, moves=POINT_MOVES, actor=actor, expected=expected, text=text, decided_by=actor)
    return _reword(actor, point, text, expected)


def _reword(actor: User, point: SupervisionPoint, text: str, expected: str | None) -> SupervisionPoint:
    locked = SupervisionPoint.objects.select_for_update().get(pk=point.pk)
    if expected is not None and locked.state != expected:
        raise Conflict(_("Somebody has changed this in the meantime. Please look at it again."))
    if locked.text != text:
        locked.text = text
        locked.save(update_fields=["text"])
        record_activity(actor=actor, act="supervisionpoint.reworded", subject=locked)
    return locked


def _cases_by_cause_and_code() -> dict[tuple[str, int], tuple[int, str]]:
    """(cause, defect id) → how many evaluated cases, their business line. Retired codes are left out."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    lines: dict[tuple[str, int], str] = {}
    for cause, line, case_id, defect_id in _confirmed():
        seen[cause, defect_id].add(case_id)
        lines.setdefault((cause, defect_id), line)
    return {key: (len(cases), lines[key]) for key, cases in seen.items()}


def _confirmed() -> Iterator[tuple[str, str, int, int]]:
    path = "evaluation__case__"
    return (
        Finding.objects.confirmed()
        .filter(defect__is_active=True)
        .values_list(f"{path}cause", f"{path}business_line", f"{path}id", "defect_id")
        .order_by("pk")
        .iterator()
    )


def _draft(key: tuple[str, int], cases: int, line: str) -> SupervisionPoint:
    return SupervisionPoint(cause=key[0], defect_id=key[1], business_line=line, cases=cases)


def _worded(points: list[SupervisionPoint]) -> list[SupervisionPoint]:
    defects = DefectType.objects.in_bulk({point.defect_id for point in points})
    for point in points:
        defect = defects[point.defect_id]
        point.text = defect.check_method or defect.title
    return points


def _recount(point: SupervisionPoint, cases: int) -> bool:
    if point.state == PointState.DROPPED or point.cases == cases:
        return False
    point.cases = cases
    point.save(update_fields=["cases"])
    return True


def _require_inspector(actor: User) -> None:
    if not may_decide_supervision_points(actor):
        raise Refused(_("Only inspectors may decide on supervision points."))

"""How much work in assessments waits for somebody."""

from datetime import datetime
from typing import Any

from assessments.domain.queries.marking import results_to_release
from assessments.models import Attempt
from assessments.rules import may_author, may_mark, may_take_tests
from assessments.states import AttemptState, MarkingState, SittingState

TO_TAKE = (AttemptState.PREPARED, AttemptState.IN_PROGRESS)
TO_MARK = (MarkingState.UNMARKED, MarkingState.PREMARKED)


def waiting_for(user: Any, now: datetime) -> dict[str, int]:
    """Counts by kind, only kinds that the person may work on.

    ``attempts`` that can be taken at ``now``, ``scripts`` to mark, ``results`` to release.
    """
    counts = {}
    if may_take_tests(user):
        counts["attempts"] = _to_take(user, now).count()
    if may_mark(user):
        counts["scripts"] = _to_mark(user).count()
    if may_author(user):
        counts["results"] = results_to_release(user).filter(marking=MarkingState.MARKED).count()
    return counts


def _to_take(user: Any, now: datetime) -> Any:
    own = Attempt.objects.visible_to(user).filter(state__in=TO_TAKE, sitting__state=SittingState.OPEN)
    return own.filter(sitting__opens_at__lte=now, sitting__closes_at__gt=now)


def _to_mark(user: Any) -> Any:
    """Scripts of the sittings the marker is named for, never the marker's own."""
    handed_in = Attempt.objects.filter(state=AttemptState.SUBMITTED, marking__in=TO_MARK)
    return handed_in.filter(sitting__markers=user).exclude(person_id=user.person_id)

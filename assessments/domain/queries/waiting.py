"""How much marking waits for somebody."""

from typing import Any

from assessments.domain.queries.marking import results_to_release
from assessments.models import Attempt
from assessments.rules import may_author, may_mark
from assessments.states import AttemptState, MarkingState

TO_MARK = (MarkingState.UNMARKED, MarkingState.PREMARKED)


def waiting_for(user: Any) -> dict[str, int]:
    """Counts by kind, only kinds that the person may work on: ``scripts`` to mark, ``results`` to release."""
    counts = {}
    if may_mark(user):
        counts["scripts"] = _to_mark(user).count()
    if may_author(user):
        counts["results"] = results_to_release(user).filter(marking=MarkingState.MARKED).count()
    return counts


def _to_mark(user: Any) -> Any:
    """Scripts of the sittings the marker is named for, never the marker's own."""
    handed_in = Attempt.objects.filter(state=AttemptState.SUBMITTED, marking__in=TO_MARK)
    return handed_in.filter(sitting__markers=user).exclude(person_id=user.person_id)

"""What the trainer sees of a running sitting: who has started, last saved, handed in. Never an answer."""

from collections import Counter

from django.db.models import Max, QuerySet

from assessments.models import Attempt, Sitting
from assessments.states import AttemptState


def candidates_of(sitting: Sitting) -> QuerySet:
    """The attempts with person, department and ``last_saved``; one query. Answers and receipts are not read."""
    rows = Attempt.objects.filter(sitting=sitting).exclude(state=AttemptState.VOIDED).defer("receipt")
    rows = rows.select_related("person__department").annotate(last_saved=Max("answers__saved_at"))
    return rows.order_by("person__department__order", "person__department__name", "person__staff_no")


def state_counts(attempts) -> Counter:
    """How many attempts are in each state."""
    return Counter(attempt.state for attempt in attempts)

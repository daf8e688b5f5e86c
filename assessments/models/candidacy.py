"""Rows that a person must not see because they are still to sit them."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from assessments.states import AttemptState, MarkingState, SittingState


def not_before_them(user, path: str) -> Q:
    """Condition for querysets: the row is in no paper for which the person has an attempt without released result.

    ``path`` leads from ``Sitting`` to the row, such as ``paper`` or ``paper__slots__item``.
    """
    attempts = apps.get_model("assessments", "Attempt").objects.filter(
        **{f"sitting__{path}": OuterRef("pk")}, person_id=user.person_id
    )
    waiting = attempts.exclude(state=AttemptState.VOIDED).exclude(marking=MarkingState.RELEASED)
    return ~Q(Exists(waiting.exclude(sitting__state=SittingState.CANCELLED)))

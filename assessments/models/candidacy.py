"""Rows that a person must not see because they are still to sit them."""

from django.apps import apps

from assessments.states import AttemptState, MarkingState, SittingState


def families_before(user):
    """Families of the items in papers for which the person has an attempt without released result.

    Families, not items: another version of the item, or another paper with it, has the same key.
    """
    attempts = apps.get_model("assessments", "Attempt").objects.filter(person_id=user.person_id)
    waiting = attempts.exclude(state=AttemptState.VOIDED).exclude(marking=MarkingState.RELEASED)
    waiting = waiting.exclude(sitting__state=SittingState.CANCELLED)
    slots = apps.get_model("assessments", "Slot").objects.filter(paper__in=waiting.values("sitting__paper"))
    return slots.values("item__family")

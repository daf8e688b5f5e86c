"""The history of acts."""

from typing import Any

from casebank.models import Activity, User


def record_activity(*, actor: User | None, act: str, subject: Any, detail: dict | None = None) -> Activity:
    """Add one line to the history, in the caller's transaction.

    ``act`` is a dotted past-tense name such as ``study.released``; ``subject`` a saved model row; ``detail``
    primitives only, never case text, answers or names.
    """
    label = f"{subject._meta.label}:{subject.pk}"
    return Activity.objects.create(actor=actor, act=act, subject=label, detail=detail or {})

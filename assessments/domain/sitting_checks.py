"""Who may not sit, and what stands between a sitting and its opening."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.models import Sitting


def conflict_of(sitting: Sitting, person: Any) -> str:
    """Why ``person`` cannot sit this paper, as a sentence; empty when nothing speaks against it."""
    account = getattr(person, "account", None)
    if account is None:
        return ""
    if sitting.markers.filter(pk=account.pk).exists():
        return _("%(name)s marks this sitting and cannot sit it.") % {"name": person.name}
    paper = sitting.paper
    writers = {paper.author_id, paper.approved_by_id, *paper.slots.values_list("item__author_id", flat=True)}
    if account.pk in writers:
        return _("%(name)s has written or approved this paper and cannot sit it.") % {"name": person.name}
    return ""


def sitting_problems(sitting: Sitting) -> list[str]:
    """What is missing before the sitting can be opened."""
    problems = []
    if not sitting.attempts.exists():
        problems.append(_("No candidate is named."))
    if not sitting.markers.exists():
        problems.append(_("No marker is named."))
    if sitting.closes_at <= timezone.now():
        problems.append(_("The window is already over."))
    return problems

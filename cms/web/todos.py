"""What waits for a person, gathered from the doors of the apps, with words and addresses."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

import assessments.public
import casebank.public
import training.public
from cms.web.navigation import Text


@dataclass(frozen=True)
class Kind:
    """One kind of waiting work: its words and where it is done."""

    label: Text
    url_name: str
    icon: str


@dataclass(frozen=True)
class Todo:
    """A kind of which at least one piece waits."""

    label: Text
    count: int
    url: str
    icon: str


KINDS: dict[str, Kind] = {
    "tests": Kind(_("Tests that you can take now"), "assessments:my_attempts", "pencil-square"),
    "lessons": Kind(_("Lessons to complete"), "training:my_lessons", "book"),
    "lessons_overdue": Kind(_("Lessons past their date"), "training:my_lessons", "exclamation-triangle"),
    "papers": Kind(_("Papers to approve as second person"), "assessments:paper_list", "files"),
    "scripts": Kind(_("Scripts to mark"), "assessments:marking_list", "check2-square"),
    "results": Kind(_("Results to release"), "assessments:result_list", "send"),
    "findings": Kind(_("Findings to confirm"), "casebank:evaluation_list", "clipboard-check"),
    "studies_to_finish": Kind(_("Case studies to finish"), "casebank:study_list", "journal-text"),
    "studies_to_confirm": Kind(_("Case studies to confirm as second person"), "casebank:study_list", "patch-check"),
    "supervision_points": Kind(_("Supervision points to decide"), "casebank:supervision_points", "flag"),
}


def todos_for(user: Any, now: datetime) -> list[Todo]:
    """In the order of ``KINDS``; kinds without waiting work are left out."""
    counts = {
        **casebank.public.waiting_for(user),
        **assessments.public.desk_counts(user),
        **assessments.public.waiting_for(user),
        **training.public.todo_counts(user, timezone.localdate(now)),
    }
    return [_todo(kind, counts[code]) for code, kind in KINDS.items() if counts.get(code)]


def _todo(kind: Kind, count: int) -> Todo:
    return Todo(kind.label, count, _url(kind), kind.icon)


def _url(kind: Kind) -> str:
    try:
        return reverse(kind.url_name)
    except NoReverseMatch:
        return reverse("desk")

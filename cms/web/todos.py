"""What waits for a person, gathered from the doors of the apps, with words and addresses."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from casebank.public import waiting_for as waiting_in_casebank
from cms.web.navigation import Text

SOURCES: tuple[Callable[[Any], dict[str, int]], ...] = (waiting_in_casebank,)


@dataclass(frozen=True)
class Kind:
    """One kind of waiting work: its words and where it is done."""

    label: Text
    url_name: str
    icon: str
    query: str = ""


@dataclass(frozen=True)
class Todo:
    """A kind of which at least one piece waits."""

    label: Text
    count: int
    url: str
    icon: str


KINDS: dict[str, Kind] = {
    "attempts": Kind(_("Tests that you can take now"), "assessments:my_tests", "pencil-square"),
    "lessons": Kind(_("Lessons to complete"), "training:my_lessons", "book"),
    "scripts": Kind(_("Scripts to mark"), "assessments:marking_list", "check2-square"),
    "findings": Kind(_("Findings to confirm"), "casebank:evaluation_list", "clipboard-check"),
    "studies_to_finish": Kind(_("Case studies to finish"), "casebank:study_list", "journal-text"),
    "studies_to_confirm": Kind(_("Case studies to confirm as second person"), "casebank:study_list", "patch-check"),
    "supervision_points": Kind(_("Supervision points to decide"), "casebank:supervision_points", "flag"),
}


def todos_for(user: Any) -> list[Todo]:
    """In the order of ``KINDS``; kinds without waiting work are left out."""
    counts = {kind: count for source in SOURCES for kind, count in source(user).items()}
    return [_todo(kind, counts[code]) for code, kind in KINDS.items() if counts.get(code)]


def _todo(kind: Kind, count: int) -> Todo:
    return Todo(kind.label, count, _url(kind), kind.icon)


def _url(kind: Kind) -> str:
    try:
        return reverse(kind.url_name) + kind.query
    except NoReverseMatch:
        return reverse("desk")

"""The door of assessments: what training and cms may call."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from assessments.domain.queries.my_tests import MyTest, Stage, tests_of
from assessments.domain.queries.waiting import waiting_for
from assessments.models import Paper, Sitting
from assessments.rules import may_approve_paper, may_see_papers, may_take_tests
from assessments.states import PaperState, SittingState

__all__ = ["MyTest", "Stage", "desk_counts", "sittings_for", "waiting_for"]


def sittings_for(person: Any, now: datetime | None = None) -> list[MyTest]:
    """The tests of a person, newest first, each with the stage reached (see ``MyTest``)."""
    return tests_of(person.pk, now or timezone.now())


def desk_counts(user: Any) -> dict[str, int]:
    """What waits for ``user``: ``tests`` to take now, ``papers`` to approve, ``sittings`` open in the own unit."""
    tests = sittings_for(user.person) if may_take_tests(user) else []
    drafts = Paper.objects.visible_to(user).filter(state=PaperState.DRAFT, slots__isnull=False).distinct()
    return {
        "tests": sum(test.waits_for_person for test in tests),
        "papers": sum(may_approve_paper(user, paper) for paper in drafts) if may_see_papers(user) else 0,
        "sittings": Sitting.objects.visible_to(user).filter(state=SittingState.OPEN).count(),
    }

"""Reading supervision points."""

from collections import Counter
from typing import Any

from django.db.models import QuerySet

from casebank.enums import VerifyClass
from casebank.models import SupervisionPoint
from casebank.rules import may_see_unverified_knowledge
from casebank.states import PointState

SMALLEST_SHOWN = 5


def published_points(user: Any) -> QuerySet[SupervisionPoint]:
    """Published points, the most frequent first within a cause; those on unverified codes only for some."""
    points = SupervisionPoint.objects.filter(state=PointState.PUBLISHED, defect__is_active=True)
    if not may_see_unverified_knowledge(user):
        points = points.exclude(defect__verify_class=VerifyClass.UNVERIFIED)
    return points.select_related("defect").order_by("business_line", "cause", "-cases", "defect__code")


def points_in(state: PointState) -> QuerySet[SupervisionPoint]:
    """All points of one state for the inspectors' page."""
    points = SupervisionPoint.objects.filter(state=state).select_related("defect", "decided_by__person")
    return points.order_by("-cases", "cause", "defect__code")


def points_by_state() -> dict[str, int]:
    """How many points stand in each state."""
    counts = Counter(SupervisionPoint.objects.values_list("state", flat=True))
    return {state: counts.get(state, 0) for state in PointState}


def shown_count(cases: int) -> str:
    """A count of cases for readers: below five only “<5”, so that nobody recognises a single case."""
    return str(cases) if cases >= SMALLEST_SHOWN else f"<{SMALLEST_SHOWN}"

"""How much work in casebank waits for somebody."""

from typing import Any

from casebank.models import Finding, Study, SupervisionPoint
from casebank.rules import may_author_studies, may_confirm_findings, may_decide_supervision_points, may_see_studies
from casebank.states import OPEN_STUDY_STATES, FindingState, PointState, StudyState


def waiting_for(user: Any) -> dict[str, int]:
    """Counts by kind, only kinds that the person may work on: ``findings``, ``studies_to_finish``,
    ``studies_to_confirm`` (as second person), ``supervision_points``."""
    counts = {}
    if may_confirm_findings(user):
        counts["findings"] = Finding.objects.visible_to(user).filter(state=FindingState.SUGGESTED).count()
    if may_author_studies(user):
        own = Study.objects.visible_to(user).filter(author=user)
        counts["studies_to_finish"] = own.filter(state__in=OPEN_STUDY_STATES).count()
    if may_see_studies(user):
        counts["studies_to_confirm"] = _to_confirm(user).count()
    if may_decide_supervision_points(user):
        counts["supervision_points"] = SupervisionPoint.objects.filter(state=PointState.DRAFT).count()
    return counts


def _to_confirm(user: Any) -> Any:
    decided = Study.objects.visible_to(user).filter(state=StudyState.RESOLVED)
    return decided.exclude(author=user).exclude(resolved_by=user)

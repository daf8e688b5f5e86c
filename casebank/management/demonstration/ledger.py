"""The shared ledger, imported, with most findings confirmed as an inspector would."""

from datetime import date

from casebank.domain.evaluation import confirm_finding, confirm_sure_findings
from casebank.domain.ledger_import import commit_import
from casebank.domain.ledger_preview import Upload, preview_import
from casebank.domain.supervision import decide_supervision_point, draft_supervision_points
from casebank.interfaces.importers.tables import read_tables
from casebank.management.demonstration.people import DATA, account
from casebank.models import Evaluation, Finding, SupervisionPoint
from casebank.states import FindingState, PointState

LEDGER = DATA / "案件评查台账_2026H1.xlsx"
# Findings of the newest evaluations wait for the inspector, so that there is something to do.
CONFIRMED_UNTIL = date(2026, 6, 10)
PUBLISHED_POINTS = 24


def build_ledger() -> None:
    """Import the ledger and confirm what was found until ``CONFIRMED_UNTIL``."""
    inspector = account("YP0402")
    if not Evaluation.objects.exists():
        _import(inspector)
    waiting = Finding.objects.filter(state=FindingState.SUGGESTED, evaluation__evaluated_on__lte=CONFIRMED_UNTIL)
    confirm_sure_findings(actor=inspector, findings=waiting.filter(sure=True))
    for finding in waiting.filter(sure=False).prefetch_related("suggestions__defect"):
        best = max(finding.suggestions.all(), key=lambda one: one.score, default=None)
        if best and best.defect.is_active:
            confirm_finding(actor=inspector, finding=finding, defect=best.defect)


def build_supervision_points() -> None:
    """Draft the points from the findings; the best founded ones are published."""
    if SupervisionPoint.objects.exists():
        return
    inspector = account("YP0401")
    draft_supervision_points(actor=inspector)
    for point in SupervisionPoint.objects.order_by("-cases", "pk")[:PUBLISHED_POINTS]:
        decide_supervision_point(actor=inspector, point=point, text=point.text, to=PointState.PUBLISHED)


def _import(inspector) -> None:
    data = LEDGER.read_bytes()
    batch = preview_import(
        actor=inspector,
        unit=inspector.person.unit,
        upload=Upload(LEDGER.name, data),
        tables=read_tables(data, LEDGER.name),
    )
    commit_import(actor=inspector, batch=batch)

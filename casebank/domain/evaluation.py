"""What people decide about findings: which negative-list code a problem is, or that it is none."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Conflict, Refused
from casebank.domain.lifecycle import move
from casebank.domain.performance import record_performance
from casebank.enums import EntryKind
from casebank.models import DefectType, Finding, PerformanceEntry, User
from casebank.rules import may_confirm_findings, same_unit
from casebank.signals import finding_confirmed
from casebank.states import FINDING_MOVES, FindingState

SOURCE = "casebank.finding"


@transaction.atomic
def confirm_finding(*, actor: User, finding: Finding, defect: DefectType, note: str = "") -> Finding:
    """Confirm that the problem is ``defect``; it enters the performance record and can become a study.

    ``finding_confirmed`` goes out on commit. Raises ``Refused``, ``Conflict``.
    """
    _require_inspector(actor, finding)
    if not defect.is_active:
        raise Refused(_("The code %(code)s is no longer in use. Please choose another one.") % {"code": defect.code})
    finding = _decide(actor, finding, FindingState.CONFIRMED, defect=defect, decision_note=note[:200])
    _record(actor, finding)
    person = finding.evaluation.case.handler_id
    transaction.on_commit(partial(_announce, finding.pk, person, defect.code))
    return finding


@transaction.atomic
def dismiss_finding(*, actor: User, finding: Finding, reason: str) -> Finding:
    """Decide that the problem is no defect of the list; a reason is required. Raises ``Refused``, ``Conflict``."""
    _require_inspector(actor, finding)
    if not reason.strip():
        raise Refused(_("Please give the reason why this is not a defect."))
    return _decide(actor, finding, FindingState.DISMISSED, defect=None, decision_note=reason.strip()[:200])


@transaction.atomic
def reopen_finding(*, actor: User, finding: Finding) -> Finding:
    """Take a decision back. A line of the performance record is withdrawn by a further line, never deleted.

    Refused once a case study was started from the finding.
    """
    _require_inspector(actor, finding)
    if finding.studies.exists():
        raise Refused(_("A case study was started from this defect; the confirmation can no longer be taken back."))
    standing = _lines(finding).in_force().order_by("-pk").first()
    if standing:
        _withdraw(actor, finding, standing)
    return move(
        finding,
        to=FindingState.SUGGESTED,
        moves=FINDING_MOVES,
        actor=actor,
        detail={"code": finding.defect.code if finding.defect else ""},
        defect=None,
        decided_by=None,
        decided_at=None,
        decision_note="",
    )


@transaction.atomic
def confirm_sure_findings(*, actor: User, findings: Iterable[Finding]) -> int:
    """Confirm the first proposal of every open finding that is marked as clear; the others stay. Returns how many."""
    confirmed = 0
    for finding in findings:
        if finding.state != FindingState.SUGGESTED or not finding.sure:
            continue
        best = finding.suggestions.select_related("defect").order_by("-score").first()
        if best and best.defect.is_active:
            confirm_finding(actor=actor, finding=finding, defect=best.defect)
            confirmed += 1
    return confirmed


def _require_inspector(actor: User, finding: Finding) -> None:
    if not (may_confirm_findings(actor) and same_unit(actor, finding.evaluation.case.unit_id)):
        raise Refused(_("Only inspectors of the unit decide about defects."))


def _decide(actor: User, finding: Finding, to: FindingState, **changes) -> Finding:
    if finding.state != FindingState.SUGGESTED:
        raise Conflict(_("This problem has already been decided. Please look at it again."))
    code = changes["defect"].code if changes["defect"] else ""
    return move(
        finding,
        to=to,
        moves=FINDING_MOVES,
        actor=actor,
        expected=FindingState.SUGGESTED,
        detail={"code": code},
        decided_by=actor,
        decided_at=timezone.now(),
        **changes,
    )


def _lines(finding: Finding):
    return PerformanceEntry.objects.filter(source=SOURCE, detail__finding=finding.pk)


def _record(actor: User, finding: Finding) -> PerformanceEntry:
    case = finding.evaluation.case
    return record_performance(
        actor=actor,
        person=case.handler,
        kind=EntryKind.FINDING,
        source=SOURCE,
        source_key=f"{finding.pk}:{_lines(finding).count()}",
        occurred_on=finding.evaluation.evaluated_on,
        title=f"{finding.defect.code} {finding.defect.title}",
        defect_code=finding.defect.code,
        department_id=case.department_id,
        evaluation_id=finding.evaluation_id,
        detail={"finding": finding.pk, "evaluation": finding.evaluation_id, "severity": finding.defect.severity},
    )


def _withdraw(actor: User, finding: Finding, standing: PerformanceEntry) -> PerformanceEntry:
    return record_performance(
        actor=actor,
        person=standing.person,
        kind=EntryKind.FINDING,
        source=SOURCE,
        source_key=f"{finding.pk}:{_lines(finding).count()}",
        occurred_on=standing.occurred_on,
        title=standing.title,
        defect_code=standing.defect_code,
        department_id=standing.department_id,
        evaluation_id=standing.evaluation_id,
        detail=standing.detail,
        corrects=standing,
        retracts=True,
    )


def _announce(finding_id: int, person_id: int, defect_code: str) -> None:
    finding_confirmed.send(sender=Finding, finding_id=finding_id, person_id=person_id, defect_code=defect_code)

"""Releasing results: the candidate sees them, and they enter the performance record."""

import hashlib
import json
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.core.marksheet import SlotTotal, competency_totals, percent
from assessments.domain.queries.marking import Sheet, sheets_of
from assessments.enums import SittingKind
from assessments.models import Attempt, Result
from assessments.rules import may_release_result
from assessments.signals import result_released
from assessments.states import MARKING_MOVES, MarkingState
from casebank.core.errors import Refused
from casebank.enums import EntryKind
from casebank.public import move, record_performance

SOURCE = "assessments.result"


@transaction.atomic
def release_result(*, actor, attempt: Attempt) -> Result:
    """Release the marks in force as the result; releasing again returns the same result.

    A formal sitting also writes the performance record, in the same transaction: one entry for the test and one per
    competency. Practice never leaves the test. Raises ``Refused`` for an unconfirmed script and for anybody but a
    second person (see ``rules.may_release_result``).
    """
    locked = Attempt.objects.select_for_update(of=("self",)).select_related("sitting", "person").get(pk=attempt.pk)
    if locked.marking == MarkingState.RELEASED:
        return locked.result
    if not may_release_result(actor, locked):
        raise Refused(_("Results are released by a trainer of the unit who has not marked the script."))
    if locked.marking != MarkingState.MARKED:
        raise Refused(_("The marker has not confirmed this script yet."))
    result = _result(actor, locked, sheets_of(locked))
    move(
        locked,
        to=MarkingState.RELEASED,
        moves=MARKING_MOVES,
        actor=actor,
        expected=MarkingState.MARKED,
        field="marking",
    )
    if locked.sitting.kind == SittingKind.FORMAL:
        _record(actor, locked, result)
    transaction.on_commit(lambda: result_released.send(Result, attempt_id=locked.pk, person_id=locked.person_id))
    return result


def _result(actor, attempt: Attempt, sheets: list[Sheet]) -> Result:
    totals = [(sheet.slot.item.competency_codes, sheet.total) for sheet in sheets]
    competencies = {
        code: {"points": str(total.points), "max": str(total.maximum), "percent": str(percent(total))}
        for code, total in competency_totals(totals).items()
    }
    breakdown = [_question(sheet) for sheet in sheets]
    content = json.dumps([breakdown, competencies], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Result.objects.create(
        attempt=attempt,
        points=sum((total.points for _codes, total in totals), Decimal(0)),
        max_points=sum((total.maximum for _codes, total in totals), Decimal(0)),
        breakdown=breakdown,
        competencies=competencies,
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        released_by=actor,
    )


def _question(sheet: Sheet) -> dict:
    return {
        "title": sheet.slot.item.title,
        "kind": sheet.slot.item.kind,
        "points": str(sheet.total.points),
        "max": str(sheet.total.maximum),
        "criteria": [
            {
                "label": line.premark.label,
                "part": line.premark.part,
                "points": str(line.points),
                "max": str(line.premark.max_points),
                "verdict": line.premark.verdict,
                "quotes": [span["quote"] for span in line.premark.spans if span.get("quote")],
                "reason_zh": line.premark.reason_zh,
                "reason_en": line.premark.reason_en,
                "comment": line.step.comment if line.step else "",
            }
            for line in sheet.criteria
        ],
    }


def _record(actor, attempt: Attempt, result: Result) -> None:
    """The whole test, then each competency; a score is the share of the points, 0..100."""
    whole = percent(SlotTotal(result.points, result.max_points))
    rows = [("", whole)] + [(code, Decimal(row["percent"])) for code, row in result.competencies.items()]
    for code, score in rows:
        record_performance(
            actor=actor,
            person=attempt.person,
            kind=EntryKind.FORMAL_SITTING,
            source=SOURCE,
            source_key=f"{attempt.pk}:{code}" if code else str(attempt.pk),
            occurred_on=timezone.localdate(attempt.submitted_at),
            title=attempt.sitting.title,
            score=score,
            competency_code=code,
            detail={"attempt": attempt.pk, "points": str(result.points), "max": str(result.max_points)},
        )

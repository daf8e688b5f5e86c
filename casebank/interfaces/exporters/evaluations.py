"""Evaluations as a sheet, one row per case, codes and open problems beside each other."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from casebank.interfaces.exporters.workbook import Sheet
from casebank.interfaces.ledger_texts import field_label
from casebank.models import Evaluation
from casebank.states import FindingState

_FIELDS = ("case_no", "cause", "business_line", "handler", "staff_no", "department", "accepted_on", "closed_on", "kind", "evaluator", "evaluated_on", "score", "grade")  # fmt: skip


def evaluation_sheet(evaluations: Iterable[Evaluation]) -> Sheet:
    """Rows in the order given; ``findings__defect`` should be prefetched."""
    header = [str(field_label(name)) for name in _FIELDS]
    header += [_("Grade as written"), _("Confirmed defects"), _("Problems to decide"), _("Rectification")]
    return Sheet(_("Evaluations"), header, _rows(evaluations))


def _rows(evaluations: Iterable[Evaluation]) -> Iterator[list[Any]]:
    for one in evaluations:
        case, findings = one.case, one.findings.all()
        codes = [finding.defect.code for finding in findings if finding.defect]
        waiting = [finding.text for finding in findings if finding.state == FindingState.SUGGESTED]
        yield [
            case.case_no, case.cause, case.business_line, case.handler.name, case.handler.staff_no, case.department.name,
            case.accepted_on, case.closed_on, one.kind, one.evaluator_name, one.evaluated_on, one.score, one.grade,
            one.raw_grade, ", ".join(codes), "; ".join(waiting), one.rectify_note,
        ]  # fmt: skip

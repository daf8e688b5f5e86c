"""The competency report of a unit, its exports, and the drill-down to a person."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casebank.core.errors import Refused
from casebank.public import note_opening, people_in_service, record_activity
from casebank.web.access import allowed_or_404, requires
from casebank.web.downloads import attachment, workbook_attachment
from training.core.competency import INSPECTION, TEST
from training.domain.queries.person_report import person_report
from training.domain.queries.report import Report, competency_report
from training.interfaces.exporters.competency_pdf import report_pdf
from training.interfaces.exporters.competency_xlsx import report_sheets
from training.interfaces.forms.competency import PeriodForm, ReportForm
from training.rules import may_see_report
from training.views.charts import person_chart, report_chart

PAGE_LENGTH = 25


@requires(may_see_report)
@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Levels of a department against the targets of its posts; nobody is ranked."""
    form, staff = _form(request)
    found = _report(form, staff) if form.is_valid() else None
    context = {"form": form, "report": found, "query": request.GET.urlencode()}
    if found:
        context |= {
            "chart": report_chart(found),
            "page": Paginator(found.people, PAGE_LENGTH).get_page(request.GET.get("page")),
            "previous": found.period.previous(),
        }
    return render(request, "training/competency/report.html", context)


@requires(may_see_report)
@require_safe
def report_xlsx(request: HttpRequest) -> HttpResponse:
    found = _exported(request, "xlsx")
    sheets = report_sheets(found, printed_on=timezone.localtime(), printed_by=request.user.display_name)
    return workbook_attachment(*sheets, name=f"{_name(found)}.xlsx")


@requires(may_see_report)
@require_safe
def report_pdf_file(request: HttpRequest) -> HttpResponse:
    found = _exported(request, "pdf")
    content = report_pdf(found, printed_on=timezone.localtime(), printed_by=request.user.display_name)
    return attachment(content, name=f"{_name(found)}.pdf", content_type="application/pdf")


@requires(may_see_report)
@require_safe
def report_person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person of the unit: levels and the evidence behind them. The opening is written down."""
    unit = request.user.person.unit_id
    person = people_in_service(unit).select_related("unit", "department", "post").filter(pk=pk).first()
    allowed_or_404(person is not None)
    note_opening(actor=request.user, person=person, page="competency")
    form = PeriodForm({**PeriodForm.defaults(timezone.localdate()), **request.GET.dict()})
    context: dict[str, Any] = {"person": person, "form": form, "query": request.GET.urlencode()}
    if form.is_valid():
        found = person_report(person, form.period, form.cleaned_data["half_life"])
        evidence = _wanted(found.evidence, request.GET)
        context |= {
            "found": found,
            "chart": person_chart(found),
            "page": Paginator(evidence, PAGE_LENGTH).get_page(request.GET.get("page")),
            "competency": request.GET.get("competency", ""),
            "sources": {INSPECTION: _("Inspection"), TEST: _("Test")},
        }
    return render(request, "training/competency/person.html", context)


def _wanted(evidence: list[Any], query: Any) -> list[Any]:
    code = query.get("competency", "")
    return [row for row in evidence if not code or row.competency.code == code]


def _form(request: HttpRequest) -> tuple[ReportForm, list[Any]]:
    rows = people_in_service(request.user.person.unit_id).select_related("unit", "department", "post")
    staff = list(rows.order_by("staff_no"))
    departments = {one.department_id: one.department for one in staff if one.department}
    ordered = sorted(departments.values(), key=lambda one: (one.order, one.name))
    data = {**ReportForm.defaults(timezone.localdate()), **request.GET.dict()}
    return ReportForm(data, departments=ordered), staff


def _report(form: ReportForm, staff: list[Any]) -> Report:
    return competency_report(staff, form.chosen_department, form.period, form.cleaned_data["half_life"])


def _exported(request: HttpRequest, kind: str) -> Report:
    """The report that the query asks for, written down as exported."""
    form, staff = _form(request)
    if not form.is_valid():
        raise Refused(_("Please choose a department and a period first."))
    found = _report(form, staff)
    record_activity(
        actor=request.user,
        act="competency.exported",
        subject=found.department or found.unit,
        detail={"format": kind, "from": str(found.period.start), "to": str(found.period.end)},
    )
    return found


def _name(found: Report) -> str:
    return f"{_('Competency report')} {found.department or found.unit} {found.period.start}–{found.period.end}"

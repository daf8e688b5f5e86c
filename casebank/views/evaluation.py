"""Evaluations: the list with its exports, and one case with its findings."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casebank.domain.queries.evaluations import SORTS, evaluations_for, for_list
from casebank.interfaces.exporters.evaluations import evaluation_sheet
from casebank.interfaces.exporters.workbook import CSV, XLSX, csv_file, workbook
from casebank.interfaces.forms.evaluation import ConfirmForm, DismissForm, EvaluationFilterForm
from casebank.interfaces.ledger_texts import SUGGESTED_BY, reason_text
from casebank.models import Activity, Evaluation, Finding
from casebank.rules import may_author_studies, may_confirm_findings, may_list_evaluations
from casebank.states import FindingState
from casebank.web.access import found_or_404, requires
from casebank.web.downloads import attachment

PAGE_SIZE = 25
_FORMATS = {"xlsx": (workbook, XLSX), "csv": (csv_file, CSV)}


def wanted_evaluations(user: Any, query: QueryDict) -> tuple[EvaluationFilterForm, QuerySet[Evaluation]]:
    """The filter form and the rows that fit; of a wrong wish the others still count."""
    visible = Evaluation.objects.visible_to(user)
    form = EvaluationFilterForm(query, visible=visible)
    form.is_valid()
    return form, evaluations_for(visible, form.cleaned_data)


@requires(may_list_evaluations)
@require_safe
def evaluation_list(request: HttpRequest) -> HttpResponse:
    form, evaluations = wanted_evaluations(request.user, request.GET)
    page = Paginator(for_list(evaluations), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "columns": _columns(request), "query": _query(request)}
    if may_confirm_findings(request.user):
        clear = Finding.objects.filter(evaluation__in=evaluations.order_by(), state=FindingState.SUGGESTED, sure=True)
        context["clear"] = clear.count()
    return render(request, "casebank/evaluation/list.html", context)


@requires(may_list_evaluations)
@require_safe
def evaluation_export(request: HttpRequest, kind: str) -> HttpResponse:
    """The filtered list as a file; text stays text."""
    if kind not in _FORMATS:
        raise Http404
    write, content_type = _FORMATS[kind]
    _form, evaluations = wanted_evaluations(request.user, request.GET)
    content = write(evaluation_sheet(for_list(evaluations)))
    return attachment(content, name=f"{_('Evaluations')}.{kind}", content_type=content_type)


@requires(may_list_evaluations)
@require_safe
def evaluation_detail(request: HttpRequest, pk: int) -> HttpResponse:
    visible = Evaluation.objects.visible_to(request.user)
    rows = visible.select_related("case__handler", "case__department", "case__unit", "batch")
    evaluation = found_or_404(rows, pk=pk)
    findings = list(evaluation.findings.select_related("defect", "decided_by__person"))
    context = {
        "evaluation": evaluation,
        "case": evaluation.case,
        "findings": [_shown(one) for one in findings],
        "clear": sum(one.sure and one.state == FindingState.SUGGESTED for one in findings),
        "warnings": [reason_text(code) for code in evaluation.warnings],
        "may_decide": may_confirm_findings(request.user),
        "may_study": may_author_studies(request.user),
        "history": _history(evaluation, findings),
    }
    return render(request, "casebank/evaluation/detail.html", context)


def _shown(finding: Finding) -> Finding:
    """With its proposals, each told why, and the forms for a decision."""
    finding.proposals = list(finding.suggestions.select_related("defect"))
    for one in finding.proposals:
        one.why = SUGGESTED_BY.get(one.reason, one.reason)
        one.percent = round(one.score * 100)
    finding.confirm_form = ConfirmForm(prefix=None, auto_id=f"finding-{finding.pk}-%s")
    finding.dismiss_form = DismissForm(auto_id=f"finding-{finding.pk}-%s")
    return finding


def _columns(request: HttpRequest) -> list[dict[str, Any]]:
    """Sortable headings: label, address that sorts by it, and the present direction."""
    labels = {
        "case": _("Case number"),
        "handler": _("Handler"),
        "closed": _("Closed on"),
        "evaluated": _("Evaluated on"),
        "score": _("Score"),
    }
    present = request.GET.get("sort") or "-evaluated"
    columns = []
    for name in SORTS:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = name if present == f"-{name}" else f"-{name}"
        direction = {name: "ascending", f"-{name}": "descending"}.get(present, "")
        columns.append({"name": name, "label": labels[name], "url": f"?{query.urlencode()}", "sorted": direction})
    return columns


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()


def _history(evaluation: Evaluation, findings: list[Finding]) -> list[dict[str, Any]]:
    acts = {
        "finding.confirmed": _("Defect confirmed: %(code)s"),
        "finding.dismissed": _("Problem set aside"),
        "finding.suggested": _("Decision taken back: %(code)s"),
        "evaluation.replaced": _("Replaced by another version of the ledger"),
    }
    subjects = [f"casebank.Finding:{one.pk}" for one in findings] + [f"casebank.Evaluation:{evaluation.pk}"]
    rows = Activity.objects.filter(subject__in=subjects, act__in=acts).select_related("actor__person")[:50]
    return [
        {
            "when": row.at,
            "what": acts[row.act] % {"code": row.detail.get("code", "")},
            "who": row.actor.display_name if row.actor else _("System"),
        }
        for row in rows
    ]

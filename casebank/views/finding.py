"""Deciding about findings: confirm, choose another code, set aside, take back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from casebank.core.errors import Refused
from casebank.domain.evaluation import confirm_finding, confirm_sure_findings, dismiss_finding, reopen_finding
from casebank.interfaces.forms.evaluation import CodeSearchForm, ConfirmForm, DismissForm
from casebank.models import DefectType, Evaluation, Finding
from casebank.rules import may_confirm_findings
from casebank.states import FindingState
from casebank.views.evaluation import wanted_evaluations
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 25
MOST_AT_ONCE = 300


def _finding(request: HttpRequest, pk: int) -> Finding:
    rows = Finding.objects.visible_to(request.user).select_related("evaluation__case__handler", "defect")
    return found_or_404(rows, pk=pk)


def _back(finding: Finding) -> HttpResponse:
    address = reverse("casebank:evaluation_detail", args=[finding.evaluation_id])
    return redirect(f"{address}#finding-{finding.pk}")


@requires(may_confirm_findings)
@require_safe
def finding_codes(request: HttpRequest, pk: int) -> HttpResponse:
    """The negative list, to pick a code that was not proposed."""
    finding = _finding(request, pk)
    form = CodeSearchForm(request.GET)
    codes = DefectType.objects.active()
    if form.is_valid():
        codes = codes.filter(_wanted(form.cleaned_data))
    page = Paginator(codes, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"finding": finding, "form": form, "page": page, "open": finding.state == FindingState.SUGGESTED}
    return render(request, "casebank/evaluation/codes.html", context)


def _wanted(wanted) -> Q:
    found = Q(business_line=wanted["line"]) if wanted["line"] else Q()
    for word in wanted["q"].split():
        found &= Q(code__icontains=word) | Q(title__icontains=word) | Q(check_method__icontains=word)
    return found


@requires(may_confirm_findings)
@require_POST
def finding_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    finding = _finding(request, pk)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        raise Refused(" ".join(message for errors in form.errors.values() for message in errors))
    defect = form.cleaned_data["defect"]
    confirm_finding(actor=request.user, finding=finding, defect=defect, note=form.cleaned_data["note"])
    messages.success(request, _("Confirmed as %(code)s.") % {"code": defect.code})
    return _back(finding)


@requires(may_confirm_findings)
@require_POST
def finding_dismiss(request: HttpRequest, pk: int) -> HttpResponse:
    finding = _finding(request, pk)
    form = DismissForm(request.POST)
    if not form.is_valid():
        raise Refused(" ".join(form.errors["reason"]))
    dismiss_finding(actor=request.user, finding=finding, reason=form.cleaned_data["reason"])
    messages.success(request, _("The problem is set aside."))
    return _back(finding)


@requires(may_confirm_findings)
@require_POST
def finding_reopen(request: HttpRequest, pk: int) -> HttpResponse:
    finding = reopen_finding(actor=request.user, finding=_finding(request, pk))
    messages.success(request, _("The decision is taken back."))
    return _back(finding)


@requires(may_confirm_findings)
@require_POST
def evaluation_confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """All clear proposals of one case."""
    evaluation = found_or_404(Evaluation.objects.visible_to(request.user), pk=pk)
    count = confirm_sure_findings(actor=request.user, findings=evaluation.findings.select_related("evaluation__case"))
    messages.success(request, _confirmed(count))
    return redirect("casebank:evaluation_detail", pk=pk)


@requires(may_confirm_findings)
@require_POST
def evaluations_confirm(request: HttpRequest) -> HttpResponse:
    """All clear proposals of the filtered list, a bounded number at a time."""
    _form, evaluations = wanted_evaluations(request.user, request.GET)
    clear = Finding.objects.filter(evaluation__in=evaluations.order_by(), state=FindingState.SUGGESTED, sure=True)
    rows = clear.select_related("evaluation__case__handler").order_by("pk")[:MOST_AT_ONCE]
    count = confirm_sure_findings(actor=request.user, findings=rows)
    left = clear.count()
    text = _confirmed(count)
    if left:
        text += _(" %(left)d more remain.") % {"left": left}
    messages.success(request, text)
    return redirect(f"{reverse('casebank:evaluation_list')}?{request.GET.urlencode()}")


def _confirmed(count: int) -> str:
    return ngettext("%(count)d defect was confirmed.", "%(count)d defects were confirmed.", count) % {"count": count}

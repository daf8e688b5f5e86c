"""Marking: scripts by number, never by name."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from assessments.domain.marking import accept_clear_proposals, confirm_script, decide_mark, reopen_script
from assessments.domain.premarking import premark_attempt, premark_sitting
from assessments.domain.queries.marking import Sheet, scripts_to_mark, sheets_of, sittings_to_mark
from assessments.domain.queries.script import script_of
from assessments.interfaces.forms.marking import ReasonForm, decision_forms
from assessments.models import Attempt
from assessments.rules import may_mark
from assessments.states import MarkingState
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 50


@requires(may_mark)
def marking_list(request: HttpRequest) -> HttpResponse:
    return render(request, "assessments/marking/list.html", {"sittings": sittings_to_mark(request.user)})


@requires(may_mark)
def marking_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    sitting = found_or_404(sittings_to_mark(request.user), pk=pk)
    scripts = scripts_to_mark(request.user).filter(sitting=sitting).order_by("code")
    page = Paginator(scripts, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "assessments/marking/sitting.html", {"sitting": sitting, "page": page})


@requires(may_mark)
@require_POST
def marking_premark(request: HttpRequest, pk: int) -> HttpResponse:
    sitting = found_or_404(sittings_to_mark(request.user), pk=pk)
    count = premark_sitting(actor=request.user, sitting=sitting)
    messages.success(
        request,
        ngettext("%(count)d script was pre-marked.", "%(count)d scripts were pre-marked.", count) % {"count": count},
    )
    return redirect("assessments:marking_sitting", pk=pk)


@requires(may_mark)
def marking_script(request: HttpRequest, code: str) -> HttpResponse:
    """One script; POST stores the decisions of one question, all of them or none."""
    attempt = found_or_404(scripts_to_mark(request.user), code=code)
    if attempt.marking == MarkingState.UNMARKED and request.method == "POST":
        premark_attempt(actor=request.user, attempt=attempt)
        return redirect("assessments:marking_script", code=code)
    sheets = sheets_of(attempt)
    current = current_sheet(sheets, request.GET.get("question"))
    if current is None:
        return render(request, "assessments/marking/script.html", {"attempt": attempt, "sheets": []})
    forms = decision_forms(current, request.POST if request.method == "POST" else None)
    if request.method == "POST" and all(form.is_valid() for form in forms):
        _store(request, forms)
        return redirect(f"{attempt_url(attempt)}?question={current.slot.pk}")
    context = script_context(attempt, sheets, current, forms, attempt_url(attempt))
    context |= {"faulty": request.method == "POST", "reason_form": ReasonForm()}
    status = 422 if request.method == "POST" else 200
    return render(request, "assessments/marking/script.html", context, status=status)


def script_context(attempt: Attempt, sheets: list[Sheet], current: Sheet, forms: list, url: str) -> dict:
    """What the page of a script shows; ``url`` is the page's own address, without the question."""
    return {
        "attempt": attempt,
        "sheets": sheets,
        "tabs": _tabs(url, sheets, current),
        "current": current,
        "groups": _groups(forms),
        "script": script_of(attempt, current),
        "undecided": sum(sheet.undecided for sheet in sheets),
    }


def attempt_url(attempt: Attempt) -> str:
    return reverse("assessments:marking_script", args=[attempt.code])


@requires(may_mark)
@require_POST
def marking_accept(request: HttpRequest, code: str) -> HttpResponse:
    attempt = found_or_404(scripts_to_mark(request.user), code=code)
    count = accept_clear_proposals(actor=request.user, attempt=attempt)
    messages.success(
        request,
        ngettext("%(count)d clear proposal is confirmed.", "%(count)d clear proposals are confirmed.", count)
        % {"count": count},
    )
    return redirect("assessments:marking_script", code=code)


@requires(may_mark)
@require_POST
def marking_confirm(request: HttpRequest, code: str) -> HttpResponse:
    attempt = found_or_404(scripts_to_mark(request.user), code=code)
    confirm_script(actor=request.user, attempt=attempt)
    messages.success(request, _("Script %(code)s is marked. A trainer can release the result.") % {"code": code})
    return redirect("assessments:marking_sitting", pk=attempt.sitting_id)


@requires(may_mark)
@require_POST
def marking_reopen(request: HttpRequest, code: str) -> HttpResponse:
    attempt = found_or_404(scripts_to_mark(request.user), code=code)
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    reopen_script(actor=request.user, attempt=attempt, reason=reason)
    messages.success(request, _("Script %(code)s is open for marking again.") % {"code": code})
    return redirect("assessments:marking_script", code=code)


def _tabs(url: str, sheets, current) -> list[dict]:
    return [
        {
            "title": sheet.slot.item.title,
            "url": f"{url}?question={sheet.slot.pk}",
            "undecided": sheet.undecided,
            "current": sheet is current,
        }
        for sheet in sheets
    ]


def current_sheet(sheets, wanted: str | None) -> Sheet | None:
    """The sheet of the question asked for, else the first."""
    by_slot = {str(sheet.slot.pk): sheet for sheet in sheets}
    return by_slot.get(wanted or "") or (sheets[0] if sheets else None)


@transaction.atomic
def _store(request: HttpRequest, forms) -> None:
    decisions = [(form.line.premark, form.decision) for form in forms]
    new = [(premark, decision) for premark, decision in decisions if decision]
    for premark, (points, comment) in new:
        decide_mark(actor=request.user, premark=premark, points=points, comment=comment)
    text = ngettext("%(count)d decision saved.", "%(count)d decisions saved.", len(new))
    messages.success(request, text % {"count": len(new)})


def _groups(forms) -> list[dict]:
    """Criteria under the reference finding or rubric point that they belong to."""
    groups: list[dict] = []
    for form in forms:
        mark = form.line.premark
        key = mark.criterion.rsplit(":", 1)[0] if mark.criterion.startswith("finding:") else mark.criterion
        if not groups or groups[-1]["key"] != key:
            groups.append({"key": key, "label": mark.label, "part": mark.part, "forms": []})
        groups[-1]["forms"].append(form)
    for group in groups:
        group |= _summary(group["forms"])
    return groups


def _summary(forms) -> dict:
    """Points of a group, and whether it may stay folded: nothing found, nothing to decide any more or in doubt."""
    lines = [form.line for form in forms]
    missed = all(line.premark.verdict == "absent" for line in lines) and len(lines) > 1
    return {
        "points": sum(line.points for line in lines),
        "most": sum(line.premark.max_points for line in lines),
        "folded": missed and not any(form.errors for form in forms if form.is_bound),
        "missed": missed,
        "undecided": sum(line.step is None for line in lines),
    }

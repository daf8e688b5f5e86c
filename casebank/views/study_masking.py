"""The review desk: proposals of the anonymiser, and a person's decision about each."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from casebank.core.errors import Refused
from casebank.domain.queries.masking import desk_of
from casebank.domain.study import open_facts
from casebank.domain.study_masking import (
    accept_sure,
    add_span,
    change_replacement,
    decide_span,
    propose_masking,
    resolve_masking,
)
from casebank.enums import SpanDecision, SpanType
from casebank.interfaces.forms.study import AddSpanForm, SpanDecisionForm
from casebank.models import MaskSpan, Study
from casebank.rules import may_mask_study, may_see_studies
from casebank.states import StudyState
from casebank.views.study import study_or_404
from casebank.web.access import allowed_or_404, found_or_404, requires


@requires(may_see_studies)
@require_POST
def study_propose(request: HttpRequest, pk: int) -> HttpResponse:
    study = _study(request, pk)
    propose_masking(actor=request.user, study=study)
    return redirect("casebank:study_masking", pk=pk)


@requires(may_see_studies)
@require_safe
def study_masking(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk; opening it is written down."""
    study = _study(request, pk)
    if study.state != StudyState.SUGGESTED:
        return redirect("casebank:study_detail", pk=pk)
    open_facts(actor=request.user, study=study)
    return render(request, "casebank/study/masking.html", _context(study, request.GET.get("show", "")))


@requires(may_see_studies)
@require_POST
def study_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision: ``act`` replace, keep, reopen or change, for ``span``.

    ``everywhere`` or ``place=all`` mean all places of the same words, another ``place`` that one.
    """
    study = _study(request, pk)
    place = request.POST.get("place", "")
    number = request.POST.get("span", "") if place in ("", "all") else place
    allowed_or_404(number.isdecimal() and len(number) < 19)
    span = found_or_404(study.spans.select_related("study"), pk=int(number))
    return _answer(request, study, lambda: _decide(request, span), at=span)


@requires(may_see_studies)
@require_POST
def study_add_span(request: HttpRequest, pk: int) -> HttpResponse:
    study = _study(request, pk)
    form = AddSpanForm(request.POST)
    return _answer(request, study, lambda: _add(request, study, form))


@requires(may_see_studies)
@require_POST
def study_accept(request: HttpRequest, pk: int) -> HttpResponse:
    study = _study(request, pk)
    return _answer(request, study, lambda: _accept(request, study))


@requires(may_see_studies)
@require_POST
def study_resolve(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the decisions; refused while something is open or somebody is still named."""
    study = _study(request, pk)
    try:
        resolve_masking(actor=request.user, study=study)
    except Refused as error:
        messages.error(request, str(error))
        return redirect("casebank:study_masking", pk=pk)
    messages.success(request, _("The masking is decided. A second person must read the study now."))
    return redirect("casebank:study_detail", pk=pk)


def _study(request: HttpRequest, pk: int) -> Study:
    study = study_or_404(request.user, pk)
    allowed_or_404(may_mask_study(request.user, study))
    return study


def _decide(request: HttpRequest, span: MaskSpan) -> None:
    act, typed = request.POST.get("act"), SpanDecisionForm(request.POST)
    if not typed.is_valid():
        raise Refused(_problems(typed))
    everywhere = bool(request.POST.get("everywhere")) or request.POST.get("place") == "all"
    if act == "change":
        change_replacement(actor=request.user, span=span, replacement=typed.cleaned_data["replacement"])
        return
    decisions = {"replace": SpanDecision.REPLACE, "keep": SpanDecision.KEEP, "reopen": SpanDecision.PENDING}
    if act not in decisions:
        raise Refused(_("Please choose what is to happen with “%(words)s”.") % {"words": span.text})
    note = typed.cleaned_data["note"]
    decide_span(actor=request.user, span=span, decision=decisions[act], note=note, everywhere=everywhere)


def _problems(form: Any) -> str:
    return " ".join(f"{form[name].label}: {' '.join(errors)}" for name, errors in form.errors.items())


def _add(request: HttpRequest, study: Study, form: AddSpanForm) -> None:
    if not form.is_valid():
        raise Refused(_problems(form))
    values = form.cleaned_data
    done = add_span(
        actor=request.user,
        study=study,
        words=values["words"],
        type_=SpanType(values["type"]),
        replacement=values["replacement"],
    )
    words = ngettext("Replaced in %(count)d place.", "Replaced in %(count)d places.", done.added)
    messages.success(request, words % {"count": done.added})
    if done.covered:
        messages.warning(
            request, _("%(count)d places lie inside other spans; please decide those.") % {"count": done.covered}
        )


def _accept(request: HttpRequest, study: Study) -> None:
    count = accept_sure(actor=request.user, study=study)
    words = ngettext("%(count)d sure proposal is accepted.", "%(count)d sure proposals are accepted.", count)
    messages.success(request, words % {"count": count})


def _answer(request: HttpRequest, study: Study, act: Callable[[], None], at: MaskSpan | None = None) -> HttpResponse:
    """Do ``act`` and show the desk again: the live part for htmx, else the page at the same place."""
    try:
        act()
    except Refused as error:
        messages.error(request, str(error))
    show = request.POST.get("show", "")
    if not request.htmx:
        query = "?" + urlencode({"show": show}) if show else ""
        return redirect(reverse("casebank:study_masking", args=[study.pk]) + query + (f"#g{at.pk}" if at else ""))
    study.refresh_from_db()
    if study.state != StudyState.SUGGESTED:
        return HttpResponse(headers={"HX-Redirect": reverse("casebank:study_detail", args=[study.pk])})
    return render(request, "casebank/study/masking.html#live", _context(study, show))


def _context(study: Study, show: str) -> dict[str, Any]:
    return {"study": study, "desk": desk_of(study), "show": "open" if show == "open" else "", "form": AddSpanForm()}

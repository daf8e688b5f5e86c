"""Sittings: planning, people, and the board of a running one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from assessments.domain import sitting as sittings
from assessments.domain.queries.dashboard import candidates_of, state_counts
from assessments.domain.sitting_checks import sitting_problems
from assessments.domain.submitting import close_finished_sitting, close_overdue
from assessments.interfaces.forms.sitting import (
    CancelForm,
    CandidatesForm,
    ExtendForm,
    ExtraTimeForm,
    MarkersForm,
    SittingFilterForm,
    SittingForm,
)
from assessments.models import Paper, Sitting
from assessments.rules import may_edit_sitting, may_plan_sittings, may_run_sitting, may_see_sittings
from assessments.states import AttemptState, PaperState, SittingState
from casebank.core.errors import Refused
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 20
RUNNABLE = (SittingState.PLANNED, SittingState.OPEN)


@requires(may_see_sittings)
def sitting_list(request: HttpRequest) -> HttpResponse:
    form = SittingFilterForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = Sitting.objects.visible_to(request.user).filter(title__icontains=wanted.get("q", ""))
    for name in ("kind", "state"):
        if wanted.get(name):
            rows = rows.filter(**{name: wanted[name]})
    rows = (
        rows.select_related("paper")
        .annotate(people=Count("attempts", filter=~Q(attempts__state=AttemptState.VOIDED)))
        .order_by("-opens_at", "-pk")
    )
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "may_plan": may_plan_sittings(request.user)}
    return render(request, "assessments/sitting/list.html", context)


@requires(may_plan_sittings)
@require_http_methods(["GET", "POST"])
def sitting_new(request: HttpRequest) -> HttpResponse:
    papers = Paper.objects.visible_to(request.user).filter(state=PaperState.APPROVED)
    form = SittingForm(request.POST or None, papers=papers, initial={"paper": request.GET.get("paper")})
    if form.is_valid():
        paper = form.cleaned_data["paper"]
        made = sittings.plan_sitting(actor=request.user, paper=paper, values=form.values())
        messages.success(request, _("The sitting is planned. Now name its candidates and markers."))
        return redirect("assessments:sitting_people", pk=made.pk)
    return render(request, "assessments/sitting/form.html", {"form": form, "no_paper": not papers.exists()})


@requires(may_see_sittings)
def sitting_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The board; htmx fetches its part ``candidates`` every few seconds while the sitting is open."""
    sitting = _settled(request, pk)
    attempts = list(candidates_of(sitting))
    may_run = may_run_sitting(request.user, sitting)
    context = {
        "sitting": sitting,
        "attempts": attempts,
        "counts": state_counts(attempts),
        "now": timezone.now(),
        "may_run": may_run,
        "may_edit": may_edit_sitting(request.user, sitting),
        "may_change_time": may_run and sitting.state in RUNNABLE,
        "problems": sitting_problems(sitting) if sitting.state == SittingState.PLANNED else [],
        "markers": sitting.markers.select_related("person"),
        "extend_form": ExtendForm(),
        "cancel_form": CancelForm(prefix="cancel"),
        "running_states": (AttemptState.PREPARED, AttemptState.IN_PROGRESS),
    }
    part = "#candidates" if request.headers.get("HX-Request") and "board" in request.GET else ""
    return render(request, f"assessments/sitting/detail.html{part}", context)


@requires(may_plan_sittings)
@require_http_methods(["GET", "POST"])
def sitting_edit(request: HttpRequest, pk: int) -> HttpResponse:
    sitting = _visible(request, pk)
    if not may_edit_sitting(request.user, sitting):
        raise Http404
    initial = {name: getattr(sitting, name) for name in SittingForm.base_fields if name != "paper"}
    form = SittingForm(request.POST or None, initial=initial)
    if form.is_valid():
        sittings.edit_sitting(actor=request.user, sitting=sitting, values=form.values())
        messages.success(request, _("Saved."))
        return redirect("assessments:sitting_detail", pk=pk)
    return render(request, "assessments/sitting/form.html", {"form": form, "sitting": sitting})


@requires(may_plan_sittings)
@require_http_methods(["GET", "POST"])
def sitting_people(request: HttpRequest, pk: int) -> HttpResponse:
    """Candidates and markers."""
    sitting = _runnable(request, pk)
    initial = {"people": list(sitting.attempts.values_list("person_id", flat=True))}
    candidates = CandidatesForm(request.POST or None, sitting=sitting, initial=initial)
    marked = {"markers": list(sitting.markers.values_list("pk", flat=True))}
    markers = MarkersForm(request.POST or None, sitting=sitting, initial=marked)
    if request.method == "POST" and candidates.is_valid() and markers.is_valid():
        try:
            sittings.set_people(
                actor=request.user,
                sitting=sitting,
                people=candidates.chosen(),
                markers=markers.cleaned_data["markers"],
            )
        except Refused as refusal:
            candidates.add_error(None, str(refusal))
        else:
            messages.success(request, _("Candidates and markers are saved."))
            return redirect("assessments:sitting_detail", pk=pk)
    context = {"sitting": sitting, "candidates": candidates, "markers": markers}
    return render(request, "assessments/sitting/people.html", context)


@requires(may_plan_sittings)
@require_POST
def sitting_open(request: HttpRequest, pk: int) -> HttpResponse:
    sittings.open_sitting(actor=request.user, sitting=_visible(request, pk))
    messages.success(request, _("The sitting is open. Candidates see it and can start inside its window."))
    return redirect("assessments:sitting_detail", pk=pk)


@requires(may_plan_sittings)
@require_POST
def sitting_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    sitting, form = _visible(request, pk), CancelForm(request.POST, prefix="cancel")
    if not form.is_valid():
        raise Refused(_("Say why the sitting is cancelled."))
    sittings.cancel_sitting(actor=request.user, sitting=sitting, reason=form.cleaned_data["reason"])
    messages.success(request, _("The sitting is cancelled."))
    return redirect("assessments:sitting_detail", pk=pk)


@requires(may_plan_sittings)
@require_POST
def sitting_extend(request: HttpRequest, pk: int) -> HttpResponse:
    sitting, form = _visible(request, pk), ExtendForm(request.POST)
    if not form.is_valid():
        raise Refused(_("Give the minutes (1 to 240) and the reason."))
    sittings.extend_sitting(actor=request.user, sitting=sitting, now=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Everybody has more time now; running clocks follow within a minute."))
    return redirect("assessments:sitting_detail", pk=pk)


@requires(may_plan_sittings)
@require_http_methods(["GET", "POST"])
def extra_time(request: HttpRequest, pk: int, attempt_pk: int) -> HttpResponse:
    """Extra minutes of one person."""
    sitting = _runnable(request, pk)
    attempt = found_or_404(sitting.attempts.select_related("person"), pk=attempt_pk)
    initial = {"minutes": attempt.extra_minutes, "reason": attempt.extra_reason}
    form = ExtraTimeForm(request.POST or None, initial=initial)
    if form.is_valid():
        sittings.set_extra_time(actor=request.user, attempt=attempt, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("The extra time of %(name)s is saved.") % {"name": attempt.person.name})
        return redirect("assessments:sitting_detail", pk=pk)
    return render(
        request, "assessments/sitting/extra_time.html", {"sitting": sitting, "attempt": attempt, "form": form}
    )


def _visible(request: HttpRequest, pk: int) -> Sitting:
    return found_or_404(Sitting.objects.visible_to(request.user).select_related("paper"), pk=pk)


def _runnable(request: HttpRequest, pk: int) -> Sitting:
    sitting = _visible(request, pk)
    if sitting.state not in RUNNABLE or not may_run_sitting(request.user, sitting):
        raise Http404
    return sitting


def _settled(request: HttpRequest, pk: int) -> Sitting:
    """The sitting after the server has handed in what is due."""
    now = timezone.now()
    sitting = _visible(request, pk)
    close_overdue(now=now, sitting=sitting)
    closed = close_finished_sitting(sitting=sitting, now=now)
    return _visible(request, pk) if closed is not sitting else sitting

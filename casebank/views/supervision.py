"""The page on which inspectors draft, word, publish and drop supervision points."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from casebank.domain.queries.supervision import points_by_state, points_in
from casebank.domain.supervision import decide_supervision_point, draft_supervision_points
from casebank.interfaces.forms.supervision import PointFilterForm, PointForm
from casebank.models import SupervisionPoint
from casebank.rules import may_decide_supervision_points
from casebank.states import POINT_MOVES, PointState
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 20


@requires(may_decide_supervision_points)
def supervision_points(request: HttpRequest) -> HttpResponse:
    state = _state(request.GET.get("state"))
    rows = points_in(state)
    form = PointFilterForm({**request.GET.dict(), "state": state}, rows=rows)
    page = Paginator(form.apply(rows), PAGE_SIZE).get_page(request.GET.get("page"))
    counts = points_by_state()
    context = {
        "form": form,
        "page": page,
        "state": state,
        "tabs": [(one.label, f"?state={one.value}", counts[one], one == state) for one in PointState],
        "moves": POINT_MOVES[state],
        "total": sum(counts.values()),
    }
    return render(request, "casebank/supervision/points.html", context)


@requires(may_decide_supervision_points)
@require_POST
def supervision_draft(request: HttpRequest) -> HttpResponse:
    """Propose points from the findings confirmed so far."""
    result = draft_supervision_points(actor=request.user)
    words = _("%(created)s new proposals; %(updated)s counts refreshed.")
    messages.success(request, words % {"created": result.created, "updated": result.updated})
    return redirect("casebank:supervision_points")


@requires(may_decide_supervision_points)
@require_POST
def supervision_decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the wording of a point and, if asked, publish, drop or take it up again."""
    point = found_or_404(SupervisionPoint.objects.all(), pk=pk)
    form = PointForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("The wording needs between 1 and 1000 characters. Nothing was saved."))
    else:
        wanted = form.cleaned_data
        to = PointState(wanted["to"]) if wanted["to"] else None
        decide_supervision_point(actor=request.user, point=point, text=wanted["text"], to=to, expected=wanted["state"])
        messages.success(request, _done(to) % {"cause": point.cause})
    back = f"{reverse('casebank:supervision_points')}?state={_state(request.POST.get('state'))}"
    return redirect(back)


def _state(text: str | None) -> PointState:
    return PointState(text) if text in PointState.values else PointState.DRAFT


def _done(to: PointState | None) -> str:
    return {
        None: _("The wording of a point on %(cause)s is saved."),
        PointState.PUBLISHED: _("A point on %(cause)s is published."),
        PointState.DROPPED: _("A point on %(cause)s is dropped."),
        PointState.DRAFT: _("A point on %(cause)s is a proposal again."),
    }[to]

"""Releasing results, and reading one's own."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from assessments.domain.queries.marking import results_to_release, sheets_of
from assessments.domain.result import release_result
from assessments.interfaces.forms.marking import decision_forms
from assessments.models import Attempt
from assessments.rules import may_author, may_release_result, may_take_tests
from assessments.states import MarkingState
from assessments.views.marking import current_sheet, script_context
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 50


@requires(may_author)
def result_list(request: HttpRequest) -> HttpResponse:
    scripts = results_to_release(request.user).order_by("marking", "-sitting__opens_at", "code")
    page = Paginator(scripts, PAGE_SIZE).get_page(request.GET.get("page"))
    marked = set(
        Attempt.objects.marked_by(request.user).filter(pk__in=[one.pk for one in page]).values_list("pk", flat=True)
    )
    for attempt in page:  # what else ``may_release_result`` asks holds for every row of ``results_to_release``
        attempt.releasable = attempt.pk not in marked
    return render(request, "assessments/result/list.html", {"page": page})


@requires(may_author)
def result_script(request: HttpRequest, code: str) -> HttpResponse:
    """A confirmed script with its marks, to read before it is released; by number, as for the marker."""
    attempt = found_or_404(results_to_release(request.user), code=code)
    sheets = sheets_of(attempt)
    current = current_sheet(sheets, request.GET.get("question"))
    url = reverse("assessments:result_script", args=[code])
    context = script_context(attempt, sheets, current, decision_forms(current), url)
    releasable = may_release_result(request.user, attempt)
    return render(request, "assessments/result/script.html", context | {"releasable": releasable})


@requires(may_author)
@require_POST
def result_release(request: HttpRequest, code: str) -> HttpResponse:
    attempt = found_or_404(results_to_release(request.user), code=code)
    release_result(actor=request.user, attempt=attempt)
    messages.success(request, _("The result of script %(code)s is released.") % {"code": code})
    return redirect("assessments:result_list")


@requires(may_take_tests)
def result(request: HttpRequest, pk: int) -> HttpResponse:
    """The candidate's own released result."""
    released = Attempt.objects.visible_to(request.user).filter(marking=MarkingState.RELEASED)
    attempt = found_or_404(released.select_related("sitting__paper", "person", "result"), pk=pk)
    english = (get_language() or "").startswith("en")
    return render(
        request,
        "assessments/result/result.html",
        {"attempt": attempt, "result": attempt.result, "questions": _questions(attempt.result.breakdown, english)},
    )


def _questions(breakdown: list[dict], english: bool) -> list[dict]:
    """The stored breakdown with one reason per criterion, grouped under its label."""
    questions = []
    for question in breakdown:
        groups: list[dict] = []
        for line in question["criteria"]:
            if not groups or groups[-1]["label"] != line["label"] or line["part"] in ("point", "alarm"):
                groups.append({"label": line["label"], "lines": []})
            reason = line["reason_en"] if english else line["reason_zh"]
            groups[-1]["lines"].append({**line, "reason": reason})
        questions.append({**question, "groups": groups})
    return questions

"""Assigning lessons and following their progress."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casebank.public import people_in_service
from casebank.web.access import allowed_or_404, found_or_404, requires
from training.domain.enrolment import Assigned, assign_lesson, cancel_enrolment
from training.domain.queries.lessons import enrolments_of
from training.interfaces.forms.enrolment import AssignForm, PeopleSearch
from training.models import Enrolment, Lesson
from training.rules import may_assign_lesson, may_assign_to, may_cancel_enrolment, may_manage_lessons
from training.states import EnrolmentState
from training.views.posting import posted
from training.views.tabs import tabs

PAGE_LENGTH = 50
MOST_OFFERED = 60
_TABS = {
    "all": gettext_lazy("All"),
    "open": gettext_lazy("Not completed"),
    "overdue": gettext_lazy("Overdue"),
    "completed": gettext_lazy("Completed"),
}


@requires(may_manage_lessons)
@require_http_methods(["GET", "POST"])
def lesson_assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a published lesson to a department or to people found by name."""
    lesson = found_or_404(Lesson.objects.visible_to(request.user), pk=pk)
    allowed_or_404(may_assign_lesson(request.user, lesson))
    people = _assignable(request.user)
    form = AssignForm(posted(request), initial=_ticked(request), people=people, departments=_departments(people))
    if form.is_valid():
        wanted = form.cleaned_data
        done = assign_lesson(
            actor=request.user,
            lesson=lesson,
            people=form.chosen(),
            due_on=wanted["due_on"],
            reason=wanted["reason"],
        )
        messages.success(request, _told(done))
        return redirect("training:lesson_progress", pk=pk)
    search = PeopleSearch(request.GET or None)
    found = _found(people, search.cleaned_data["q"] if search.is_valid() else "")
    form.offer(found[:MOST_OFFERED])
    context = {"lesson": lesson, "form": form, "search": search, "found": len(found), "offered": MOST_OFFERED}
    return render(request, "training/lesson/assign.html", context)


@requires(may_manage_lessons)
@require_safe
def lesson_progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has the lesson and how far they are; ``show`` narrows to open, overdue or completed."""
    lesson = found_or_404(Lesson.objects.visible_to(request.user), pk=pk)
    today, rows = timezone.localdate(), list(enrolments_of(request.user, lesson))
    parts = {
        "all": rows,
        "open": [row for row in rows if row.is_open],
        "overdue": [row for row in rows if row.is_overdue(today)],
        "completed": [row for row in rows if row.state == EnrolmentState.COMPLETED],
    }
    show = request.GET.get("show") if request.GET.get("show") in parts else "all"
    page = Paginator(parts[show], PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "lesson": lesson,
        "page": page,
        "show": show,
        "tabs": tabs(_TABS, parts, show),
        "rows": [(row, row.is_overdue(today), may_cancel_enrolment(request.user, row)) for row in page],
        "may_assign": may_assign_lesson(request.user, lesson),
    }
    return render(request, "training/lesson/progress.html", context)


@requires(may_manage_lessons)
@require_POST
def enrolment_cancel(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Enrolment.objects.visible_to(request.user).select_related("person", "lesson")
    enrolment = found_or_404(rows, pk=pk)
    allowed_or_404(may_assign_to(request.user, enrolment.person))
    cancel_enrolment(actor=request.user, enrolment=enrolment)
    messages.success(request, _("The assignment of %(name)s is cancelled.") % {"name": enrolment.person.name})
    return redirect("training:lesson_progress", pk=enrolment.lesson_id)


def _ticked(request: HttpRequest) -> dict[str, Any]:
    """What was chosen before the search for somebody else."""
    return {"people": request.GET.getlist("people"), "department": request.GET.get("department", "")}


def _assignable(user: Any) -> list[Any]:
    return [one for one in people_in_service(user.person.unit_id) if may_assign_to(user, one)]


def _departments(people: list[Any]) -> list[Any]:
    return list({one.department_id: one.department for one in people if one.department}.values())


def _found(people: list[Any], words: str) -> list[Any]:
    words = words.strip().lower()
    return [one for one in people if words in one.name.lower() or words in one.staff_no.lower()]


def _told(done: Assigned) -> str:
    new = ngettext("%(count)d person got the lesson.", "%(count)d people got the lesson.", done.new)
    told = new % {"count": done.new}
    if not done.already:
        return told
    had = ngettext("%(count)d person had it already.", "%(count)d people had it already.", done.already)
    return f"{told} {had % {'count': done.already}}"

"""Lessons for those who learn."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casebank.web.access import allowed_or_404, found_or_404, requires
from training.domain.enrolment import answer_lesson, choose_lesson, start_lesson
from training.domain.queries.lessons import check_questions, my_lessons, study_of
from training.interfaces.forms.enrolment import AnswerForm
from training.models import Enrolment, Lesson
from training.rules import may_learn
from training.states import EnrolmentState, LessonState
from training.views.tabs import tabs

PAGE_LENGTH = 25


@requires(may_learn)
@require_safe
def my_training(request: HttpRequest) -> HttpResponse:
    """To do, overdue, done."""
    today, rows = timezone.localdate(), list(my_lessons(request.user))
    waiting = [row for row in rows if row.is_open and row.lesson.state == LessonState.PUBLISHED]
    parts = {
        "todo": sorted(waiting, key=lambda row: (row.due_on is None, row.due_on or today, row.pk)),
        "overdue": [row for row in waiting if row.is_overdue(today)],
        "done": [row for row in rows if row.state == EnrolmentState.COMPLETED],
    }
    parts["done"].sort(key=lambda row: row.completed_at, reverse=True)
    show = request.GET.get("show") if request.GET.get("show") in parts else "todo"
    page = Paginator(parts[show], PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "show": show,
        "page": page,
        "tabs": tabs({"todo": _("To do"), "overdue": _("Overdue"), "done": _("Done")}, parts, show),
        "rows": [(row, row.is_overdue(today)) for row in page],
        "hours": sum(row.lesson.hours for row in parts["done"]),
    }
    return render(request, "training/learning/list.html", context)


@requires(may_learn)
@require_safe
def lesson_open(request: HttpRequest, lesson: int) -> HttpResponse:
    """From a link elsewhere: one's own copy of the lesson, or its cover with the button to take it."""
    held = Enrolment.objects.filter(lesson=lesson, person_id=request.user.person_id)
    enrolment = held.exclude(state=EnrolmentState.CANCELLED).first()
    if enrolment:
        return redirect("training:lesson_read", pk=enrolment.pk)
    found = found_or_404(Lesson.objects.visible_to(request.user).published(), pk=lesson)
    return render(request, "training/learning/cover.html", {"lesson": found})


@requires(may_learn)
@require_POST
def lesson_choose_mine(request: HttpRequest, lesson: int) -> HttpResponse:
    """Take a published lesson for oneself and begin."""
    found = found_or_404(Lesson.objects.visible_to(request.user).published(), pk=lesson)
    enrolment = choose_lesson(actor=request.user, lesson=found)
    return redirect("training:lesson_read", pk=enrolment.pk)


@requires(may_learn)
@require_safe
def lesson_read(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader; before the start only its cover."""
    enrolment = _own(request, pk)
    allowed_or_404(enrolment.state != EnrolmentState.CANCELLED)
    if enrolment.state == EnrolmentState.ASSIGNED:
        return render(request, "training/learning/cover.html", {"lesson": enrolment.lesson, "enrolment": enrolment})
    return _reader(request, enrolment)


@requires(may_learn)
@require_POST
def lesson_start(request: HttpRequest, pk: int) -> HttpResponse:
    start_lesson(actor=request.user, enrolment=_own(request, pk))
    return redirect("training:lesson_read", pk=pk)


@requires(may_learn)
@require_POST
def lesson_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in the check questions."""
    enrolment = _own(request, pk)
    form = AnswerForm(request.POST, questions=check_questions(enrolment.lesson))
    if not form.is_valid():
        return _reader(request, enrolment, form, status=422)
    enrolment = answer_lesson(actor=request.user, enrolment=enrolment, answers=form.answers())
    if enrolment.state == EnrolmentState.COMPLETED:
        return redirect("training:lesson_receipt", pk=pk)
    messages.warning(request, _("Not everything is right yet. Read the explanations and try again."))
    return redirect(f"{reverse('training:lesson_read', args=[pk])}#questions")


@requires(may_learn)
@require_safe
def lesson_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    """The proof of a completed lesson."""
    enrolment = _own(request, pk)
    allowed_or_404(enrolment.state == EnrolmentState.COMPLETED)
    return render(request, "training/learning/receipt.html", {"enrolment": enrolment, "lesson": enrolment.lesson})


def _own(request: HttpRequest, pk: int) -> Any:
    rows = Enrolment.objects.filter(person_id=request.user.person_id)
    return found_or_404(
        rows.select_related("lesson", "person__unit", "person__department", "assigned_by__person"), pk=pk
    )


def _reader(request: HttpRequest, enrolment: Any, form: AnswerForm | None = None, status: int = 200) -> HttpResponse:
    lesson, done = enrolment.lesson, enrolment.state == EnrolmentState.COMPLETED
    checked = check_questions(lesson, enrolment.answers)
    form = form or AnswerForm(questions=checked)
    context = {
        "enrolment": enrolment,
        "lesson": lesson,
        "study": study_of(lesson),
        "readable": done or lesson.state == LessonState.PUBLISHED,
        "done": done,
        "checked": checked,
        "form": form,
        "questions": [(item, form[f"q{item.question.pk}"]) for item in checked],
    }
    return render(request, "training/learning/read.html", context, status=status)

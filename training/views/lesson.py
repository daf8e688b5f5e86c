"""Lessons for those who make them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casebank.public import list_releases, release_by_id
from casebank.web.access import allowed_or_404, found_or_404, requires
from training.domain.lesson import archive_lesson, change_lesson, create_lesson, publish_lesson, revise_lesson
from training.domain.queries.lessons import check_questions, lessons_with_progress, search_lessons, study_of
from training.interfaces.forms.lesson import LessonFilter, LessonForm, QuestionSet, StudySearch, initial_questions
from training.models import Lesson
from training.rules import (
    may_assign_lesson,
    may_author_lessons,
    may_change_lesson,
    may_edit_lesson,
    may_manage_lessons,
)
from training.views.posting import posted

PAGE_LENGTH = 25


@requires(may_manage_lessons)
@require_safe
def lesson_list(request: HttpRequest) -> HttpResponse:
    form = LessonFilter(request.GET or None)
    lessons = lessons_with_progress(request.user, timezone.localdate())
    if form.is_valid():
        wanted = form.cleaned_data
        lessons = search_lessons(lessons, words=wanted["q"], state=wanted["state"], microclass=wanted["microclass"])
    page = Paginator(lessons, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "may_author": may_author_lessons(request.user)}
    return render(request, "training/lesson/list.html", context)


@requires(may_author_lessons)
@require_safe
def lesson_choose(request: HttpRequest) -> HttpResponse:
    """Released studies of the unit to start from."""
    form = StudySearch(request.GET or None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    studies = list_releases(words=words, unit_id=request.user.person.unit_id)
    page = Paginator(studies, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "training/lesson/choose.html", {"form": form, "page": page})


@requires(may_author_lessons)
@require_http_methods(["GET", "POST"])
def lesson_new(request: HttpRequest, release: int) -> HttpResponse:
    """A new lesson on the released study with that key."""
    study = release_by_id(release)
    allowed_or_404(study is not None and not study.is_withdrawn and study.unit_id == request.user.person.unit_id)
    form = LessonForm(posted(request), initial={"title": study.title, "summary": study.defect_title})
    questions = QuestionSet(posted(request))
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        lesson = create_lesson(actor=request.user, release_id=study.id, words=form.words(), questions=questions.words())
        messages.success(request, _("The draft is saved. Look at it, then publish it."))
        return redirect("training:lesson_detail", pk=lesson.pk)
    return render(request, "training/lesson/edit.html", {"form": form, "questions": questions, "study": study})


@requires(may_author_lessons)
@require_http_methods(["GET", "POST"])
def lesson_edit(request: HttpRequest, pk: int) -> HttpResponse:
    lesson = _lesson(request, pk)
    allowed_or_404(may_change_lesson(request.user, lesson))
    if not may_edit_lesson(request.user, lesson):
        messages.warning(request, _("Only a draft can be changed. Take the lesson back first."))
        return redirect("training:lesson_detail", pk=pk)
    form = LessonForm(posted(request), initial=LessonForm.initial_of(lesson))
    questions = QuestionSet(posted(request), initial=initial_questions(lesson))
    if request.method == "POST" and form.is_valid() and questions.is_valid():
        change_lesson(actor=request.user, lesson=lesson, words=form.words(), questions=questions.words())
        messages.success(request, _("The changes are saved."))
        return redirect("training:lesson_detail", pk=pk)
    context = {"lesson": lesson, "form": form, "questions": questions, "study": study_of(lesson)}
    return render(request, "training/lesson/edit.html", context)


@requires(may_manage_lessons)
@require_safe
def lesson_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The lesson as its readers see it, with what may be done about it."""
    lesson = _lesson(request, pk)
    context = {
        "lesson": lesson,
        "study": study_of(lesson),
        "checked": check_questions(lesson),
        "may_change": may_change_lesson(request.user, lesson),
        "may_edit": may_edit_lesson(request.user, lesson),
        "may_assign": may_assign_lesson(request.user, lesson),
        "open_enrolments": lesson.enrolments.open().count(),
    }
    return render(request, "training/lesson/detail.html", context)


@requires(may_author_lessons)
@require_POST
def lesson_publish(request: HttpRequest, pk: int) -> HttpResponse:
    publish_lesson(actor=request.user, lesson=_lesson(request, pk))
    messages.success(request, _("The lesson is published. You can assign it now."))
    return redirect("training:lesson_detail", pk=pk)


@requires(may_author_lessons)
@require_POST
def lesson_revise(request: HttpRequest, pk: int) -> HttpResponse:
    revise_lesson(actor=request.user, lesson=_lesson(request, pk))
    messages.success(request, _("The lesson is a draft again."))
    return redirect("training:lesson_detail", pk=pk)


@requires(may_author_lessons)
@require_POST
def lesson_archive(request: HttpRequest, pk: int) -> HttpResponse:
    archive_lesson(actor=request.user, lesson=_lesson(request, pk))
    messages.success(request, _("The lesson is archived; open assignments are cancelled."))
    return redirect("training:lesson_detail", pk=pk)


def _lesson(request: HttpRequest, pk: int) -> Any:
    return found_or_404(Lesson.objects.visible_to(request.user).select_related("author__person"), pk=pk)

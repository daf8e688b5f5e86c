"""Reading lessons and their progress."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q, QuerySet

from casebank.public import ReleasedStudy, release_by_id
from training.models import CheckQuestion, Enrolment, Lesson
from training.states import OPEN_ENROLMENTS, EnrolmentState, LessonState

_COMPLETED = Q(enrolments__state=EnrolmentState.COMPLETED)
_OPEN = Q(enrolments__state__in=OPEN_ENROLMENTS)


@dataclass(frozen=True)
class LessonCard:
    """A published lesson as other pages announce it; ``url_name`` opens it for somebody signed in."""

    id: int
    title: str
    summary: str
    defect_code: str
    hours: Decimal
    is_microclass: bool
    release_id: int
    unit_id: int
    updated_at: datetime
    teaching_text: str = ""
    url_name: str = "training:lesson_open"


@dataclass(frozen=True)
class Checked:
    """A check question as the reader shows it; ``chosen`` of the last try, ``wrong`` when it was not the right one."""

    question: CheckQuestion
    chosen: int | None

    @property
    def wrong(self) -> bool:
        return self.chosen is not None and self.chosen != self.question.right


def lessons_with_progress(user: Any, today: date) -> QuerySet[Lesson]:
    """Lessons ``user`` manages, with ``given``, ``done`` and ``late`` counts of enrolments the user may see."""
    seen = Q(enrolments__in=Enrolment.objects.visible_to(user))
    return (
        Lesson.objects.visible_to(user)
        .select_related("author__person")
        .annotate(
            given=Count("enrolments", filter=seen & (_OPEN | _COMPLETED), distinct=True),
            done=Count("enrolments", filter=seen & _COMPLETED, distinct=True),
            late=Count("enrolments", filter=seen & _OPEN & Q(enrolments__due_on__lt=today), distinct=True),
        )
        .order_by("-updated_at", "-pk")
    )


def search_lessons(
    lessons: QuerySet[Lesson], *, words: str = "", state: str = "", microclass: bool = False
) -> QuerySet[Lesson]:
    """Narrow a list of lessons; ``words`` looks into title, summary and code."""
    if words:
        found = Q(title__icontains=words) | Q(summary__icontains=words) | Q(defect_code__icontains=words)
        lessons = lessons.filter(found)
    if state:
        lessons = lessons.filter(state=state)
    return lessons.filter(is_microclass=True) if microclass else lessons


def enrolments_of(user: Any, lesson: Lesson) -> QuerySet[Enrolment]:
    """Who has the lesson, as far as ``user`` may see, by staff number."""
    rows = Enrolment.objects.visible_to(user).filter(lesson=lesson)
    return rows.select_related("person__department", "assigned_by__person").order_by("person__staff_no")


def my_lessons(user: Any) -> QuerySet[Enrolment]:
    """One's own lessons; the nearest last day first, those without one after them."""
    rows = Enrolment.objects.filter(person_id=user.person_id).exclude(state=EnrolmentState.CANCELLED)
    return rows.select_related("lesson", "assigned_by__person")


def todo_counts(user: Any, today: date) -> dict[str, int]:
    """``lessons`` that wait for the person, and how many of them are ``lessons_overdue``. One query."""
    if not user.is_authenticated or user.person_id is None:
        return {"lessons": 0, "lessons_overdue": 0}
    open_ones = Enrolment.objects.open().filter(person_id=user.person_id, lesson__state=LessonState.PUBLISHED)
    return open_ones.aggregate(lessons=Count("pk"), lessons_overdue=Count("pk", filter=Q(due_on__lt=today)))


def study_of(lesson: Lesson) -> ReleasedStudy | None:
    """The released study of the lesson, or None once it was withdrawn."""
    study = release_by_id(lesson.study_release_id)
    return None if study is None or study.is_withdrawn else study


def check_questions(lesson: Lesson, answers: dict[str, int] | None = None) -> list[Checked]:
    """The questions in order with what was chosen last."""
    given = answers or {}
    return [Checked(question, given.get(str(question.pk))) for question in lesson.questions.all()]


def lesson_card(lesson_id: int) -> LessonCard | None:
    """The published lesson with that id."""
    row = Lesson.objects.published().filter(pk=lesson_id).first()
    return _card(row) if row else None


def lesson_cards(
    *, defect_code: str = "", unit_id: int | None = None, microclass_only: bool = False
) -> list[LessonCard]:
    """Published lessons, newest first."""
    rows = Lesson.objects.published()
    if defect_code:
        rows = rows.filter(defect_code=defect_code)
    if unit_id is not None:
        rows = rows.filter(unit_id=unit_id)
    if microclass_only:
        rows = rows.filter(is_microclass=True)
    return [_card(row) for row in rows]


def _card(row: Lesson) -> LessonCard:
    return LessonCard(
        id=row.pk,
        title=row.title,
        summary=row.summary,
        defect_code=row.defect_code,
        hours=row.hours,
        is_microclass=row.is_microclass,
        release_id=row.study_release_id,
        unit_id=row.unit_id,
        updated_at=row.updated_at,
        teaching_text=row.teaching_text,
    )

"""Lessons on the released studies, a micro-class of last autumn, and assignments in every state."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from casebank.enums import EntryKind
from casebank.public import record_performance
from training.domain.competency import ensure_default_targets
from training.domain.enrolment import SOURCE, answer_lesson, assign_lesson, start_lesson
from training.domain.lesson import LessonWords, QuestionWords, create_lesson, publish_lesson
from training.models import Enrolment, Lesson
from training.states import EnrolmentState

# The micro-class whose effect the ledger shows: its codes became rarer in this department afterwards.
MICROCLASS_ON = date(2025, 11, 1)
MICROCLASS_CODES = ("XS-WS-04", "XS-WS-09", "XS-QS-10")


def build_lessons(*, trainer, releases, content: list[dict]) -> list[Lesson]:
    """A published lesson for every release whose ``content`` has a check question."""
    checks = {row["code"]: row for row in content if row.get("check")}
    there = set(Lesson.objects.values_list("defect_code", flat=True))
    for release in releases:
        row = checks.get(release.defect_code)
        if row and release.defect_code not in there:
            _lesson(trainer, release, row)
    ensure_default_targets()
    return list(Lesson.objects.order_by("pk"))


def build_history(*, trainer, department_people: list, lessons: list[Lesson]) -> None:
    """The micro-class of ``MICROCLASS_ON``: everybody of the department completed its lessons that week."""
    for lesson in lessons:
        if lesson.defect_code in MICROCLASS_CODES and not lesson.enrolments.exists():
            for number, person in enumerate(department_people):
                _completed(trainer, lesson, person, MICROCLASS_ON + timedelta(days=number % 5))


def build_assignments(*, trainer, accounts: list, lessons: list[Lesson]) -> None:
    """Open, begun, overdue and completed assignments on the other lessons."""
    today = timezone.localdate()
    for number, lesson in enumerate(one for one in lessons if one.defect_code not in MICROCLASS_CODES):
        if lesson.enrolments.exists():
            continue
        people = [account.person for account in accounts[number::2]]
        assign_lesson(
            actor=trainer, lesson=lesson, people=people, due_on=today + timedelta(days=14), reason="季度评查反馈"
        )
        _progress(lesson, accounts[number::2])
        if number == 1:
            open_ones = lesson.enrolments.filter(state=EnrolmentState.ASSIGNED)
            open_ones.update(due_on=today - timedelta(days=7), assigned_at=timezone.now() - timedelta(days=28))


def _progress(lesson: Lesson, accounts: list) -> None:
    by_person = {account.person_id: account for account in accounts}
    right = {question.pk: question.right for question in lesson.questions.all()}
    for number, enrolment in enumerate(lesson.enrolments.order_by("person__staff_no")):
        if number % 3 == 0:
            continue
        enrolment = start_lesson(actor=by_person[enrolment.person_id], enrolment=enrolment)
        if number % 3 == 1:
            answer_lesson(actor=by_person[enrolment.person_id], enrolment=enrolment, answers=right)


def _lesson(trainer, release, row: dict) -> None:
    check = row["check"]
    lesson = create_lesson(
        actor=trainer,
        release_id=release.id,
        words=LessonWords(
            title=f"质效微课堂：{release.title}"[:120],
            summary=row["wrong"][:120],
            teaching_text=row["practice"],
            is_microclass=True,
        ),
        questions=[
            QuestionWords(
                text=check["text"],
                choices=tuple(check["choices"]),
                right=check["right"],
                explanation=check["explanation"],
            )
        ],
    )
    publish_lesson(actor=trainer, lesson=lesson)


def _completed(trainer, lesson: Lesson, person, day: date) -> None:
    """An assignment that was completed in the past, with its line in the performance record."""
    at = timezone.make_aware(datetime.combine(day, time(16, 30)))
    enrolment = Enrolment.objects.create(
        lesson=lesson,
        person=person,
        assigned_by=trainer,
        reason="第一检察部质效微课堂",
        state=EnrolmentState.COMPLETED,
        answers={str(question.pk): question.right for question in lesson.questions.all()},
        tries=1,
        started_at=at - timedelta(minutes=40),
        completed_at=at,
    )
    record_performance(
        actor=trainer,
        person=person,
        kind=EntryKind.LESSON,
        source=SOURCE,
        source_key=str(enrolment.pk),
        occurred_on=day,
        title=lesson.title,
        defect_code=lesson.defect_code,
        hours=lesson.hours,
        detail={"lesson": lesson.pk},
    )

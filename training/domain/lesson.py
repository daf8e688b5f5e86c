"""Making lessons: from a released study to a published lesson."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.public import move, record_activity, release_by_id
from training.models import CheckQuestion, Lesson
from training.rules import may_author_lessons, may_change_lesson, may_edit_lesson
from training.states import ENROLMENT_MOVES, LESSON_MOVES, EnrolmentState, LessonState

FEWEST_CHOICES, MOST_CHOICES = 2, 4


@dataclass(frozen=True)
class LessonWords:
    """What an author writes."""

    title: str
    summary: str = ""
    teaching_text: str = ""
    hours: Decimal = Decimal(1)
    is_microclass: bool = False


@dataclass(frozen=True)
class QuestionWords:
    """A check question: two to four ``choices``, ``right`` counts from 0; ``id`` names a stored question to change."""

    text: str
    choices: tuple[str, ...]
    right: int
    explanation: str = ""
    id: int | None = None


@transaction.atomic
def create_lesson(
    *, actor: Any, release_id: int, words: LessonWords, questions: Sequence[QuestionWords] = ()
) -> Lesson:
    """A draft on a released study of the actor's unit; the defect code comes from the release. Raises ``Refused``."""
    if not may_author_lessons(actor):
        raise Refused(_("Only trainers make lessons."))
    study = release_by_id(release_id)
    if study is None or study.is_withdrawn or study.unit_id != actor.person.unit_id:
        raise Refused(_("Please choose a released case study of your unit."))
    lesson = Lesson.objects.create(
        study_release_id=study.id,
        defect_code=study.defect_code,
        unit_id=study.unit_id,
        author=actor,
        **_checked(words),
    )
    _store_questions(lesson, questions)
    record_activity(actor=actor, act="lesson.created", subject=lesson, detail={"release": study.number})
    return lesson


@transaction.atomic
def change_lesson(*, actor: Any, lesson: Lesson, words: LessonWords, questions: Sequence[QuestionWords]) -> Lesson:
    """Replace words and questions of a draft; questions not named are removed. Raises ``Refused``."""
    lesson = Lesson.objects.select_for_update().get(pk=lesson.pk)
    if not may_edit_lesson(actor, lesson):
        raise Refused(_("Only a draft can be changed. Take the lesson back first."))
    for name, value in _checked(words).items():
        setattr(lesson, name, value)
    lesson.save()
    _store_questions(lesson, questions)
    record_activity(actor=actor, act="lesson.changed", subject=lesson, detail={"questions": len(questions)})
    return lesson


@transaction.atomic
def publish_lesson(*, actor: Any, lesson: Lesson) -> Lesson:
    """Open the lesson to the unit. It needs a question, and its study must still be released. Raises ``Refused``."""
    _require_author(actor, lesson)
    if not lesson.questions.exists():
        raise Refused(_("A lesson needs at least one check question before it is published."))
    study = release_by_id(lesson.study_release_id)
    if study is None or study.is_withdrawn:
        raise Refused(_("The case study was withdrawn, so the lesson cannot be published."))
    return move(lesson, to=LessonState.PUBLISHED, moves=LESSON_MOVES, actor=actor)


@transaction.atomic
def revise_lesson(*, actor: Any, lesson: Lesson) -> Lesson:
    """Take a published or archived lesson back to draft; assignments stay and wait. Raises ``Refused``."""
    _require_author(actor, lesson)
    return move(lesson, to=LessonState.DRAFT, moves=LESSON_MOVES, actor=actor)


@transaction.atomic
def archive_lesson(*, actor: Any, lesson: Lesson) -> Lesson:
    """End the lesson: nobody starts it any more, open assignments are cancelled, completed ones stay. Raises ``Refused``."""
    _require_author(actor, lesson)
    for enrolment in lesson.enrolments.open():
        move(enrolment, to=EnrolmentState.CANCELLED, moves=ENROLMENT_MOVES, actor=actor)
    return move(lesson, to=LessonState.ARCHIVED, moves=LESSON_MOVES, actor=actor)


def _require_author(actor: Any, lesson: Lesson) -> None:
    if not may_change_lesson(actor, lesson):
        raise Refused(_("Only trainers of the unit may do this."))


def _checked(words: LessonWords) -> dict[str, Any]:
    if not words.title.strip():
        raise Refused(_("Please give the lesson a title."))
    if not 0 < words.hours <= 99:
        raise Refused(_("Training hours lie between 0.1 and 99."))
    return {
        "title": words.title.strip(),
        "summary": words.summary.strip(),
        "teaching_text": words.teaching_text.strip(),
        "hours": words.hours,
        "is_microclass": words.is_microclass,
    }


def _store_questions(lesson: Lesson, questions: Sequence[QuestionWords]) -> None:
    kept = [question.id for question in questions if question.id]
    lesson.questions.exclude(pk__in=kept).delete()
    stored = lesson.questions.in_bulk()
    for order, words in enumerate(questions, 1):
        question = stored.get(words.id) or CheckQuestion(lesson=lesson)
        _write(question, order, words)


def _write(question: CheckQuestion, order: int, words: QuestionWords) -> None:
    choices = [choice.strip() for choice in words.choices]
    if not (words.text.strip() and all(choices) and FEWEST_CHOICES <= len(choices) <= MOST_CHOICES):
        raise Refused(_("Question %(number)d needs a text and two to four choices.") % {"number": order})
    if not 0 <= words.right < len(choices):
        raise Refused(_("Please say which choice of question %(number)d is right.") % {"number": order})
    question.order, question.text, question.choices = order, words.text.strip(), choices
    question.right, question.explanation = words.right, words.explanation.strip()
    question.save()

"""The door of training: what the site above may call. Each name is documented where it is defined."""

from training.domain.competency import ensure_default_targets, set_targets
from training.domain.enrolment import answer_lesson, assign_lesson, cancel_enrolment, choose_lesson, start_lesson
from training.domain.lesson import (
    LessonWords,
    QuestionWords,
    archive_lesson,
    change_lesson,
    create_lesson,
    publish_lesson,
    revise_lesson,
)
from training.domain.queries.lessons import LessonCard, lesson_card, lesson_cards, todo_counts

__all__ = [
    "LessonCard",
    "LessonWords",
    "QuestionWords",
    "answer_lesson",
    "archive_lesson",
    "assign_lesson",
    "cancel_enrolment",
    "change_lesson",
    "choose_lesson",
    "create_lesson",
    "ensure_default_targets",
    "lesson_card",
    "lesson_cards",
    "publish_lesson",
    "revise_lesson",
    "set_targets",
    "start_lesson",
    "todo_counts",
]

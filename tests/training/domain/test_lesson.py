from decimal import Decimal

import pytest

from casebank.core.errors import Refused
from casebank.models import Activity
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.training import EnrolmentFactory, LessonFactory, ReleaseFactory
from training.domain.lesson import (
    LessonWords,
    QuestionWords,
    archive_lesson,
    change_lesson,
    create_lesson,
    publish_lesson,
    revise_lesson,
)
from training.states import EnrolmentState, LessonState

pytestmark = pytest.mark.django_db
QUESTION = QuestionWords("缺少签名怎么办?", ("补正", "采信"), 0, "可以补正。")


@pytest.fixture
def trainer():
    return UserFactory(roles=["trainer"])


def test_a_lesson_takes_code_and_unit_from_the_release(trainer):
    release = ReleaseFactory(author=trainer)

    lesson = create_lesson(
        actor=trainer, release_id=release.pk, words=LessonWords(" 补正 ", hours=Decimal("0.5")), questions=[QUESTION]
    )

    assert (lesson.title, lesson.defect_code, lesson.unit, lesson.state) == (
        "补正",
        "XS-ZJ-06",
        trainer.person.unit,
        LessonState.DRAFT,
    )
    assert [(one.text, one.choices, one.right) for one in lesson.questions.all()] == [
        ("缺少签名怎么办?", ["补正", "采信"], 0)
    ]
    assert Activity.objects.filter(act="lesson.created", actor=trainer).exists()


def test_only_trainers_make_lessons(trainer):
    with pytest.raises(Refused):
        create_lesson(
            actor=UserFactory(roles=["head"]), release_id=ReleaseFactory(author=trainer).pk, words=LessonWords("课")
        )


def test_a_withdrawn_or_foreign_release_makes_no_lesson(trainer):
    elsewhere = UserFactory(roles=["trainer"], person=PersonFactory(unit=UnitFactory(code="ZZ")))

    for release in (ReleaseFactory(author=trainer, withdrawn=True), ReleaseFactory(author=elsewhere)):
        with pytest.raises(Refused):
            create_lesson(actor=trainer, release_id=release.pk, words=LessonWords("课"))


@pytest.mark.parametrize(
    "words", [LessonWords("  "), LessonWords("课", hours=Decimal(0)), LessonWords("课", hours=Decimal(100))]
)
def test_title_and_hours_are_checked(trainer, words):
    with pytest.raises(Refused):
        create_lesson(actor=trainer, release_id=ReleaseFactory(author=trainer).pk, words=words)


@pytest.mark.parametrize(
    "question",
    [
        QuestionWords("", ("甲", "乙"), 0),
        QuestionWords("问", ("甲",), 0),
        QuestionWords("问", ("甲", "乙", "丙", "丁", "戊"), 0),
        QuestionWords("问", ("甲", " "), 0),
        QuestionWords("问", ("甲", "乙"), 2),
    ],
)
def test_faulty_questions_are_refused(trainer, question):
    lesson = LessonFactory(author=trainer, state="draft")

    with pytest.raises(Refused):
        change_lesson(actor=trainer, lesson=lesson, words=LessonWords("课"), questions=[question])

    assert lesson.questions.count() == 1


def test_changing_keeps_named_questions_and_drops_the_others(trainer):
    lesson = LessonFactory(author=trainer, state="draft", questions=2)
    kept = lesson.questions.last()

    change_lesson(
        actor=trainer,
        lesson=lesson,
        words=LessonWords("新题目"),
        questions=[QUESTION, QuestionWords("改过的", ("甲", "乙"), 1, id=kept.pk)],
    )

    assert [(one.pk == kept.pk, one.text, one.right) for one in lesson.questions.all()] == [
        (False, "缺少签名怎么办?", 0),
        (True, "改过的", 1),
    ]


def test_a_published_lesson_is_not_changed(trainer):
    with pytest.raises(Refused):
        change_lesson(
            actor=trainer, lesson=LessonFactory(author=trainer), words=LessonWords("课"), questions=[QUESTION]
        )


def test_publish_revise_archive(trainer):
    lesson = LessonFactory(author=trainer, state="draft")

    assert publish_lesson(actor=trainer, lesson=lesson).state == LessonState.PUBLISHED
    assert revise_lesson(actor=trainer, lesson=lesson).state == LessonState.DRAFT
    assert archive_lesson(actor=trainer, lesson=lesson).state == LessonState.ARCHIVED


def test_a_lesson_without_question_or_with_a_withdrawn_study_is_not_published(trainer):
    bare = LessonFactory(author=trainer, state="draft", questions=0)
    stale = LessonFactory(author=trainer, state="draft", study_release=ReleaseFactory(author=trainer, withdrawn=True))

    for lesson in (bare, stale):
        with pytest.raises(Refused):
            publish_lesson(actor=trainer, lesson=lesson)


def test_archiving_cancels_what_is_open_and_keeps_what_is_done(trainer):
    lesson = LessonFactory(author=trainer)
    open_one, done = EnrolmentFactory(lesson=lesson), EnrolmentFactory(lesson=lesson, state="completed")

    archive_lesson(actor=trainer, lesson=lesson)

    open_one.refresh_from_db()
    done.refresh_from_db()
    assert (open_one.state, done.state) == (EnrolmentState.CANCELLED, EnrolmentState.COMPLETED)

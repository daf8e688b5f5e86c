from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from casebank.core.errors import Refused
from casebank.models import PerformanceEntry
from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory, UserFactory
from tests.factories.training import EnrolmentFactory, LessonFactory, ReleaseFactory
from training.domain.enrolment import (
    Assigned,
    answer_lesson,
    assign_lesson,
    cancel_enrolment,
    choose_lesson,
    start_lesson,
)
from training.models import Enrolment
from training.states import EnrolmentState

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson():
    return LessonFactory(questions=2)


@pytest.fixture
def learner(lesson):
    return UserFactory(roles=["prosecutor"], person=PersonFactory(unit=lesson.unit))


@pytest.fixture
def enrolment(lesson, learner):
    return EnrolmentFactory(lesson=lesson, person=learner.person)


def right(lesson):
    return {one.pk: one.right for one in lesson.questions.all()}


class TestAssigning:
    def test_people_get_the_lesson_once(self, lesson):
        first, second = PersonFactory(unit=lesson.unit), PersonFactory(unit=lesson.unit)
        due = timezone.localdate() + timedelta(days=14)

        done = assign_lesson(actor=lesson.author, lesson=lesson, people=[first], due_on=due, reason="评查发现")
        again = assign_lesson(actor=lesson.author, lesson=lesson, people=[first, second])

        assert (done, again) == (Assigned(1, 0), Assigned(1, 1))
        assert lesson.enrolments.get(person=first).due_on == due

    def test_a_cancelled_assignment_comes_back(self, lesson, enrolment):
        cancel_enrolment(actor=lesson.author, enrolment=enrolment)

        assign_lesson(actor=lesson.author, lesson=lesson, people=[enrolment.person], reason="再次")

        enrolment.refresh_from_db()
        assert (enrolment.state, enrolment.reason) == (EnrolmentState.ASSIGNED, "再次")

    def test_one_stranger_refuses_all(self, lesson):
        stranger = PersonFactory(unit=UnitFactory(code="ZZ"))

        with pytest.raises(Refused, match=stranger.name):
            assign_lesson(actor=lesson.author, lesson=lesson, people=[PersonFactory(unit=lesson.unit), stranger])

        assert Enrolment.objects.count() == 0

    def test_a_head_assigns_to_the_own_department_only(self, lesson):
        head = UserFactory(roles=["head"], person=PersonFactory(unit=lesson.unit))
        near = PersonFactory(unit=lesson.unit, department=head.person.department)
        far = PersonFactory(unit=lesson.unit, department=DepartmentFactory(unit=lesson.unit, name="政治部"))

        assert assign_lesson(actor=head, lesson=lesson, people=[near]).new == 1
        with pytest.raises(Refused):
            assign_lesson(actor=head, lesson=lesson, people=[far])

    def test_draft_nobody_or_past_day_are_refused(self, lesson, learner):
        yesterday = timezone.localdate() - timedelta(days=1)

        with pytest.raises(Refused):
            assign_lesson(actor=lesson.author, lesson=LessonFactory(state="draft"), people=[learner.person])
        with pytest.raises(Refused):
            assign_lesson(actor=lesson.author, lesson=lesson, people=[])
        with pytest.raises(Refused):
            assign_lesson(actor=lesson.author, lesson=lesson, people=[learner.person], due_on=yesterday)

    def test_completed_lessons_are_not_cancelled(self, lesson):
        with pytest.raises(Refused):
            cancel_enrolment(actor=lesson.author, enrolment=EnrolmentFactory(lesson=lesson, state="completed"))


class TestLearning:
    def test_all_right_completes_and_enters_the_record_once(self, lesson, learner, enrolment):
        start_lesson(actor=learner, enrolment=enrolment)

        done = answer_lesson(actor=learner, enrolment=enrolment, answers=right(lesson))
        answer_lesson(actor=learner, enrolment=enrolment, answers=right(lesson))

        entry = PerformanceEntry.objects.get()
        assert done.state == EnrolmentState.COMPLETED
        assert (entry.person, entry.kind, entry.hours, entry.defect_code, entry.title, entry.score) == (
            learner.person,
            "lesson",
            Decimal("1.5"),
            "XS-ZJ-06",
            lesson.title,
            None,
        )

    def test_a_wrong_answer_keeps_the_lesson_open_and_leaves_no_entry(self, lesson, learner, enrolment):
        start_lesson(actor=learner, enrolment=enrolment)
        answers = right(lesson)
        answers[lesson.questions.first().pk] = 1

        tried = answer_lesson(actor=learner, enrolment=enrolment, answers=answers)

        assert (tried.state, tried.tries) == (EnrolmentState.STARTED, 1)
        assert tried.answers[str(lesson.questions.first().pk)] == 1
        assert PerformanceEntry.objects.count() == 0

    def test_every_question_wants_an_answer(self, lesson, learner, enrolment):
        with pytest.raises(Refused, match="2"):
            answer_lesson(actor=learner, enrolment=enrolment, answers={lesson.questions.first().pk: 0})

    def test_answering_without_start_also_completes(self, lesson, learner, enrolment):
        done = answer_lesson(actor=learner, enrolment=enrolment, answers=right(lesson))

        assert done.state == EnrolmentState.COMPLETED
        assert done.started_at is not None

    def test_nobody_else_works_on_it(self, lesson, enrolment):
        for actor in (lesson.author, UserFactory(roles=["prosecutor"])):
            with pytest.raises(Refused):
                start_lesson(actor=actor, enrolment=enrolment)
            with pytest.raises(Refused):
                answer_lesson(actor=actor, enrolment=enrolment, answers=right(lesson))

    def test_revised_withdrawn_and_cancelled_lessons_wait(self, learner, lesson):
        draft = LessonFactory(author=lesson.author, state="draft")
        withdrawn = LessonFactory(
            author=lesson.author, study_release=ReleaseFactory(author=lesson.author, withdrawn=True)
        )
        enrolments = [EnrolmentFactory(lesson=one, person=learner.person) for one in (draft, withdrawn)]
        enrolments.append(EnrolmentFactory(lesson=lesson, person=learner.person, state="cancelled"))

        for one in enrolments:
            with pytest.raises(Refused):
                start_lesson(actor=learner, enrolment=one)


class TestChoosing:
    def test_a_person_takes_a_published_lesson_and_starts(self, lesson, learner):
        chosen = choose_lesson(actor=learner, lesson=lesson)

        assert (chosen.state, chosen.assigned_by) == (EnrolmentState.STARTED, learner)
        assert choose_lesson(actor=learner, lesson=lesson) == chosen

    def test_a_lesson_assigned_before_keeps_its_last_day(self, lesson, learner, enrolment):
        assert choose_lesson(actor=learner, lesson=lesson).due_on == enrolment.due_on

    def test_drafts_and_lessons_of_other_units_are_not_open(self, lesson):
        stranger = UserFactory(roles=["prosecutor"], person=PersonFactory(unit=UnitFactory(code="ZZ")))

        with pytest.raises(Refused):
            choose_lesson(actor=stranger, lesson=lesson)
        with pytest.raises(Refused):
            choose_lesson(actor=lesson.author, lesson=LessonFactory(author=lesson.author, state="draft"))

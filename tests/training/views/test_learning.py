import pytest
from django.urls import reverse

from casebank.models import PerformanceEntry
from tests.factories.people import UnitFactory
from tests.factories.training import EnrolmentFactory, LessonFactory, ReleaseFactory
from training.models import Enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture
def learner(sign_in):
    return sign_in("prosecutor")


@pytest.fixture
def enrolment(learner):
    return EnrolmentFactory(lesson=LessonFactory(), person=learner.person)


def url(name, *args):
    return reverse(f"training:{name}", args=args)


def right(lesson):
    return {f"q{one.pk}": one.right for one in lesson.questions.all()}


def test_from_start_to_receipt(client, enrolment):
    cover = client.get(url("lesson_read", enrolment.pk)).content.decode()
    client.post(url("lesson_start", enrolment.pk))
    reader = client.get(url("lesson_read", enrolment.pk)).content.decode()
    response = client.post(url("lesson_answer", enrolment.pk), right(enrolment.lesson))
    again = client.post(url("lesson_answer", enrolment.pk), right(enrolment.lesson))

    text = enrolment.lesson.study_release.content["text"]
    assert text not in cover
    assert text in reader
    assert enrolment.lesson.questions.get().explanation not in reader
    assert response.url == again.url == url("lesson_receipt", enrolment.pk)
    assert enrolment.lesson.title in client.get(response.url).content.decode()
    assert PerformanceEntry.objects.filter(kind="lesson").count() == 1


def test_a_wrong_answer_is_explained(client, enrolment):
    client.post(url("lesson_start", enrolment.pk))
    answers = dict.fromkeys(right(enrolment.lesson), 1)

    response = client.post(url("lesson_answer", enrolment.pk), answers, follow=True)

    assert enrolment.lesson.questions.get().explanation in response.content.decode()
    assert PerformanceEntry.objects.count() == 0


def test_a_missing_or_foreign_answer_is_shown_at_the_question(client, enrolment):
    client.post(url("lesson_start", enrolment.pk))

    for answers in ({}, dict.fromkeys(right(enrolment.lesson), 9), dict.fromkeys(right(enrolment.lesson), "x")):
        response = client.post(url("lesson_answer", enrolment.pk), answers)
        assert response.status_code == 422
        assert response.context["form"].errors.keys() == right(enrolment.lesson).keys()


def test_no_receipt_before_the_end(client, enrolment):
    assert client.get(url("lesson_receipt", enrolment.pk)).status_code == 404


def test_lessons_of_others_are_not_there(client, learner):
    other = EnrolmentFactory()

    for name in ("lesson_read", "lesson_receipt"):
        assert client.get(url(name, other.pk)).status_code == 404
    for name in ("lesson_start", "lesson_answer"):
        assert client.post(url(name, other.pk)).status_code == 404


def test_parts_of_my_training(client, learner):
    late = EnrolmentFactory(person=learner.person, due_on="2020-01-01")
    later = EnrolmentFactory(person=learner.person)
    done = EnrolmentFactory(person=learner.person, state="completed", completed_at="2026-01-01T08:00:00Z")
    EnrolmentFactory(person=learner.person, lesson__state="draft")
    EnrolmentFactory(person=learner.person, state="cancelled")

    shown = {
        part: [row for row, _late in client.get(url("my_lessons"), {"show": part}).context["rows"]]
        for part in ("todo", "overdue", "done")
    }

    assert shown == {"todo": [late, later], "overdue": [late], "done": [done]}


def test_a_link_from_elsewhere_opens_the_cover_and_then_the_own_copy(client, learner):
    lesson = LessonFactory()

    cover = client.get(url("lesson_open", lesson.pk))
    taken = client.post(url("lesson_take", lesson.pk))

    assert cover.status_code == 200
    enrolment = Enrolment.objects.get(person=learner.person)
    assert taken.url == client.get(url("lesson_open", lesson.pk)).url == url("lesson_read", enrolment.pk)


def test_drafts_and_foreign_lessons_cannot_be_opened(client, sign_in):
    draft, foreign = LessonFactory(state="draft"), LessonFactory()
    sign_in("prosecutor", unit=UnitFactory(code="ZZ"))

    for lesson in (draft, foreign):
        assert client.get(url("lesson_open", lesson.pk)).status_code == 404
        assert client.post(url("lesson_take", lesson.pk)).status_code == 404


def test_a_revised_or_withdrawn_lesson_waits(client, learner):
    revised = EnrolmentFactory(person=learner.person, state="started", lesson__state="draft")
    lesson = LessonFactory()
    withdrawn = LessonFactory(author=lesson.author, study_release=ReleaseFactory(author=lesson.author, withdrawn=True))
    stopped = EnrolmentFactory(person=learner.person, state="started", lesson=withdrawn)

    for enrolment in (revised, stopped):
        page = client.get(url("lesson_read", enrolment.pk))
        assert page.status_code == 200
        assert enrolment.lesson.study_release.content["text"] not in page.content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_queries_do_not_grow(client, learner, django_assert_max_num_queries, number):
    enrolments = [EnrolmentFactory(person=learner.person, lesson=one) for one in LessonFactory.create_batch(number)]
    Enrolment.objects.update(state="started")

    with django_assert_max_num_queries(12):
        client.get(url("my_lessons"))
    with django_assert_max_num_queries(12):
        client.get(url("lesson_read", enrolments[0].pk))

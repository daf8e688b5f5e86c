from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory
from tests.factories.training import EnrolmentFactory, LessonFactory
from training.models import Enrolment

pytestmark = pytest.mark.django_db


@pytest.fixture
def lesson(sign_in):
    return LessonFactory(author=sign_in("trainer", staff_no="Y1"))


def assign(client, lesson, **values):
    return client.post(reverse("training:lesson_assign", args=[lesson.pk]), values)


def test_a_department_and_single_people_get_the_lesson_once(client, lesson):
    first = DepartmentFactory(unit=lesson.unit, name="第一检察部")
    inside = PersonFactory(unit=lesson.unit, department=first)
    outside = PersonFactory(unit=lesson.unit, department=DepartmentFactory(unit=lesson.unit, name="政治部"))
    due = timezone.localdate() + timedelta(days=7)

    response = assign(client, lesson, department=first.pk, people=[inside.pk, outside.pk], due_on=due, reason="评查")

    assert response.url == reverse("training:lesson_progress", args=[lesson.pk])
    assert {inside, outside} <= {row.person for row in Enrolment.objects.filter(due_on=due, reason="评查")}


def test_nobody_chosen_is_explained(client, lesson):
    response = assign(client, lesson)

    assert response.context["form"].non_field_errors()
    assert Enrolment.objects.count() == 0


def test_people_of_another_unit_are_no_valid_choice(client, lesson):
    stranger = PersonFactory(unit=UnitFactory(code="ZZ"))

    response = assign(client, lesson, people=[stranger.pk])

    assert "people" in response.context["form"].errors


def test_the_search_narrows_the_people(client, lesson):
    PersonFactory(unit=lesson.unit, name="王㛃", staff_no="Y7")
    PersonFactory(unit=lesson.unit, name="赵敏", staff_no="Y8")

    page = client.get(reverse("training:lesson_assign", args=[lesson.pk]), {"q": "㛃"}).content.decode()

    assert "王㛃" in page
    assert "赵敏" not in page


def test_progress_shows_who_is_late(client, lesson):
    late = EnrolmentFactory(lesson=lesson, due_on="2020-01-01")
    EnrolmentFactory(lesson=lesson)

    rows = client.get(reverse("training:lesson_progress", args=[lesson.pk]), {"show": "overdue"}).context["rows"]

    assert [(row, overdue, may_cancel) for row, overdue, may_cancel in rows] == [(late, True, True)]


def test_cancelling(client, lesson):
    enrolment = EnrolmentFactory(lesson=lesson)

    client.post(reverse("training:enrolment_cancel", args=[enrolment.pk]))

    enrolment.refresh_from_db()
    assert enrolment.state == "cancelled"


def test_a_head_sees_and_cancels_only_the_own_department(client, sign_in):
    lesson = LessonFactory()
    head = sign_in("head")
    near = EnrolmentFactory(lesson=lesson, person__department=head.person.department)
    far = EnrolmentFactory(lesson=lesson, person__department=DepartmentFactory(unit=lesson.unit, name="政治部"))

    rows = client.get(reverse("training:lesson_progress", args=[lesson.pk])).context["rows"]

    assert [row for row, _overdue, _may in rows] == [near]
    assert client.post(reverse("training:enrolment_cancel", args=[far.pk])).status_code == 404


def test_a_learner_cannot_cancel(client, sign_in):
    learner = sign_in("prosecutor")
    enrolment = EnrolmentFactory(person=learner.person)

    assert client.post(reverse("training:enrolment_cancel", args=[enrolment.pk])).status_code == 404


@pytest.mark.parametrize("number", [1, 40])
def test_queries_do_not_grow(client, lesson, django_assert_max_num_queries, number):
    EnrolmentFactory.create_batch(number, lesson=lesson)

    with django_assert_max_num_queries(12):
        client.get(reverse("training:lesson_progress", args=[lesson.pk]))
    with django_assert_max_num_queries(12):
        client.get(reverse("training:lesson_assign", args=[lesson.pk]))


def test_who_was_ticked_before_a_search_stays_ticked(client, lesson):
    ticked = PersonFactory(unit=lesson.unit, name="王㛃", staff_no="Y7")
    PersonFactory(unit=lesson.unit, name="赵敏", staff_no="Y8")
    values = {"q": "赵", "people": [ticked.pk], "department": ticked.department_id}

    page = client.get(reverse("training:lesson_assign", args=[lesson.pk]), values)

    boxes = {box.choice_label.split()[0]: box.data["selected"] for box in page.context["form"]["people"]}
    assert boxes == {"王㛃": True, "赵敏": False}
    assert page.context["form"]["department"].value() == str(ticked.department_id)

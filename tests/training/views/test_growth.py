import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.cases import DefectTypeFactory
from tests.factories.performance import EntryFactory
from tests.factories.training import EnrolmentFactory, LessonFactory

pytestmark = pytest.mark.django_db


def weak(person, code="XS-ZJ-06", **values):
    return EntryFactory(person=person, defective=True, defect_code=code, occurred_on=timezone.localdate(), **values)


def test_lessons_for_weak_codes_with_reasons(client, sign_in):
    person = sign_in("prosecutor").person
    weak(person)
    weak(person)
    weak(person, "TY-09")
    lesson = LessonFactory()

    response = client.get(reverse("training:my_growth"))

    growth = response.context["growth"]
    assert [(item.lesson, item.exact, item.enrolment) for item in growth.advice] == [(lesson, True, None)]
    assert [one.code for one in growth.without_lesson] == ["TY-09"]
    assert "XS-ZJ-06" in response.content.decode()


def test_started_lessons_continue_and_completed_ones_are_left_out(client, sign_in):
    person = sign_in("prosecutor").person
    weak(person)
    started = EnrolmentFactory(person=person, state="started")
    EnrolmentFactory(person=person, state="completed")

    advice = client.get(reverse("training:my_growth")).context["growth"].advice

    assert [(item.lesson, item.enrolment) for item in advice] == [(started.lesson, started)]


def test_nothing_weak_nothing_recommended(client, sign_in):
    sign_in("prosecutor")
    LessonFactory()

    response = client.get(reverse("training:my_growth"))

    assert response.status_code == 200
    assert response.context["growth"].advice == []


@pytest.mark.parametrize("number", [1, 15])
def test_queries_do_not_grow(client, sign_in, django_assert_max_num_queries, number):
    person = sign_in("prosecutor").person
    for index in range(number):
        code = f"XS-ZJ-{index:02}"
        DefectTypeFactory(code=code, title=code)
        weak(person, code)
        LessonFactory(study_release__defect__code=code)

    with django_assert_max_num_queries(12):
        client.get(reverse("training:my_growth"))

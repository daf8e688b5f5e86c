import pytest
from django.urls import reverse

from tests.factories.cases import DefectTypeFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory
from tests.factories.training import EnrolmentFactory

pytestmark = pytest.mark.django_db
URL = "training:effect"


def asked(group, **values):
    return {"group": group, "held_on": "2026-01-01", "codes": ["XS-ZJ-06"], **values}


def test_small_numbers_are_hidden(client, sign_in):
    trainer = sign_in("trainer")
    FindingFactory(evaluation=EvaluationFactory(case__handler=trainer.person), confirmed=True)

    response = client.get(reverse(URL), asked(f"department-{trainer.person.department_id}"))

    assert response.context["found"].trained.hidden
    assert "1 / 1" not in response.content.decode()


def test_those_who_completed_a_lesson_are_the_trained_group(client, sign_in):
    hr = sign_in("hr")
    trained, other = PersonFactory(unit=hr.person.unit), PersonFactory(unit=hr.person.unit)
    lesson = EnrolmentFactory(person=trained, state="completed").lesson
    for person, closed_on in [(trained, "2025-12-01"), (trained, "2026-02-01"), (other, "2025-12-01")]:
        for _case in range(10):
            EvaluationFactory(case__handler=person, case__closed_on=closed_on)

    found = client.get(reverse(URL), asked(f"lesson-{lesson.pk}")).context["found"]

    assert (found.trained.before.n, found.trained.after.n, found.trained.hidden) == (10, 10, False)
    assert (found.untrained.before.n >= 10, found.untrained.hidden) == (True, True)


def test_a_code_is_not_both_trained_and_not_trained(client, sign_in):
    user = sign_in("inspector")
    DefectTypeFactory()

    form = client.get(reverse(URL), asked(f"department-{user.person.department_id}", other_codes=["XS-ZJ-06"])).context[
        "form"
    ]

    assert form.errors.keys() == {"other_codes"}


@pytest.mark.parametrize(
    "query", [{"held_on": "31.2.2026"}, {"held_on": "2026-01-01", "group": "lesson-1; --"}, {"lesson": "x"}]
)
def test_nonsense_is_answered_with_the_form(client, sign_in, query):
    sign_in("trainer")

    assert client.get(reverse(URL), query).status_code == 200


@pytest.mark.parametrize("role", ["prosecutor", "head", "marker", "administrator"])
def test_others_get_404(client, sign_in, role):
    sign_in(role)

    assert client.get(reverse(URL)).status_code == 404


def test_queries_are_bounded(client, sign_in, django_assert_max_num_queries):
    user = sign_in("hr")
    for _case in range(30):
        FindingFactory(evaluation=EvaluationFactory(case__handler=user.person), confirmed=True)

    with django_assert_max_num_queries(12):
        client.get(reverse(URL), asked(f"department-{user.person.department_id}"))

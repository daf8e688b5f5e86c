import pytest
from django.urls import reverse

from casebank.models import Activity
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory, UserFactory
from tests.factories.performance import EntryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    def enter(*roles, **person):
        user = UserFactory(roles=roles, **{f"person__{key}": value for key, value in person.items()})
        client.force_login(user)
        return user

    return enter


def test_my_record_shows_what_is_mine(client, signed_in):
    user = signed_in("prosecutor")
    mine = EntryFactory(person=user.person, evaluated=True)
    EntryFactory(title="别人的课程")

    page = client.get(reverse("casebank:my_record")).content.decode()

    assert mine.title in page
    assert "别人的课程" not in page
    assert Activity.objects.filter(act="performance.opened").count() == 0


def test_an_empty_record_says_what_will_come(client, signed_in):
    signed_in("prosecutor")

    assert client.get(reverse("casebank:my_record")).status_code == 200


def test_the_parts_of_a_test_name_their_competency(client, signed_in):
    user = signed_in("prosecutor")
    EntryFactory(person=user.person, tested=True, competency_code="")
    EntryFactory(person=user.person, tested=True, competency_code="CP-01")

    lines = client.get(reverse("casebank:my_record")).context["lines"]

    assert {line.competency for line in lines} == {"", "证据审查"}


def test_a_recurring_code_leads_to_its_page(client, signed_in):
    user = signed_in("prosecutor")
    EntryFactory(person=user.person, defective=True)

    assert reverse("defect_code", args=["XS-ZJ-06"]) in client.get(reverse("casebank:my_record")).content.decode()


def test_all_entries_can_be_shown_at_once_for_printing(client, signed_in):
    user = signed_in("prosecutor")
    EntryFactory.create_batch(26, person=user.person, tested=True)
    address = reverse("casebank:my_record")

    first, every = client.get(address), client.get(address, {"all": "1", "kind": "test"})

    assert (len(first.context["lines"]), len(every.context["lines"])) == (25, 26)
    assert 'href="?all=1"' in first.content.decode()
    assert 'href="?all=1' not in every.content.decode()


def test_filtering_by_kind(client, signed_in):
    user = signed_in("prosecutor")
    EntryFactory(person=user.person, tested=True)
    EntryFactory(person=user.person, title="起诉书制作课")

    page = client.get(reverse("casebank:my_record"), {"kind": "lesson"}).content.decode()

    assert "起诉书制作课" in page
    assert "证据审查测试" not in page


def test_a_period_that_ends_before_it_starts_is_explained(client, signed_in):
    signed_in("prosecutor")

    response = client.get(reverse("casebank:my_record"), {"since": "2026-02-02", "until": "2026-01-01"})

    assert response.context["form"].errors.keys() == {"until"}


def test_hr_opens_a_record_of_the_unit_without_case_numbers_and_it_is_written_down(client, signed_in):
    user = signed_in("hr")
    entry = EntryFactory(person=PersonFactory(unit=user.person.unit), evaluated=True)

    page = client.get(reverse("casebank:person_record", args=[entry.person_id])).content.decode()

    assert entry.title not in page
    assert "常规抽查" in page
    opening = Activity.objects.get(act="performance.opened")
    assert (opening.actor, opening.subject) == (user, f"casebank.Person:{entry.person_id}")


def test_an_inspector_sees_the_case_number(client, signed_in):
    user = signed_in("inspector")
    entry = EntryFactory(person=PersonFactory(unit=user.person.unit), evaluated=True)

    assert entry.title in client.get(reverse("casebank:person_record", args=[entry.person_id])).content.decode()


@pytest.mark.parametrize("role", ["prosecutor", "trainer", "marker", "administrator"])
def test_others_get_404(client, signed_in, role):
    user = signed_in(role)
    colleague = PersonFactory(unit=user.person.unit)

    assert client.get(reverse("casebank:person_record", args=[colleague.pk])).status_code == 404
    assert client.get(reverse("casebank:record_list")).status_code == 404


def test_a_foreign_person_and_a_missing_one_answer_alike(client, signed_in):
    signed_in("hr")
    foreign = PersonFactory(unit=UnitFactory(code="ZZ"))

    assert client.get(reverse("casebank:person_record", args=[foreign.pk])).status_code == 404
    assert client.get(reverse("casebank:person_record", args=[987654])).status_code == 404


def test_a_head_opens_only_the_own_department(client, signed_in):
    user = signed_in("head")
    near = PersonFactory(unit=user.person.unit, department=user.person.department)
    far = PersonFactory(unit=user.person.unit, department=DepartmentFactory(unit=user.person.unit, name="政治部"))

    assert client.get(reverse("casebank:person_record", args=[near.pk])).status_code == 200
    assert client.get(reverse("casebank:person_record", args=[far.pk])).status_code == 404


def test_the_list_is_searched_and_ordered_by_staff_number(client, signed_in):
    user = signed_in("hr", staff_no="Z1", name="邓雪")
    second = PersonFactory(unit=user.person.unit, staff_no="B2", name="王㛃")
    first = PersonFactory(unit=user.person.unit, staff_no="A1", name="王五")

    page = client.get(reverse("casebank:record_list"), {"q": "王"}).context["page"]

    assert list(page) == [first, second]


@pytest.mark.parametrize("lines", [1, 30])
def test_queries_do_not_grow(client, signed_in, django_assert_max_num_queries, lines):
    user = signed_in("prosecutor")
    DefectTypeFactory()
    EntryFactory.create_batch(lines, person=user.person, defective=True)

    with django_assert_max_num_queries(12):
        client.get(reverse("casebank:my_record"))


@pytest.mark.parametrize("lines", [1, 30])
def test_queries_of_another_record_do_not_grow(client, signed_in, django_assert_max_num_queries, lines):
    user = signed_in("hr")
    person = PersonFactory(unit=user.person.unit)
    EntryFactory.create_batch(lines, person=person, defective=True)

    with django_assert_max_num_queries(12):
        client.get(reverse("casebank:person_record", args=[person.pk]))
    with django_assert_max_num_queries(12):
        client.get(reverse("casebank:record_list"))

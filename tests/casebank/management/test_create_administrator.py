"""The first account of an empty installation."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from casebank.models import Person, Unit, User
from tests.factories.people import PersonFactory

pytestmark = pytest.mark.django_db
UNIT = "云浦县人民检察院"


@pytest.fixture
def create(monkeypatch):
    def run(number, name, unit=UNIT, password="a long first word"):
        monkeypatch.setattr("sys.stdin", StringIO(password + "\n"))
        out = StringIO()
        call_command("create_administrator", number, name, unit=unit, stdout=out)
        return out.getvalue()

    return run


def test_unit_person_and_account_are_made(create):
    assert create("YP0123", "彭越") == "YP0123 彭越: administrator of 云浦县人民检察院\n"

    user = User.objects.get(username="YP0123")
    assert user.role_codes == {"administrator"}
    assert user.check_password("a long first word")
    assert (user.person.unit.name, user.person.unit.code) == (UNIT, "YP")


def test_somebody_of_the_roster_gets_the_account(create):
    person = PersonFactory(unit__name=UNIT)

    create(person.staff_no, person.name)

    assert User.objects.get().person == person


@pytest.mark.parametrize(
    ("changed", "message"),
    [({"name": "别人"}, "belongs to"), ({"unit": "别县人民检察院"}, "belongs to"), ({"password": "short"}, "10")],
)
def test_a_refusal_says_why_and_changes_nothing(create, changed, message):
    PersonFactory(staff_no="YP0123", name="彭越", unit__name=UNIT)

    with override("en"), pytest.raises(CommandError, match=message):
        create(**{"number": "YP0123", "name": "彭越"} | changed)

    assert (Unit.objects.count(), Person.objects.count(), User.objects.count()) == (1, 1, 0)


def test_a_second_account_is_refused(create):
    create("YP0123", "彭越")

    with pytest.raises(CommandError):
        create("YP0123", "彭越")

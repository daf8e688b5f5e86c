import pytest

from tests.factories.people import PersonFactory, UnitFactory, UserFactory


@pytest.fixture
def sign_in(client):
    """``sign_in("trainer", unit=…)`` opens a session and returns the account."""

    def enter(*roles, **person):
        person.setdefault("unit", UnitFactory())
        user = UserFactory(roles=roles, person=PersonFactory(**person))
        client.force_login(user)
        return user

    return enter

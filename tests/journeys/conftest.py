"""One running house for the whole journey."""

import pytest

from tests.journeys.house import empty_house, gunicorn, serving
from tests.journeys.people import ADMINISTRATOR, PASSWORD, UNIT
from tests.journeys.walk import Walk


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """A migrated, empty house with one account: that of the administrator."""
    with empty_house(tmp_path_factory.mktemp("journey")) as house:
        house.manage("migrate", "--verbosity", "0")
        who = (ADMINISTRATOR.number, ADMINISTRATOR.name, "--unit", UNIT)
        house.manage("create_administrator", *who, typed=f"{PASSWORD}\n")
        with serving(house, gunicorn(house)):
            yield house


@pytest.fixture(scope="session")
def walk(house, browser, browser_context_args, tmp_path_factory):
    return Walk(house, browser, browser_context_args, tmp_path_factory.mktemp("downloads"))

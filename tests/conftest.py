"""What every test may rely on: compiled catalogues and Debian's Chromium."""

import os

import pytest

# Synchronous Playwright runs an event loop in the test's thread; Django's guard would refuse the ORM there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    from django.core.management import call_command

    if not hasattr(config, "workerinput"):
        call_command("compile_catalogues", verbosity=0)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Tests that commit for real empty the database; each of them finds again what migrations had put there.

    All or none: after one test without ``serialized_rollback`` the stored contents no longer fit.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """What the migrations stored, kept for every connection: Playwright's event loop gets a new one from Django."""
    from django.db import connection, connections

    if contents := getattr(connection, "_test_serialized_contents", None):
        type(connections["default"])._test_serialized_contents = contents


@pytest.fixture(scope="session")
def live_server(playwright, live_server):
    """The server shares the test's connection to an in-memory database, so the event loop must run before it starts."""
    return live_server


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """Debian's Chromium, quiet towards the outside."""
    return {
        "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args():
    """A Chinese office PC."""
    return {"locale": "zh-CN", "timezone_id": "Asia/Shanghai", "viewport": {"width": 1440, "height": 900}}

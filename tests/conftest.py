"""What every test may rely on: compiled catalogues and Debian's Chromium."""

import os

import pytest

# Synchronous Playwright runs an event loop in the test's thread; Django's guard would refuse the ORM there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config):
    from django.core.management import call_command

    if not hasattr(config, "workerinput"):
        call_command("compile_catalogues", verbosity=0)


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

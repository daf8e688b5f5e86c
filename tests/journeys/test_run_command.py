"""``make run`` from an empty data folder: one command, one demonstration, one sign-in per role."""

import json
import re
import socket
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.journeys.house import ROOT, empty_house, serving

pytestmark = pytest.mark.browser

ROLES = {"检察官", "培训教师", "阅卷人", "案管评查员", "政治部", "部门负责人", "系统管理员"}
COUNT_ROWS = """
import json
from django.apps import apps
rows = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
print(json.dumps(rows))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A house that ``manage.py start`` has prepared and serves."""
    with empty_house(tmp_path_factory.mktemp("start")) as house:
        command = [sys.executable, "manage.py", "start", "--port", str(house.port)]
        with serving(house, command, within=420):
            yield house


def _sign_ins(text: str) -> dict[str, str]:
    """Role → staff number, as printed."""
    return {role: number for number, role in re.findall(r"^ {2}(YP\d{4}) +\S.*\t(\S+) ", text, re.MULTILINE)}


def test_every_role_signs_in_with_what_was_printed(started, browser, browser_context_args):
    printed = started.log.read_text()
    password = re.search(r"password: (\S+?)\)", printed)[1]
    numbers = _sign_ins(printed)
    assert numbers.keys() == ROLES

    page = browser.new_page(**browser_context_args)
    page.goto(started.url)
    expect(page.locator("h1")).to_be_visible()
    for role, number in numbers.items():
        page.context.clear_cookies()
        page.goto(f"{started.url}/accounts/login/")
        page.fill("[name=login]", number)
        page.fill("[name=password]", password)
        page.locator("main button[type=submit]").click()
        page.wait_for_url("**/desk/")
        expect(page.locator(".usermenu-roles")).to_contain_text(role)
    page.context.close()


def test_a_second_demonstration_changes_nothing(started):
    before = _counts(started)
    assert before["casebank.Evaluation"] == 578

    started.manage("demo")

    assert _counts(started) == before


def _counts(house) -> dict[str, int]:
    """Rows of every table, but not the sessions of those who signed in meanwhile."""
    rows = json.loads(house.manage("shell", "--verbosity", "0", "--command", COUNT_ROWS).splitlines()[-1])
    rows.pop("sessions.Session")
    return rows


def test_a_busy_port_is_told_in_one_sentence(tmp_path):
    with empty_house(tmp_path) as house, socket.socket() as busy:
        busy.bind(("127.0.0.1", house.port))
        busy.listen()

        done = subprocess.run(
            [sys.executable, "manage.py", "start", "--port", str(house.port)],
            cwd=ROOT, env=house.env, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    assert done.returncode != 0
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    assert str(house.port) in line
    assert "PORT=" in line
    assert not (tmp_path / "journey.sqlite3").exists()

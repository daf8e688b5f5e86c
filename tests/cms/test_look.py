"""The look in a real browser: nothing for axe to find, nothing from outside, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.factories.people import PASSWORD, UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.cms.kitchen")]

OFFICE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def watched(page, live_server):
    """A page that notes script errors, policy violations and requests to other hosts."""
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.on("console", lambda line: page.troubles.append(line.text) if "Content Security Policy" in line.text else None)
    page.on("request", lambda request: _note_outside(page, live_server, request.url))
    return page


def _note_outside(page, live_server, url):
    if not url.startswith((live_server.url, "data:", "blob:")):
        page.troubles.append(f"request to {url}")


def _check(page):
    violations = [(found["id"], found["nodes"][0]["html"]) for found in Axe().run(page).response["violations"]]
    assert violations == []
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.troubles == []


def _sign_in(page, live_server):
    user = UserFactory(roles=["trainer", "hr"])
    page.goto(f"{live_server.url}/accounts/login/")
    page.fill("[name=login]", user.username)
    page.fill("[name=password]", PASSWORD)
    page.click(".btn-primary")
    page.wait_for_url("**/desk/")


@pytest.mark.parametrize("size", [OFFICE, PHONE], ids=["office", "phone"])
def test_pages_of_the_look_are_clean(watched, live_server, size):
    watched.set_viewport_size(size)
    for path in ("/accounts/login/", "/accounts/signup/", "/no/such/page/", "/busy/"):
        watched.goto(live_server.url + path)
        _check(watched)

    _sign_in(watched, live_server)

    for path in ("/desk/", "/kitchen/", "/accounts/password/change/", "/accounts/logout/"):
        watched.goto(live_server.url + path)
        _check(watched)


def test_charts_are_drawn(watched, live_server):
    _sign_in(watched, live_server)

    watched.goto(f"{live_server.url}/kitchen/")

    watched.wait_for_selector("[data-chart] svg")
    assert watched.locator("[data-chart] svg").count() == 3
    assert "现有水平" in watched.locator("#radar").get_attribute("aria-label")


def test_confirm_asks_first_and_sends_once_agreed(watched, live_server):
    _sign_in(watched, live_server)
    watched.goto(f"{live_server.url}/kitchen/")
    posts = []
    watched.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)

    watched.click(".page-actions form button")
    _check(watched)
    watched.click("dialog button[value=no]")
    assert posts == []

    watched.click(".page-actions form button")
    with watched.expect_navigation():
        watched.click("dialog button[value=yes]")
    assert posts == [f"{live_server.url}/kitchen/"]


def test_leaving_with_unsaved_changes_is_questioned(watched, live_server):
    _sign_in(watched, live_server)
    watched.goto(f"{live_server.url}/kitchen/")
    asked = []
    watched.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))

    watched.fill("#id_name", "某案")
    watched.click(".topbar-brand")
    watched.wait_for_timeout(300)

    assert asked == ["beforeunload"]
    assert watched.url.endswith("/kitchen/")


def test_menu_on_a_phone_opens_and_closes_by_keyboard(watched, live_server):
    watched.set_viewport_size(PHONE)
    _sign_in(watched, live_server)

    watched.focus("[data-nav-open]")
    watched.keyboard.press("Enter")
    assert watched.locator("#navigation").is_visible()
    _check(watched)

    watched.keyboard.press("Escape")
    assert not watched.locator("#navigation").is_visible()


def test_works_without_scripts(browser, live_server, browser_context_args):
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    page = context.new_page()
    page.set_viewport_size(PHONE)

    _sign_in(page, live_server)
    page.click("[data-nav-open]")
    assert page.locator("#navigation").is_visible()

    page.click("[data-nav-close]")
    page.click(".language button")
    assert page.locator("html").get_attribute("lang") == "en"
    context.close()

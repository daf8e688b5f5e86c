"""The case library in a real browser: clean for axe, no wider than the screen, nothing from outside."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from casebank.domain.supervision import decide_supervision_point, draft_supervision_points
from casebank.models import SupervisionPoint
from tests.factories.people import PASSWORD, UserFactory
from tests.factories.site import microclass_page, release_on, study_page

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

SIZES = [{"width": 1440, "height": 900}, {"width": 390, "height": 844}]


@pytest.fixture
def site():
    study, lesson = study_page(title="虚构盗窃案"), microclass_page()
    release_on("XS-ZB-01", title="待发布案例")
    inspector = UserFactory(roles=["inspector"])
    draft_supervision_points(actor=inspector)
    for point in SupervisionPoint.objects.all():
        decide_supervision_point(actor=inspector, point=point, text="核对清单", to="published")
    return inspector, [study.url, lesson.url]


def check(page, address, troubles):
    page.goto(address)
    found = [(one["id"], one["nodes"][0]["html"]) for one in Axe().run(page).response["violations"]]
    assert (address, found) == (address, [])
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), address
    assert page.locator("h1").count() == 1
    assert troubles == []


def test_pages_are_clean_at_the_desk_and_on_the_phone(page, live_server, site):
    inspector, pages = site
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.on("request", lambda one: troubles.append(one.url) if not one.url.startswith(live_server.url) else None)
    check(page, f"{live_server.url}/", troubles)
    check(page, f"{live_server.url}/search/?q=案", troubles)
    page.goto(f"{live_server.url}/accounts/login/?next=/")
    page.fill("[name=login]", inspector.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{live_server.url}/")

    for size in SIZES:
        page.set_viewport_size(size)
        for path in (
            "/", *pages, "/case-studies/", "/case-studies/?q=没有这个词", "/negative-list/", "/negative-list/XS-ZJ-06/",
            "/violations/", "/supervision-points/", "/micro-classes/", "/search/", "/search/?q=瑕疵", "/desk/publishing/",
            "/cases/knowledge/", "/cases/knowledge/negative-list/", "/cases/knowledge/negative-list/XS-ZB-01/",
            "/cases/knowledge/negative-list/XS-ZB-01/edit/", "/cases/supervision-points/?state=published",
        ):  # fmt: skip
            check(page, f"{live_server.url}{path}", troubles)


def test_a_trainer_publishes_without_scripts_and_a_reader_finds_it(browser, live_server, site):
    _inspector, _pages = site
    trainer = UserFactory(roles=["trainer"])
    page = browser.new_context(java_script_enabled=False, locale="zh-CN").new_page()
    page.goto(f"{live_server.url}/accounts/login/?next=/desk/publishing/")
    page.fill("[name=login]", trainer.username)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")

    page.click("[data-part=waiting] form button")
    page.goto(f"{live_server.url}/search/?q=待发布")
    page.click("main .hits a")

    assert page.locator("h1").inner_text() == "待发布案例"

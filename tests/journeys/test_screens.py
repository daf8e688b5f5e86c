"""What surrounds the loop: the English interface, the editor of the website, the pages for strangers."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys import story
from tests.journeys.people import DEPARTMENT, INSPECTOR, PROSECUTOR, TRAINER, UNIT

pytestmark = pytest.mark.browser

CHINESE = re.compile(r"[\u4e00-\u9fff]+")
# Names of people, places and things that somebody entered, and the way back to Chinese.
NOT_INTERFACE = ("简体中文", UNIT, DEPARTMENT, story.LESSON, story.SITTING, story.PAPER, story.TITLE)


@pytest.mark.parametrize("who", [PROSECUTOR, INSPECTOR, TRAINER], ids=lambda who: who.roles[0])
def test_the_desk_speaks_english(walk, who):
    walk.run()
    desk = walk.desk(who)
    desk.open("/desk/")

    desk.page.get_by_role("button", name="English").click()
    expect(desk.page.locator("html")).to_have_attribute("lang", "en")
    texts = desk.page.locator("body").inner_text() + desk.page.title()
    desk.click(desk.page.get_by_role("button", name="简体中文"))

    for known in (*NOT_INTERFACE, who.name, "政治部", "案件管理部"):
        texts = texts.replace(known, "")
    assert CHINESE.findall(texts) == []
    expect(desk.page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_the_editor_of_the_website_asks_no_other_host(walk):
    walk.run()
    inspector = walk.desk(INSPECTOR)

    for path in ("/admin/", "/admin/pages/", "/admin/images/", "/admin/documents/"):
        _visit(inspector, path)
    inspector.page.goto(f"/admin/pages/search/?q={story.TITLE[:4]}")
    inspector.page.get_by_role("link", name=story.TITLE).first.click()
    inspector.page.wait_for_load_state("networkidle")
    expect(inspector.page.locator("form#page-edit-form, form[data-edit-form]").first).to_be_visible()

    assert walk.watch.troubles == []


def _visit(desk, path):
    desk.page.goto(path)
    desk.page.wait_for_load_state("networkidle")
    expect(desk.page.locator("h1, h2").first).to_be_attached()


def test_strangers_see_the_front_door_only(walk, browser, browser_context_args):
    walk.run()
    context = browser.new_context(**browser_context_args, base_url=walk.house.url)
    walk.watch.follow(context)
    page = context.new_page()

    page.goto("/")
    walk.watch.look(page, "nobody")
    page.goto(f"/search/?q={story.WORD}")
    walk.watch.look(page, "nobody")
    expect(page.locator("main")).not_to_contain_text(story.TITLE)
    page.goto("/cases/evaluations/")
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next="))
    context.close()

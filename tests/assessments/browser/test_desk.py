"""A person at the desk of a test, in a real browser: type, lose the browser, come back, lose the network, hand in."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from assessments.domain.attempt import start_attempt
from assessments.models import Attempt
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVED = re.compile(r"\d\d:\d\d:\d\d")


@pytest.fixture
def candidate(transactional_db):
    return UserFactory(roles=["prosecutor"])


@pytest.fixture
def attempt(candidate):
    return make.open_sitting(candidate).attempts.get()


def sign_in(context, live_server, user):
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])


def question(attempt, number):
    return reverse("assessments:attempt_question", args=[attempt.pk, number])


def open_desk(page, live_server, attempt, number):
    page.goto(live_server.url + question(attempt, number))
    page.wait_for_selector("[data-exam][data-ready]")
    return page


def state(page):
    return page.locator("[data-save-state]")


def saved_text(attempt, field):
    return attempt.answers.get(field=field).payload.get("text", "")


def test_type_close_the_browser_resume_and_hand_in(
    live_server, browser_type, browser_type_launch_args, tmp_path, attempt
):
    candidate = attempt.person.account
    profile = {"user_data_dir": str(tmp_path / "profile"), **browser_type_launch_args}
    first = browser_type.launch_persistent_context(**profile)
    sign_in(first, live_server, candidate)
    page = first.new_page()
    page.goto(live_server.url + reverse("assessments:attempt_detail", args=[attempt.pk]))
    page.get_by_role("button").last.click()
    page.wait_for_selector("[data-exam][data-ready]")

    page.click("#tab-4")
    page.locator("[data-place='4.4']").evaluate(
        """element => {
            const range = document.createRange(), text = element.firstChild, at = text.data.indexOf("另外六张");
            range.setStart(text, at);
            range.setEnd(text, at + 10);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    page.click("[data-new-from-selection]")
    page.keyboard.type("瑕疵")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator("[data-finding] [data-name=reasoning]").fill("辨认照片只有七张，不足十张。")
    expect(state(page)).to_contain_text(SAVED, timeout=8000)
    open_desk(page, live_server, attempt, 2)
    page.locator("#text-BCTG-1").fill("已经保存的理由")
    expect(page.locator("[data-save-state][data-tone=saved]")).to_contain_text(SAVED, timeout=8000)
    first.set_offline(True)
    page.locator("#text-BCTG-2").fill("断网时写的事项")
    expect(page.locator("[data-save-state][data-tone=offline]")).to_be_visible(timeout=8000)
    first.close()  # the browser goes with text that the server has not confirmed

    assert saved_text(attempt, "BCTG-1") == "已经保存的理由"
    # Closing lifts the simulated cut, so the parting flush may or may not still arrive; either way nothing is lost.
    assert saved_text(attempt, "BCTG-2") in {"", "断网时写的事项"}

    second = browser_type.launch_persistent_context(**profile)
    sign_in(second, live_server, candidate)
    page = open_desk(second.new_page(), live_server, attempt, 2)
    expect(page.locator("#text-BCTG-2")).to_have_value("断网时写的事项")
    expect(page.locator("[data-save-state][data-tone=saved]")).to_contain_text(SAVED, timeout=8000)
    open_desk(page, live_server, attempt, 1)
    expect(page.locator("[data-finding] [data-name=quote]")).to_have_value("另外六张男性免冠照片")
    page.click("a[href$='/hand-in/']")
    page.check("[name=confirm]")
    page.click("[data-hand-in] button[type=submit]")
    page.wait_for_url("**/receipt/")

    attempt.refresh_from_db()
    finding = attempt.answers.get(field="findings").payload["findings"][0]
    assert (attempt.state, attempt.submitted_by_server) == ("submitted", False)
    assert finding["defect_code"] == "XS-ZJ-06"
    assert finding["spans"][0]["end"] - finding["spans"][0]["start"] == 10
    assert saved_text(attempt, "BCTG-2") == "断网时写的事项"
    expect(page.locator("body")).to_contain_text(attempt.receipt["sha256"])
    second.close()


@pytest.fixture
def desk(page, context, live_server, attempt):
    """The second question of a test that runs; fails on any error or blocked resource in the console."""
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda line: problems.append(line.text) if "Content Security Policy" in line.text else None)
    start_attempt(actor=attempt.person.account, attempt=attempt, now=timezone.now())
    sign_in(context, live_server, attempt.person.account)
    yield open_desk(page, live_server, attempt, 2)
    assert problems == []


def test_text_typed_just_before_a_link_is_followed_is_saved(desk, attempt):
    """SafeExamBrowser/seb-mac#87: answers not saved when a link is followed."""
    desk.locator("#text-BCTG-3").type("联系电话")
    desk.locator("a[href$='/questions/1/']").first.click()
    desk.wait_for_url("**/questions/1/")

    assert saved_text(attempt, "BCTG-3") == "联系电话"


def test_without_a_connection_a_link_leaves_the_text_on_the_page(desk, context, attempt):
    context.set_offline(True)
    desk.locator("#text-BCTG-3").fill("断网时写的话")
    desk.locator("a[href$='/questions/1/']").first.click()

    expect(desk.locator("[data-notice]")).to_be_in_viewport(timeout=8000)
    expect(desk.locator("#text-BCTG-3")).to_have_value("断网时写的话")
    context.set_offline(False)
    expect(desk.locator("[data-save-state][data-tone=saved]")).to_contain_text(SAVED, timeout=20_000)
    desk.locator("a[href$='/questions/1/']").first.click()
    desk.wait_for_url("**/questions/1/")


def test_a_refused_save_keeps_the_warning_and_the_text(desk, attempt):
    desk.locator("#text-BCTG-1").evaluate("e => { e.value = '字'.repeat(60001); e.dispatchEvent(new Event('input')) }")

    expect(desk.locator("[data-notice]")).to_contain_text("60000", timeout=8000)
    assert desk.locator("[data-save-state]").get_attribute("data-tone") != "saved"
    assert len(desk.locator("#text-BCTG-1").input_value()) == 60001


def test_after_the_server_has_handed_in_the_text_stays_on_the_page(desk, attempt):
    Attempt.objects.update(deadline_at=timezone.now() - timedelta(minutes=10))

    desk.locator("#text-BCTG-1").fill("太晚写下的话")

    expect(desk.locator("[data-save-state][data-tone=offline]")).to_be_visible(timeout=8000)
    expect(desk.locator("#text-BCTG-1")).to_have_value("太晚写下的话")
    assert saved_text(attempt, "BCTG-1") == ""
    assert Attempt.objects.get().submitted_by_server


def test_two_windows_are_told_and_both_texts_are_kept(desk, context, live_server, attempt):
    other = open_desk(context.new_page(), live_server, attempt, 2)
    desk.locator("#text-BCTG-1").fill("窗口甲的文字")
    expect(desk.locator("[data-save-state][data-tone=saved]")).to_contain_text(SAVED, timeout=8000)

    other.locator("#text-BCTG-1").fill("窗口乙的文字")
    expect(other.locator("[data-notice]")).to_be_visible(timeout=8000)

    answer = attempt.answers.get(field="BCTG-1")
    assert answer.payload == {"text": "窗口乙的文字"}
    assert list(answer.revisions.values_list("payload__text", flat=True)) == ["窗口甲的文字", "窗口乙的文字"]


def test_extra_time_reaches_the_running_clock(desk, attempt):
    before = desk.locator("[data-timer]").inner_text()
    attempt.refresh_from_db()
    attempt.deadline_at += timedelta(hours=1)
    attempt.save()

    desk.locator("#text-BCTG-1").fill("写")

    expect(desk.locator("[data-timer]")).to_contain_text(re.compile(r"^2:"), timeout=8000)
    assert before.startswith("1:")


def test_the_tab_of_the_question_counts_what_is_written(desk, live_server, attempt):
    tab = desk.locator("[data-tally]")
    sections = int(tab.inner_text().partition("/")[2])

    desk.locator("#text-BCTG-1").fill("写")
    expect(tab).to_have_text(f"1/{sections}")
    expect(desk.locator("a.is-partly")).to_have_count(1)
    desk.locator("#text-BCTG-1").fill(" ")
    expect(tab).to_have_text(f"0/{sections}")
    open_desk(desk, live_server, attempt, 1)
    desk.click("[data-add-finding]")
    desk.locator("[data-finding] [data-name=reasoning]").fill("理由")
    expect(tab).to_have_text(re.compile(r"^1\D"))
    expect(desk.locator("a.is-answered")).to_have_count(1)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_desk_is_accessible(desk, live_server, attempt, width):
    desk.set_viewport_size({"width": width, "height": 900})

    for number in (1, 2):
        open_desk(desk, live_server, attempt, number)
        if number == 1:
            desk.get_by_role("button", name=re.compile("作答|Answer")).click() if width == 390 else None
            desk.click("[data-add-finding]")
        results = Axe().run(desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
        assert results.violations_count == 0, results.generate_report()
        assert not desk.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_without_scripts_the_button_saves(live_server, browser, attempt):
    start_attempt(actor=attempt.person.account, attempt=attempt, now=timezone.now())
    context = browser.new_context(java_script_enabled=False)
    sign_in(context, live_server, attempt.person.account)
    page = context.new_page()
    page.goto(live_server.url + question(attempt, 1))
    page.fill("[name=f-0-place]", "4.4")
    page.fill("[name=f-0-quote]", "另外六张男性免冠照片")
    page.click("[data-plain-save]")

    expect(page.locator("[name=f-0-quote]")).to_have_value("另外六张男性免冠照片")
    (span,) = attempt.answers.get(field="findings").payload["findings"][0]["spans"]
    assert span["end"] - span["start"] == 10
    context.close()

"""Steps 7 and 8: items, paper, sitting, a test taken over a broken-off browser, marking and release."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.journeys import story
from tests.journeys.desk import Desk, say, say_count
from tests.journeys.people import HEAD, MARKER, PROSECUTOR, SECOND_TRAINER, TRAINER

if TYPE_CHECKING:
    from tests.journeys.walk import Walk

OFFICE_TIME = ZoneInfo("Asia/Shanghai")


def authoring(walk: Walk) -> None:
    """7. A trainer writes an evidence review and a document to draft, and a paper of both; the head approves it."""
    trainer, head = walk.desk(TRAINER), walk.desk(HEAD)
    _evidence_review(trainer)
    _drafting(trainer)
    _paper(trainer)

    head.menu("assessments:paper_list")
    head.follow(story.PAPER)
    paper = head.page.url
    for page in ("Read and print", "Keys and rubrics"):
        head.follow(say(page))
        head.open(paper)
    head.press_and_agree("Approve")
    head.reads(say("Approved by"), HEAD.name)


def _evidence_review(trainer: Desk) -> None:
    trainer.open("/tests/items/new/evidence_review/")
    trainer.fill(title=story.REVIEW, task=story.REVIEW_TASK)
    trainer.tick("competency_codes", "CP-01", "CP-11")
    trainer.press("Save")
    item = trainer.page.url
    for title, kind, lines in (
        (story.REPORT_TITLE, "电子数据", story.REPORT_LINES),
        (story.STATEMENT_TITLE, "供述和辩解", story.STATEMENT_LINES),
    ):
        trainer.open(f"{item}documents/new/")
        trainer.fill(title=title, text="\n".join(lines))
        trainer.choose(evidence_kind=kind)
        trainer.press("Save")
    _finding(trainer, item)
    _decoy(trainer, item)
    trainer.open(f"{item}preview/")
    trainer.open(item)
    trainer.press("Mark as ready")


def _finding(trainer: Desk, item: str) -> None:
    trainer.open(f"{item}findings/new/")
    form = "form[data-finding-form]"
    trainer.field("document", within=form).select_option(index=1)
    trainer.fill(
        within=form,
        quote=story.FLAW_QUOTE,
        defect_code=story.CODE,
        statement=story.FLAW,
        legal_basis=story.BASIS,
        remedy=story.REMEDY,
        points="40",
    )
    trainer.choose(within=form, attribute="合法性", consequence="curable")
    trainer.press("Save", within=form)
    trainer.reads(story.FLAW_QUOTE, story.CODE)


def _decoy(trainer: Desk, item: str) -> None:
    trainer.open(f"{item}findings/new/")
    form = "form[data-finding-form]"
    trainer.field("document", within=form).select_option(index=2)
    trainer.fill(within=form, quote=story.DECOY_QUOTE)
    trainer.field("decoy", within=form).check()
    trainer.press("Save", within=form)
    trainer.reads(say("Decoy"))


def _drafting(trainer: Desk) -> None:
    trainer.open("/tests/items/new/drafting/")
    trainer.fill(title=story.DRAFT, task=story.DRAFT_TASK)
    trainer.choose(document_code=story.DRAFT_CODE)
    trainer.tick("missing_citation", "capped")
    trainer.tick("competency_codes", "CP-05", "CP-08")
    trainer.press("Save")
    item = trainer.page.url
    trainer.open(f"{item}reference/")
    sections = trainer.page.locator("main form textarea")
    sections.nth(0).fill(story.SECTION_TEXT)
    sections.nth(1).fill(story.SECOND_TEXT)
    trainer.press("Save")
    for number, text, words in (
        (1, story.CRITERION, story.CRITERION_WORDS),
        (2, story.SECOND_CRITERION, story.SECOND_WORDS),
    ):
        trainer.open(f"{item}rubric/new/")
        trainer.field("section").select_option(index=number)
        trainer.fill(text=text, required=words, points="30")
        trainer.press("Save")
    trainer.press("Mark as ready")


def _paper(trainer: Desk) -> None:
    trainer.menu("assessments:paper_list")
    trainer.follow(say("New paper"))
    trainer.fill(title=story.PAPER)
    trainer.press("Save")
    for title in (story.REVIEW, story.DRAFT):
        option = trainer.field("item").locator("option", has_text=title)
        trainer.choose(item=option.get_attribute("value") or "")
        trainer.press("Add to the paper")
    trainer.lacks(say("Before the paper can be approved"))
    expect(trainer.page.locator("main [action$='/approve/']")).to_have_count(0)


def sitting(walk: Walk) -> None:
    """7. The sitting is opened; a prosecutor writes, loses the browser, goes on in another one and hands in."""
    trainer, prosecutor = walk.desk(TRAINER), walk.desk(PROSECUTOR)
    _open_sitting(trainer)

    prosecutor.menu("assessments:my_attempts")
    prosecutor.follow(story.SITTING)
    prosecutor.press("Start")
    _review_evidence(prosecutor)
    question = prosecutor.page.url
    prosecutor.leave()

    prosecutor.enter()
    prosecutor.menu("assessments:my_attempts")
    prosecutor.follow(story.SITTING)
    assert prosecutor.page.url == question
    expect(prosecutor.page.locator("[data-name=reasoning]").first).to_have_value(story.REASONING)
    prosecutor.follow(say("Next question"))
    _draft(prosecutor)
    prosecutor.follow(say("To the hand-in"), within="header")
    _hand_in(prosecutor)

    trainer.menu("assessments:sitting_list")
    trainer.follow(story.SITTING)
    assert trainer.stats()[say("Handed in")] == "1"


def _open_sitting(trainer: Desk) -> None:
    trainer.menu("assessments:paper_list")
    trainer.follow(story.PAPER)
    trainer.follow(say("Plan a sitting"))
    now = datetime.now(OFFICE_TIME)
    trainer.fill(
        title=story.SITTING,
        opens_at=f"{now - timedelta(minutes=5):%Y-%m-%dT%H:%M}",
        closes_at=f"{now + timedelta(hours=3):%Y-%m-%dT%H:%M}",
        minutes="60",
    )
    trainer.press("Save")
    trainer.page.get_by_label(PROSECUTOR.name).check()
    trainer.page.get_by_label(MARKER.name, exact=True).check()
    trainer.press("Save")
    trainer.press("Open the sitting")


def _review_evidence(prosecutor: Desk) -> None:
    """One finding, placed by its paragraph number and the words in the file."""
    page = prosecutor.page
    prosecutor.button(say("Add a finding")).click()
    card = page.locator("[data-finding]").first
    card.locator("[data-name=place]").fill("1.2")
    card.locator("[data-name=quote]").fill(story.FLAW_QUOTE)
    card.locator("[data-name=defect_code]").fill(story.CODE)
    card.locator("[data-name=attribute]").select_option("合法性")
    card.locator("[data-name=consequence]").select_option("curable")
    card.locator("[data-name=legal_basis]").fill(story.BASIS)
    card.locator("[data-name=remedy]").fill(story.REMEDY)
    card.locator("[data-name=reasoning]").fill(story.REASONING)
    _sees_saved(prosecutor)
    prosecutor.look("with a finding")


def _draft(prosecutor: Desk) -> None:
    sections = prosecutor.page.locator("textarea[name^='text-']")
    sections.nth(0).fill(story.FIRST_ANSWER)
    sections.nth(1).fill(story.SECOND_ANSWER)
    _sees_saved(prosecutor)
    prosecutor.look("drafting")


def _sees_saved(prosecutor: Desk) -> None:
    """Without pressing anything: first that something is not sent yet, then the time of the last saving."""
    state = prosecutor.page.locator("[data-save-state]")
    expect(state).to_have_text(re.compile(rf"{say('Saved')} \d\d:\d\d:\d\d"), timeout=20_000)
    expect(state).to_have_attribute("data-tone", "saved")


def _hand_in(prosecutor: Desk) -> None:
    for box in prosecutor.page.locator("form[data-hand-in] input[type=checkbox]").all():
        box.check()
    prosecutor.press("Hand in for good")
    prosecutor.reads(say("Your test has been handed in."), PROSECUTOR.name)
    assert re.fullmatch(r"[0-9a-f]{64}", prosecutor.page.locator("code.hash").last.inner_text())


def marking(walk: Walk) -> None:
    """8. A marker has the script pre-marked, changes one mark, confirms; a trainer who has not marked releases it."""
    marker, releaser = walk.desk(MARKER), walk.desk(SECOND_TRAINER)
    marker.menu("assessments:marking_list")
    marker.follow(story.SITTING)
    marker.lacks(PROSECUTOR.name)
    marker.click(marker.button(say_count("Pre-mark %(count)s script", "Pre-mark %(count)s scripts", 1)))
    marker.click(marker.page.locator("main tbody a").first)
    marker.lacks(PROSECUTOR.name, PROSECUTOR.number)
    code = marker.page.url.rstrip("/").rpartition("/")[2]
    _decide(marker, change=True)
    marker.click(marker.page.locator("main").get_by_role("link", name=story.DRAFT).first)
    _decide(marker, change=False)
    marker.press_and_agree("Confirm the script")

    releaser.menu("assessments:result_list")
    releaser.click_and_agree(releaser.page.locator("tr", has_text=code).get_by_role("button"))
    releaser.reads(say("Released"))


def _decide(marker: Desk, *, change: bool) -> None:
    """Every criterion of the question gets points: the proposal, or zero where the machine proposes nothing sure."""
    for place, part in enumerate(marker.page.locator(".criterion-decision").all()):
        points = part.locator("[name$='-points']")
        if not points.input_value():
            points.fill(points.get_attribute("max") or "0")
            part.locator("[name$='-comment']").fill(story.COMMENT)
        if change and place == 0:
            points.fill(str(float(points.input_value()) - 1))
            part.locator("[name$='-comment']").fill(story.COMMENT)
    marker.press("Save the decisions of this question")
    if change:
        marker.reads(story.COMMENT)
    marker.look("changed" if change else "drafting")

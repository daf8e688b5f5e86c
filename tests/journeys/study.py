"""Steps 4 and 5: a study of the defect, masked, read by a second person, released and published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.journeys import story
from tests.journeys.desk import Desk, say
from tests.journeys.people import INSPECTOR, PROSECUTOR, SECOND_TRAINER, TRAINER

if TYPE_CHECKING:
    from tests.journeys.walk import Walk

CHECKS = ("names", "numbers", "places", "dates", "nobody")
NAMES = tuple(name for name, _role in story.PARTIES)


def study(walk: Walk) -> None:
    """4. A trainer writes a study of the defect and masks it; somebody who does not know the facts releases it."""
    trainer, reader = walk.desk(TRAINER), walk.desk(SECOND_TRAINER)
    _write(trainer)
    trainer.press("Propose the masking")
    _decide(trainer)

    reader.menu("casebank:study_list")
    reader.lacks(*NAMES)
    reader.follow(say("Read as second person"))
    reader.lacks(*NAMES, story.CASE_NO)
    reader.tick("checks", *CHECKS)
    reader.press("Confirm and release")
    assert re.fullmatch(r"[0-9a-f]{64}", reader.page.locator("code.hash").inner_text())


def _write(trainer: Desk) -> None:
    trainer.menu("casebank:study_list")
    trainer.follow(say("New study"))
    trainer.filter(q=story.CASE_NO)
    trainer.follow(story.PROBLEM)
    trainer.fill(title=story.TITLE)
    trainer.press("Make the draft")
    trainer.fill(
        facts=story.FACTS,
        what_went_wrong=story.WRONG,
        rule=story.RULE,
        right_practice=story.PRACTICE,
        questions=story.QUESTIONS,
    )
    for name, role in story.PARTIES:
        _add_party(trainer, name, role)
    trainer.press("Save and go on")


def _add_party(trainer: Desk, name: str, role: str) -> None:
    """In the next empty row, or in one more."""
    names = trainer.page.locator("main input[name^='party-'][name$='-name']")
    empty = [field for field in names.all() if not field.input_value()]
    if not empty:
        trainer.button(say("One more")).click()
        empty = [names.last]
    empty[0].fill(name)
    row = (empty[0].get_attribute("name") or "").removesuffix("-name")
    trainer.choose(**{f"{row}-role": role})


def _decide(trainer: Desk) -> None:
    """Accept what is sure, then go through the rest: a doubtful word stays with a reason, all others are replaced."""
    page = trainer.page
    trainer.touch(page.locator("form[action$='/masking/accept/'] button"))
    waiting = page.locator(".decision[data-open]")
    while left := waiting.count():
        first = waiting.first
        if "decision-doubt" in (first.get_attribute("class") or ""):
            first.locator("summary").click()
            first.locator("[name=note]").fill("不是人名")
            trainer.touch(first.locator("button[value=keep]"))
        else:
            trainer.touch(first.locator("button[value=replace]").first)
        expect(waiting).to_have_count(left - 1)
    trainer.look("decided")
    trainer.press("Settle the masking")
    trainer.reads(say("The masking is decided. A second person must read the study now."))


def publishing(walk: Walk) -> None:
    """5. The inspector publishes the study; a prosecutor finds it by two characters and filters the negative list."""
    inspector, prosecutor = walk.desk(INSPECTOR), walk.desk(PROSECUTOR)
    inspector.menu("publishing")
    inspector.reads(story.TITLE)
    inspector.click(inspector.page.locator("main tr", has_text=story.TITLE).get_by_role("button").first)
    inspector.reads(say("“%(title)s” is on the website.", title=story.TITLE))

    prosecutor.open("/")
    prosecutor.open("/search/")
    for words in (story.WORD, story.PHRASE):
        prosecutor.filter(q=words)
        prosecutor.reads(story.TITLE)
    prosecutor.follow(story.TITLE)
    prosecutor.reads(story.PRACTICE, story.CODE)
    prosecutor.lacks(*NAMES)
    _library(prosecutor)


def _library(prosecutor: Desk) -> None:
    """The lists of the website; the negative list is narrowed by line, stage and severity."""
    prosecutor.open("/")
    tabs = [tab.get_attribute("href") or "" for tab in prosecutor.page.locator(".site-sections .tabs a").all()]
    assert len(tabs) >= 5
    for tab in tabs:
        prosecutor.open(tab)
    prosecutor.open("/")
    prosecutor.follow("负面清单", within=".site-sections")
    every = prosecutor.page.locator("main tbody tr").count()
    prosecutor.filter(business_line="刑事检察", stage="审查起诉", severity="严重")
    assert 0 < prosecutor.page.locator("main tbody tr").count() < every
    prosecutor.filter(q=story.CODE, business_line="", stage="", severity="")
    prosecutor.follow(story.CODE)
    prosecutor.reads(story.TITLE)

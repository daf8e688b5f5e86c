"""Step 6: lessons made of the study; one is assigned, read and completed, the other put on the website."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys import story
from tests.journeys.desk import Desk, say
from tests.journeys.people import INSPECTOR, PROSECUTOR, TRAINER

if TYPE_CHECKING:
    from tests.journeys.walk import Walk


def lesson(walk: Walk) -> None:
    """6. A trainer makes a lesson of the study and assigns it; a prosecutor completes it; the trainer sees it."""
    trainer, prosecutor = walk.desk(TRAINER), walk.desk(PROSECUTOR)
    _make(trainer, story.MICROCLASS, story.MICROCLASS_TEXT, microclass=True)
    _put_on_the_website(walk.desk(INSPECTOR), prosecutor)
    _make(trainer, story.LESSON, story.LESSON_TEXT)
    _assign(trainer)
    _learn(prosecutor)

    trainer.menu("training:lesson_list")
    trainer.follow(story.LESSON)
    trainer.follow(say("Progress"))
    trainer.open("?show=completed")
    trainer.reads(PROSECUTOR.name)


def _make(trainer: Desk, title: str, text: str, *, microclass: bool = False) -> None:
    trainer.menu("training:lesson_list")
    trainer.follow(say("New lesson"))
    trainer.filter(q=story.CODE)
    trainer.follow(story.TITLE)
    trainer.fill(title=title, teaching_text=text, hours="1.5")
    trainer.field("is_microclass").set_checked(microclass)
    first, second, third = story.CHOICES
    trainer.fill(
        **{
            "form-0-text": story.QUESTION,
            "form-0-choice_1": first,
            "form-0-choice_2": second,
            "form-0-choice_3": third,
            "form-0-explanation": story.EXPLANATION,
        }
    )
    trainer.choose(**{"form-0-right": "B"})
    trainer.press("Save the draft")
    trainer.press_and_agree("Publish")


def _put_on_the_website(inspector: Desk, prosecutor: Desk) -> None:
    inspector.menu("publishing")
    inspector.click(inspector.page.locator("main tr", has_text=story.MICROCLASS).get_by_role("button").first)
    prosecutor.open("/micro-classes/")
    prosecutor.follow(story.MICROCLASS)
    prosecutor.reads(story.MICROCLASS_TEXT)


def _assign(trainer: Desk) -> None:
    trainer.follow(say("Assign"))
    trainer.filter(q=PROSECUTOR.number)
    trainer.page.get_by_label(PROSECUTOR.number).check()
    trainer.fill(reason=f"{story.CASE_NO} 的评查")
    trainer.press("Assign")
    trainer.reads(PROSECUTOR.name)


def _learn(prosecutor: Desk) -> None:
    prosecutor.menu("training:my_lessons")
    prosecutor.follow(story.LESSON)
    prosecutor.press("Start the lesson")
    prosecutor.reads(story.LESSON_TEXT, story.PRACTICE)
    prosecutor.page.get_by_label(story.CHOICES[0]).check()
    prosecutor.press("Hand in the answers")
    prosecutor.reads(say("Not right yet"), story.EXPLANATION)
    prosecutor.page.get_by_label(story.CHOICES[1]).check()
    prosecutor.press("Hand in the answers")
    prosecutor.reads(say("Receipt number"), story.LESSON)

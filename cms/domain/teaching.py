"""Teaching blocks of a released study."""

from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from casebank.public import ReleasedStudy
from training.public import LessonCard

Block = tuple[str, dict[str, Any]]


def teaching_blocks(study: ReleasedStudy) -> list[Block]:
    """What went wrong, rule, right practice, questions; parts that the study leaves empty are left out.

    Headings are stored with the page, so they are written in the language of the office, not of the person who clicks.
    """
    with translation.override(settings.LANGUAGE_CODE):
        parts = (
            ("what_went_wrong", _("What went wrong"), study.what_went_wrong),
            ("rule", _("The rule"), study.rule),
            ("right_practice", _("Right practice"), study.right_practice),
        )
    blocks = [text_block(kind, heading, text) for kind, heading, text in parts if text.strip()]
    questions = [question.strip() for question in study.questions if question.strip()]
    return [*blocks, ("questions", {"questions": questions})] if questions else blocks


def lesson_blocks(lesson: LessonCard, study: ReleasedStudy) -> list[Block]:
    """The lesson's own text first, then the blocks of its study."""
    with translation.override(settings.LANGUAGE_CODE):
        own = [text_block("note", _("Key points"), lesson.teaching_text)] if lesson.teaching_text.strip() else []
    return [*own, *teaching_blocks(study)]


def text_block(kind: str, heading: str, text: str) -> Block:
    """Plain ``text`` as a titled block; line breaks stay, markup is shown as typed.

    Wagtail's editor reads its rich text as XML would: an open ``<br>`` breaks the editing page.
    """
    markup = linebreaks(text, autoescape=True).replace("<br>", "<br/>")
    return kind, {"heading": heading, "text": RichText(markup)}

"""Blocks of which editors build pages."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TeachingBlock(blocks.StructBlock):
    """A titled paragraph with simple formatting."""

    heading = blocks.CharBlock(label=_("Heading"), max_length=60)
    text = blocks.RichTextBlock(label=_("Text"), features=["bold", "ol", "ul"])

    class Meta:
        icon = "doc-full"
        label = _("Teaching text")
        template = "cms/blocks/teaching.html"


class QuestionsBlock(blocks.StructBlock):
    """Questions for discussion."""

    questions = blocks.ListBlock(blocks.CharBlock(max_length=300), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Questions for discussion")
        template = "cms/blocks/questions.html"


TEACHING_BLOCKS = [
    ("what_went_wrong", TeachingBlock(label=_("What went wrong"))),
    ("rule", TeachingBlock(label=_("The rule"))),
    ("right_practice", TeachingBlock(label=_("Right practice"))),
    ("questions", QuestionsBlock()),
    ("note", TeachingBlock(label=_("Note"))),
]

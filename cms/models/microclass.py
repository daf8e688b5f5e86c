"""Micro-classes (质效微课堂): a short page on one defect code, with its lesson."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import TEACHING_BLOCKS
from cms.models.presented import Presented


class MicroClassIndexPage(Presented, Page):
    """The list of micro-classes."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.MicroClassPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "cms/microclass_index_page.html"

    class Meta:
        verbose_name = _("micro-class list")


class MicroClassPage(Presented, Page):
    """One micro-class; ``lesson`` is where a signed-in prosecutor reads it and answers the check question."""

    lesson = models.ForeignKey(
        "training.Lesson", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("lesson")
    )
    defect_code = models.CharField(_("defect code"), max_length=20, db_index=True)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    body = StreamField(TEACHING_BLOCKS, verbose_name=_("teaching blocks"), blank=True)

    parent_page_types = ["cms.MicroClassIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False  # only ``cms.domain.publishing`` makes one, from a published lesson
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("defect_code"),
        index.FilterField("defect_code"),
    ]
    template = "cms/microclass_page.html"

    class Meta:
        verbose_name = _("micro-class")

"""Case studies: pages that can only be made from a released study."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import TEACHING_BLOCKS
from cms.models.presented import Presented


class CaseStudyIndexPage(Presented, Page):
    """The list of case studies."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.CaseStudyPage"]
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "cms/case_study_index_page.html"

    class Meta:
        verbose_name = _("case study list")


class CaseStudyPage(Presented, Page):
    """One released study with its teaching blocks. ``case_text`` is the anonymised text of the release."""

    release = models.OneToOneField(
        "casebank.StudyRelease", models.PROTECT, related_name="+", verbose_name=_("released study"), editable=False
    )
    defect_code = models.CharField(_("defect code"), max_length=20, db_index=True, editable=False)
    defect_title = models.CharField(_("defect"), max_length=120, editable=False)
    business_line = models.CharField(_("business line"), max_length=20, db_index=True, editable=False)
    stage = models.CharField(_("stage"), max_length=20, db_index=True, editable=False)
    severity = models.CharField(_("severity"), max_length=10, db_index=True, editable=False)
    case_text = models.TextField(_("case"), editable=False)
    body = StreamField(TEACHING_BLOCKS, verbose_name=_("teaching blocks"), blank=True)

    parent_page_types = ["cms.CaseStudyIndexPage"]
    subpage_types: list[str] = []
    is_creatable = False  # only ``cms.domain.publishing`` makes one, from a release
    content_panels = [
        FieldPanel("title", read_only=True),
        FieldPanel("defect_code", read_only=True),
        FieldPanel("case_text", read_only=True),
        FieldPanel("body"),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("case_text"),
        index.SearchField("body"),
        index.SearchField("defect_code"),
        index.SearchField("defect_title"),
        index.FilterField("business_line"),
        index.FilterField("stage"),
        index.FilterField("severity"),
        index.FilterField("defect_code"),
    ]
    template = "cms/case_study_page.html"

    class Meta:
        verbose_name = _("case study")

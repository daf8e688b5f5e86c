"""Pages that show knowledge lists of casebank."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models.presented import Presented


class GuidancePage(Presented, Page):
    """Base: a list page with an introduction; the rows come from ``casebank.public``."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    parent_page_types = ["cms.HomePage"]
    subpage_types: list[str] = []
    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True


class NegativeListPage(GuidancePage):
    """The negative list (负面清单)."""

    max_count = 1
    template = "cms/negative_list_page.html"

    class Meta:
        verbose_name = _("negative list")


class ViolationsPage(GuidancePage):
    """Common violations (常见违法情形)."""

    max_count = 1
    template = "cms/violations_page.html"

    class Meta:
        verbose_name = _("common violations")


class SupervisionPage(GuidancePage):
    """Supervision points per cause (类案监督要点)."""

    max_count = 1
    template = "cms/supervision_page.html"

    class Meta:
        verbose_name = _("supervision points")

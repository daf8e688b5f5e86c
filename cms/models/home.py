"""The front page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.models.presented import Presented


class HomePage(Presented, Page):
    """What is new, and the ways in."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    max_count = 1
    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "cms/home_page.html"

    class Meta:
        verbose_name = _("home page")

"""What the Wagtail admin must not do with our pages."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from cms.domain.publishing import is_withdrawn
from cms.models import CaseStudyIndexPage, CaseStudyPage, MicroClassPage


@hooks.register("before_copy_page")
def keep_one_page_for_a_release(request: HttpRequest, page: Any) -> HttpResponse | None:
    """A release has one page, and only publishing makes it: copies are refused."""
    if not isinstance(page.specific, CaseStudyPage | CaseStudyIndexPage | MicroClassPage):
        return None
    messages.error(request, _("This page belongs to one released study or lesson and cannot be copied."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_publish_page")
def keep_withdrawn_studies_off(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Editors learn why; whatever way round this is found, ``cms.receivers`` takes the page off again."""
    if not is_withdrawn(page.specific):
        return None
    messages.error(request, _("This study was withdrawn, so it cannot be published."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)

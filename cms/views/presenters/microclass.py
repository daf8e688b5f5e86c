"""Micro-classes: the list and one class."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from casebank.public import defect_titles, distinct_values, negative_list
from cms.interfaces.forms.lists import ListFilterForm
from cms.models import CaseStudyPage, MicroClassPage
from cms.models.presented import presents
from cms.views.presenters.case_study import NEWEST_FIRST

PAGE_SIZE = 12


@presents("cms.MicroClassIndexPage")
def microclass_list(page: Any, request: HttpRequest) -> dict[str, Any]:
    classes = MicroClassPage.objects.live().child_of(page)
    form = ListFilterForm(request.GET, {"defect_code": (_("Code"), distinct_values(classes, "defect_code"))})
    found = form.narrow(classes).order_by(*NEWEST_FIRST)
    listing = Paginator(found.search(form.words) if form.words else found, PAGE_SIZE).get_page(request.GET.get("page"))
    return {"form": form, "listing": listing, "titles": defect_titles(one.defect_code for one in listing)}


@presents("cms.MicroClassPage")
def microclass(page: Any, request: HttpRequest) -> dict[str, Any]:
    code = page.defect_code
    return {
        "defect": negative_list(request.user).filter(code=code).first(),
        "studies": CaseStudyPage.objects.live().filter(defect_code=code).order_by(*NEWEST_FIRST)[:5],
    }

"""Case studies: the list and one study."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from casebank.public import distinct_values, negative_list
from cms.interfaces.forms.lists import ListFilterForm
from cms.models import CaseStudyPage, MicroClassPage
from cms.models.presented import presents

PAGE_SIZE = 12
NEWEST_FIRST = ("-first_published_at", "-pk")


@presents("cms.CaseStudyIndexPage")
def case_study_list(page: Any, request: HttpRequest) -> dict[str, Any]:
    """The studies that match the filters; with words the best match comes first."""
    studies = CaseStudyPage.objects.live().child_of(page)
    labels = {
        "business_line": _("Business line"),
        "stage": _("Stage"),
        "severity": _("Severity"),
        "defect_code": _("Code"),
    }
    columns = {name: (label, distinct_values(studies, name)) for name, label in labels.items()}
    form = ListFilterForm(request.GET, columns)
    found = form.narrow(studies).order_by(*NEWEST_FIRST)
    results = found.search(form.words) if form.words else found
    return {"form": form, "listing": Paginator(results, PAGE_SIZE).get_page(request.GET.get("page"))}


@presents("cms.CaseStudyPage")
def case_study(page: Any, request: HttpRequest) -> dict[str, Any]:
    """One study with what belongs to its code."""
    code = page.defect_code
    return {
        "release": page.release,
        "defect": negative_list(request.user).filter(code=code).first(),
        "microclasses": MicroClassPage.objects.live().filter(defect_code=code),
        "others": CaseStudyPage.objects.live().filter(defect_code=code).exclude(pk=page.pk).order_by(*NEWEST_FIRST)[:5],
    }

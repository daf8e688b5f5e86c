"""The negative list with how many studies speak of each code."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest
from django.utils.translation import gettext as _

from casebank.public import distinct_values, negative_list, searched
from cms.interfaces.forms.lists import ListFilterForm
from cms.models import CaseStudyPage, MicroClassPage
from cms.models.presented import presents

PAGE_SIZE = 30
SEARCHED = ("title", "legal_basis", "check_method", "rectification")


@presents("cms.NegativeListPage")
def negative_list_page(page: Any, request: HttpRequest) -> dict[str, Any]:
    rows = negative_list(request.user)
    labels = {"business_line": _("Business line"), "stage": _("Stage"), "severity": _("Severity")}
    columns = {name: (label, distinct_values(rows, name)) for name, label in labels.items()}
    form = ListFilterForm(request.GET, columns)
    found = searched(form.narrow(rows), form.words, SEARCHED)
    listing = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    codes = [row.code for row in listing]
    return {"form": form, "listing": listing, "studies": studies_by_code(codes), "classes": classes_by_code(codes)}


def studies_by_code(codes: list[str]) -> dict[str, int]:
    """How many live studies each code has."""
    counted = CaseStudyPage.objects.live().filter(defect_code__in=codes).order_by()
    return dict(counted.values_list("defect_code").annotate(Count("pk")))


def classes_by_code(codes: list[str]) -> dict[str, MicroClassPage]:
    """A live micro-class of each code, if there is one."""
    return {one.defect_code: one for one in MicroClassPage.objects.live().filter(defect_code__in=codes)}

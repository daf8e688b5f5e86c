"""Supervision points by cause."""

from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from casebank.public import distinct_values, published_points, searched, shown_count
from cms.interfaces.forms.lists import ListFilterForm
from cms.models.presented import presents

PAGE_SIZE = 30
SEARCHED = ("cause", "text", "defect__title")


@presents("cms.SupervisionPage")
def supervision_page(page: Any, request: HttpRequest) -> dict[str, Any]:
    points = published_points(request.user)
    labels = {"business_line": _("Business line"), "cause": _("Cause of action")}
    columns = {name: (label, distinct_values(points, name)) for name, label in labels.items()}
    form = ListFilterForm(request.GET, columns)
    found = searched(form.narrow(points), form.words, SEARCHED, code="defect__code")
    listing = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    by_cause = groupby(listing, key=lambda point: (point.business_line, point.cause))
    groups = [(*key, [(point, shown_count(point.cases)) for point in rows]) for key, rows in by_cause]
    return {"form": form, "listing": listing, "groups": groups}

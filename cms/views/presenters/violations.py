"""Common violations in the evidence of a file."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from casebank.public import common_violations, distinct_values, searched
from cms.interfaces.forms.lists import ListFilterForm
from cms.models.presented import presents

PAGE_SIZE = 20
SEARCHED = ("issue", "how_it_shows_in_file", "supplement_request", "legal_basis", "evidence_subtype")


@presents("cms.ViolationsPage")
def violations_page(page: Any, request: HttpRequest) -> dict[str, Any]:
    rows = common_violations(request.user)
    labels = {"evidence_subtype": _("Evidence"), "attribute": _("Attribute"), "consequence": _("Consequence")}
    columns = {name: (label, distinct_values(rows, name)) for name, label in labels.items()}
    form = ListFilterForm(request.GET, columns)
    found = searched(form.narrow(rows), form.words, SEARCHED)
    return {"form": form, "listing": Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))}

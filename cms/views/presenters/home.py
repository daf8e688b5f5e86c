"""The front page. Visitors see what the house is for and no case; people who signed in see what is new."""

from typing import Any

from django.http import HttpRequest

from casebank.public import common_violations, defect_titles, negative_list, published_points
from cms.models import CaseStudyPage, MicroClassPage
from cms.models.presented import presents
from cms.views.presenters.case_study import NEWEST_FIRST

NEWEST = 6


@presents("cms.HomePage")
def home(page: Any, request: HttpRequest) -> dict[str, Any]:
    if not request.user.is_authenticated:
        return {}
    studies = CaseStudyPage.objects.live()
    classes = MicroClassPage.objects.live()
    newest = list(classes.order_by(*NEWEST_FIRST)[:NEWEST])
    counts = {
        "CaseStudyIndexPage": studies.count(),
        "NegativeListPage": negative_list(request.user).count(),
        "ViolationsPage": common_violations(request.user).count(),
        "SupervisionPage": published_points(request.user).count(),
        "MicroClassIndexPage": classes.count(),
    }
    return {
        "lists": [(one, counts.get(type(one).__name__)) for one in page.get_children().live().in_menu().specific()],
        "studies": studies.order_by(*NEWEST_FIRST)[:NEWEST],
        "classes": newest,
        "titles": defect_titles(one.defect_code for one in newest),
    }

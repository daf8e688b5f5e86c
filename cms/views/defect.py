"""One code of the negative list with all that belongs to it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from casebank.public import negative_list, published_points, shown_count
from casebank.rules import may_see_unverified_knowledge
from casebank.web.access import found_or_404
from cms.models import CaseStudyPage, MicroClassPage, NegativeListPage
from cms.views.presenters.case_study import NEWEST_FIRST


@login_required
def defect_code(request: HttpRequest, code: str) -> HttpResponse:
    """Legal basis, how to check, how to put right, and the studies, lessons and supervision points on it."""
    defect = found_or_404(negative_list(request.user), code=code)
    points = published_points(request.user).filter(defect=defect).order_by("-cases", "cause")
    context = {
        "defect": defect,
        "list_page": NegativeListPage.objects.live().first(),
        "studies": CaseStudyPage.objects.live().filter(defect_code=code).order_by(*NEWEST_FIRST),
        "classes": MicroClassPage.objects.live().filter(defect_code=code).order_by(*NEWEST_FIRST),
        "points": [(point, shown_count(point.cases)) for point in points],
        "may_open_knowledge": may_see_unverified_knowledge(request.user),
    }
    return render(request, "cms/defect_code.html", context)

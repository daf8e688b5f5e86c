"""What somebody may learn next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casebank.public import record_summary
from casebank.web.access import requires
from training.domain.queries.growth import A_YEAR, growth
from training.rules import may_learn


@requires(may_learn)
@require_safe
def my_growth(request: HttpRequest) -> HttpResponse:
    """The figures of one's record, the weak codes and the lessons for them."""
    person, today = request.user.person, timezone.localdate()
    context = {
        "summary": record_summary(person, today - A_YEAR, today),
        "growth": growth(person, today),
        "since": today - A_YEAR,
        "today": today,
    }
    return render(request, "training/learning/growth.html", context)

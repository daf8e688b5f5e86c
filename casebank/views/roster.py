"""The roster: who works where, and bringing in a new one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casebank.domain.roster import RosterResult, import_roster
from casebank.interfaces.forms.ledger import TableFileForm
from casebank.interfaces.forms.roster import RosterFilterForm
from casebank.interfaces.ledger_texts import issue_text
from casebank.models import Person
from casebank.rules import may_import_roster, may_see_roster
from casebank.web.access import requires

PAGE_SIZE = 50


@requires(may_see_roster)
@require_safe
def roster(request: HttpRequest) -> HttpResponse:
    unit = request.user.person.unit if request.user.person_id else None
    form = RosterFilterForm(request.GET, unit=unit)
    people = Person.objects.filter(unit=unit).select_related("department", "post")
    if form.is_valid():
        people = people.filter(_wanted(form.cleaned_data))
    page = Paginator(people.order_by("department__order", "staff_no"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "unit": unit, "may_import": may_import_roster(request.user)}
    return render(request, "casebank/roster/roster.html", context)


@requires(may_import_roster)
@require_http_methods(["GET", "POST"])
def roster_upload(request: HttpRequest) -> HttpResponse:
    """Everybody in the file, or a list of the rows to correct."""
    form = TableFileForm(request.POST, request.FILES) if request.method == "POST" else TableFileForm()
    problems = []
    if request.method == "POST" and form.is_valid():
        result = import_roster(actor=request.user, tables=form.cleaned_data["tables"])
        if not result.problems:
            messages.success(request, _told(result))
            return redirect("casebank:roster")
        problems = [(row.number, [issue_text(vars_of(issue)) for issue in row.errors]) for row in result.problems]
    context = {"form": form, "problems": problems}
    return render(request, "casebank/roster/upload.html", context, status=422 if problems or form.errors else 200)


def vars_of(issue) -> dict[str, str]:
    """An objection of the core in the form in which imports store them."""
    return {"field": issue.field, "code": issue.reason, "value": issue.value}


def _wanted(wanted) -> Q:
    found = Q()
    if wanted["q"]:
        found &= Q(name__icontains=wanted["q"]) | Q(staff_no__icontains=wanted["q"])
    if wanted["department"]:
        found &= Q(department=wanted["department"])
    return found


def _told(result: RosterResult) -> str:
    counts = result.counts
    text = _("Roster imported: %(created)d new, %(updated)d changed, %(unchanged)d unchanged.") % counts
    if counts["absent"]:
        text += _(" %(absent)d people of the unit are not in this roster; they were left as they are.") % counts
    return text

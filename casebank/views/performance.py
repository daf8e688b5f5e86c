"""Performance records: one's own, and those of people one may see."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from casebank.domain.queries.choices import competency_choices, departments_of
from casebank.domain.queries.performance import record_lines, record_summary, weak_codes, yearly_hours_rule
from casebank.domain.record_access import note_opening
from casebank.enums import EntryKind
from casebank.interfaces.forms.performance import PersonSearch, RecordFilter
from casebank.models import PerformanceEntry, Person
from casebank.rules import may_read_own_record, may_see_case_numbers, may_see_records
from casebank.web.access import found_or_404, requires

PAGE_LENGTH = 25
# A record that is printed stands on one page of the screen.
MOST_AT_ONCE = 2000
TONES = {
    EntryKind.EVALUATION: "info",
    EntryKind.FINDING: "warning",
    EntryKind.FORMAL_SITTING: "info",
    EntryKind.LESSON: "success",
    EntryKind.HOURS: "success",
    EntryKind.COMMENDATION: "success",
}


@dataclass(frozen=True)
class Line:
    """A line of the record as this viewer may see it."""

    entry: PerformanceEntry
    title: str
    tone: str
    linked: bool
    competency: str


@require_GET
@requires(may_read_own_record)
def my_record(request: HttpRequest) -> HttpResponse:
    """The signed-in person's own record."""
    request.user.person = _people(request).get(pk=request.user.person_id)
    return _record(request, request.user.person)


@require_GET
@requires(may_see_records)
def person_record(request: HttpRequest, pk: int) -> HttpResponse:
    """The record of somebody whom the viewer may see; the opening is written down."""
    person = found_or_404(_people(request), pk=pk)
    note_opening(actor=request.user, person=person, page="record")
    return _record(request, person)


@require_GET
@requires(may_see_records)
def record_list(request: HttpRequest) -> HttpResponse:
    """People whose record the viewer may open, by staff number."""
    unit = request.user.person.unit_id if request.user.person_id else None
    form = PersonSearch(request.GET or None, departments=departments_of(unit))
    people = _people(request).order_by("staff_no")
    if form.is_valid():
        people = _searched(people, **form.cleaned_data)
    page = Paginator(people, PAGE_LENGTH).get_page(request.GET.get("page"))
    return render(request, "casebank/performance/list.html", {"form": form, "page": page})


def _searched(people: Any, q: str, department: Any) -> Any:
    if q:
        people = people.filter(Q(name__icontains=q) | Q(staff_no__icontains=q))
    return people.filter(department=department) if department else people


def _people(request: HttpRequest) -> Any:
    return Person.objects.visible_to(request.user).select_related("unit", "department", "post")


def _record(request: HttpRequest, person: Person) -> HttpResponse:
    today = timezone.localdate()
    a_year_ago = today - timedelta(days=365)
    form = RecordFilter(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    lines = record_lines(person, wanted.get("kind", ""), wanted.get("since"), wanted.get("until"))
    length = MOST_AT_ONCE if "all" in request.GET else PAGE_LENGTH
    page = Paginator(lines, length).get_page(request.GET.get("page"))
    return render(
        request,
        "casebank/performance/record.html",
        {
            "person": person,
            "own": person.pk == request.user.person_id,
            "form": form,
            "page": page,
            "lines": _lines(list(page), may_see_case_numbers(request.user, person)),
            "summary": record_summary(person, a_year_ago, today),
            "hours_rule": yearly_hours_rule(),
            "weak": weak_codes(person, a_year_ago, today),
            "since": a_year_ago,
            "today": today,
        },
    )


def _lines(entries: list[PerformanceEntry], with_case: bool) -> list[Line]:
    names = {}
    if any(entry.competency_code for entry in entries):
        names = {choice.code: choice.title for choice in competency_choices()}
    return [_line(entry, with_case, names.get(entry.competency_code, entry.competency_code)) for entry in entries]


def _line(entry: PerformanceEntry, with_case: bool, competency: str) -> Line:
    about_a_case = entry.kind == EntryKind.EVALUATION
    title = entry.title if with_case or not about_a_case else entry.detail.get("kind") or entry.get_kind_display()
    linked = with_case and entry.evaluation_id is not None
    return Line(entry, title, TONES.get(entry.kind, "neutral"), linked, competency)

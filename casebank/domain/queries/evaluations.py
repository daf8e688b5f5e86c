"""Lists of evaluations as people ask for them."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from casebank.core.evaluation.case_numbers import canonical_case_no
from casebank.models import Evaluation, Finding
from casebank.states import FindingState

SORTS = {
    "evaluated": ("evaluated_on", "pk"),
    "closed": ("case__closed_on", "pk"),
    "score": ("score", "pk"),
    "case": ("case__case_no",),
    "handler": ("case__handler__name", "case__handler__staff_no", "pk"),
}
_EQUAL = {
    "department": "case__department",
    "business_line": "case__business_line",
    "handler": "case__handler",
    "grade": "grade",
    "kind": "kind",
    "batch": "batch",
    "since": "evaluated_on__gte",
    "until": "evaluated_on__lte",
}


def evaluations_for(evaluations: QuerySet[Evaluation], wanted: Mapping[str, Any]) -> QuerySet[Evaluation]:
    """The rows of ``evaluations`` that fit; empty wishes do not narrow.

    ``wanted``: the names of ``_EQUAL``, ``code`` (a confirmed or proposed defect code), ``todo`` (``open``, ``sure``,
    ``confirmed``, ``none``), ``q`` (case number in any spelling, cause, handler, problem), ``sort`` (a key of
    ``SORTS``, ``-`` for descending).
    """
    chosen = {path: wanted[name] for name, path in _EQUAL.items() if wanted.get(name)}
    found = evaluations.filter(**chosen).filter(_text(wanted.get("q", "")))
    if wanted.get("code"):
        found = found.filter(pk__in=_with_code(wanted["code"]).values("evaluation"))
    if wanted.get("todo"):
        found = found.filter(_todo(wanted["todo"]))
    return found.order_by(*_order(wanted.get("sort") or "-evaluated"))


def for_list(evaluations: QuerySet[Evaluation]) -> QuerySet[Evaluation]:
    """With everything that a list shows, in a fixed number of queries."""
    return evaluations.select_related("case__handler", "case__department").prefetch_related("findings__defect")


def _text(text: str) -> Q:
    text = text.strip()
    if not text:
        return Q()
    return (
        Q(case__case_no__icontains=canonical_case_no(text) or text)
        | Q(case__cause__icontains=text)
        | Q(case__handler__name__icontains=text)
        | Q(problem_text__icontains=text)
    )


def _with_code(code: str) -> QuerySet[Finding]:
    confirmed = Q(state=FindingState.CONFIRMED, defect__code=code)
    stated = Q(state=FindingState.SUGGESTED, stated_code=code)
    return Finding.objects.filter(confirmed | stated)


def _todo(wanted: str) -> Q:
    findings = {
        "open": Q(state=FindingState.SUGGESTED),
        "sure": Q(state=FindingState.SUGGESTED, sure=True),
        "confirmed": Q(state=FindingState.CONFIRMED),
    }
    if wanted == "none":
        return Q(findings=None)
    return Q(pk__in=Finding.objects.filter(findings[wanted]).values("evaluation"))


def _order(sort: str) -> list[str]:
    sign, name = ("-", sort[1:]) if sort.startswith("-") else ("", sort)
    return [f"{sign}{field}" for field in SORTS.get(name, SORTS["evaluated"])]

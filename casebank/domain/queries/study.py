"""Reads about studies that are still being made."""

from collections.abc import Iterable

from django.db.models import Count, Prefetch, Q, QuerySet

from casebank.enums import SpanDecision
from casebank.models import Activity, Finding, Study, User
from casebank.rules import may_see_studies

_CASE = "finding__evaluation__case"


def studies_for(user: User, *, state: str = "", code: str = "", words: str = "") -> QuerySet[Study]:
    """Studies of the unit with what a list shows.

    ``words`` are looked for in what the person would be shown: real titles and case numbers only of own studies; the
    real facts never.
    """
    found = Study.objects.visible_to(user).select_related("defect", "author__person", _CASE)
    found = found.annotate(undecided=Count("spans", filter=Q(spans__decision=SpanDecision.PENDING)))
    found = found.prefetch_related(Prefetch("releases"))
    if state:
        found = found.filter(state=state)
    if code:
        found = found.filter(defect__code=code)
    if words:
        own = Q(author=user) | Q(resolved_by=user)
        real = Q(title__icontains=words) | Q(**{f"{_CASE}__case_no__icontains": words})
        found = found.filter(
            (own & real)
            | Q(masked__title__icontains=words)
            | Q(defect__code__icontains=words)
            | Q(defect__title__icontains=words)
        )
    return found.order_by("-updated_at", "-pk")


def studies_opened_by(user: User, studies: Iterable[Study]) -> set[int]:
    """Primary keys of those among ``studies`` whose real facts ``user`` has ever opened; one query."""
    subjects = {f"{study._meta.label}:{study.pk}": study.pk for study in studies}
    opened = Activity.objects.filter(actor=user, act="study.facts_opened", subject__in=subjects)
    return {subjects[subject] for subject in opened.values_list("subject", flat=True)}


def findings_for_studies(user: User, *, words: str = "") -> QuerySet[Finding]:
    """Confirmed findings of the unit, with the number of studies each has (``study_count``)."""
    if not may_see_studies(user) or user.person_id is None:
        return Finding.objects.none()
    found = Finding.objects.confirmed().filter(evaluation__case__unit=user.person.unit)
    if words:
        found = found.filter(
            Q(text__icontains=words)
            | Q(defect__code__icontains=words)
            | Q(defect__title__icontains=words)
            | Q(evaluation__case__case_no__icontains=words)
            | Q(evaluation__case__cause__icontains=words)
        )
    found = found.select_related("defect", "evaluation__case").annotate(study_count=Count("studies"))
    return found.order_by("-evaluation__evaluated_on", "-evaluation_id", "order")


def history_of(study: Study) -> QuerySet[Activity]:
    """What was done to the study, latest first; the single decisions are left out."""
    subject = f"{study._meta.label}:{study.pk}"
    return Activity.objects.filter(subject=subject).exclude(act="study.span_decided").select_related("actor__person")


def title_for(user: User, study: Study) -> str:
    """The real title for those who work on the study, else the masked one: others may read as second person."""
    if user.pk in {study.author_id, study.resolved_by_id}:
        return study.title
    return study.masked.get("title") or study.defect.title


def masked_parts(study: Study) -> list[tuple[str, str]]:
    """(label, masked text) of every text that is not empty, in reading order."""
    named = ((name, study.masked.get(name, "")) for name in Study.TEXT_FIELDS)
    return [(str(study._meta.get_field(name).verbose_name), text) for name, text in named if text]

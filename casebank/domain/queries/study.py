"""Reads about studies that are still being made."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from casebank.core.masking import Mark, Piece, pieces
from casebank.enums import SpanDecision
from casebank.models import Activity, Finding, MaskSpan, Study, User
from casebank.rules import may_see_studies

_CASE = "finding__evaluation__case"


def studies_for(user: User, *, state: str = "", code: str = "", words: str = "") -> QuerySet[Study]:
    """Studies of the unit with what a list shows; never searches the real facts."""
    found = Study.objects.visible_to(user).select_related("defect", "author__person", _CASE)
    found = found.annotate(undecided=Count("spans", filter=Q(spans__decision=SpanDecision.PENDING)))
    found = found.prefetch_related(Prefetch("releases"))
    if state:
        found = found.filter(state=state)
    if code:
        found = found.filter(defect__code=code)
    if words:
        found = found.filter(
            Q(title__icontains=words)
            | Q(defect__code__icontains=words)
            | Q(defect__title__icontains=words)
            | Q(**{f"{_CASE}__case_no__icontains": words})
        )
    return found


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


@dataclass(frozen=True)
class MarkedText:
    """One text of a study cut at its spans: ``pieces`` of the original, ``masked`` pieces of what would be shown."""

    field: str
    label: str
    pieces: list[Piece]
    masked: list[Piece]


def marked_texts(study: Study, spans: list[MaskSpan]) -> list[MarkedText]:
    """All texts that are not empty, in the order in which people read them; a mark's ``key`` is its span."""
    found = []
    for field, text in study.texts.items():
        if not text:
            continue
        marks = [Mark(span.start, span.end, shown_for(span), span) for span in spans if span.field == field]
        label = str(study._meta.get_field(field).verbose_name)
        cut = pieces(text, marks)
        masked = [Piece(piece.mark.shown, piece.mark) if piece.mark else piece for piece in cut]
        found.append(MarkedText(field, label, cut, masked))
    return found


def shown_for(span: MaskSpan) -> str:
    """What stands in the masked text for ``span`` as things are decided now."""
    return span.text if span.decision == SpanDecision.KEEP else span.replacement or span.text

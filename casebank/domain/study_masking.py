"""Deciding, span by span, what of a study's real texts is replaced and what stays."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.masking import Mark, find_all, mask
from casebank.domain.activity import record_activity
from casebank.domain.lifecycle import move
from casebank.domain.study import lock_study
from casebank.domain.study_gate import refuse_leaks, refuse_names
from casebank.domain.study_proposal import label_for, propose
from casebank.enums import SpanDecision, SpanType
from casebank.models import MaskSpan, Study, User
from casebank.rules import may_mask_study
from casebank.states import STUDY_MOVES, StudyState

SURE_FROM = 0.8
# Kinds whose label stands for one thing; changing it changes every place that bears it.
_NAMED = (SpanType.PERSON, SpanType.ALIAS, SpanType.ORG, SpanType.COURT, SpanType.ADDRESS)


@transaction.atomic
def propose_masking(*, actor: User, study: Study) -> Study:
    """Let the anonymiser read all texts of a draft; what it finds waits for people's decisions.

    Of an earlier round the replacements and the decisions to replace are taken over; words that were kept must be
    decided again. Raises ``Refused``.
    """
    locked = lock_study(study)
    _require_masker(actor, locked)
    if not locked.facts:
        raise Refused(_("Please enter the facts of the case first."))
    proposal = propose(locked)
    _remember(list(locked.spans.all()), proposal.spans)
    locked.spans.all().delete()
    MaskSpan.objects.bulk_create(proposal.spans)
    return move(
        locked,
        to=StudyState.SUGGESTED,
        moves=STUDY_MOVES,
        actor=actor,
        expected=StudyState.DRAFT,
        detail={"spans": len(proposal.spans)},
        pseudonyms=dict(proposal.pseudonyms),
    )


@transaction.atomic
def decide_span(
    *, actor: User, span: MaskSpan, decision: SpanDecision, note: str = "", everywhere: bool = False
) -> list[MaskSpan]:
    """Replace, keep or reopen a span; ``everywhere``: all places of the same words. Keeping needs a reason.

    Returns the spans decided. Raises ``Refused``.
    """
    study = _open_study(actor, span.study)
    if decision == SpanDecision.KEEP and not note.strip():
        raise Refused(_("Please say why “%(words)s” may stay.") % {"words": span.text})
    spans = list(_same_words(study, span) if everywhere else study.spans.filter(pk=span.pk))
    if decision == SpanDecision.REPLACE:
        _complete(study, spans)
    for one in spans:
        one.decision, one.decided_by = decision, actor
        one.note = note.strip()[:200] if decision == SpanDecision.KEEP else ""
    _save(spans)
    detail = {"decision": str(decision), "spans": [one.pk for one in spans]}
    record_activity(actor=actor, act="study.span_decided", subject=study, detail=detail)
    return spans


@transaction.atomic
def change_replacement(*, actor: User, span: MaskSpan, replacement: str) -> list[MaskSpan]:
    """Put other words in place of ``span`` and of everything that bears the same label, and replace them.

    Persons, organisations and places change wherever their label stands, in later proposals too; other kinds where
    the same words stand. Raises ``Refused`` for empty words and words that name somebody.
    """
    study = _open_study(actor, span.study)
    span = study.spans.get(pk=span.pk)
    words = " ".join(replacement.split())[:200]
    if not words:
        raise Refused(_("Please enter the words that are to stand there instead."))
    refuse_names(study, words)
    spans = list(_same_label(study, span))
    for one in spans:
        one.replacement, one.decision, one.decided_by, one.note = words, SpanDecision.REPLACE, actor, ""
    _save(spans)
    if span.type in _NAMED and span.replacement:
        renamed = {key: words if label == span.replacement else label for key, label in study.pseudonyms.items()}
        Study.objects.filter(pk=study.pk).update(pseudonyms=renamed)
    detail = {"decision": "changed", "spans": [one.pk for one in spans]}
    record_activity(actor=actor, act="study.span_decided", subject=study, detail=detail)
    return spans


@dataclass(frozen=True)
class Addition:
    """How many places were added, and how many stood inside other spans already."""

    added: int
    covered: int


@transaction.atomic
def add_span(*, actor: User, study: Study, words: str, type_: SpanType, replacement: str = "") -> Addition:
    """Replace ``words`` wherever they stand in any text; smaller spans inside give way. Raises ``Refused``."""
    study = _open_study(actor, study)
    words = words.strip()
    if len(words) < 2:
        raise Refused(_("Please enter at least two characters."))
    label = " ".join(replacement.split())[:200] or _new_label(study, words, type_)
    refuse_names(study, label)
    places = [(name, place) for name, text in study.texts.items() for place in find_all(text, words)]
    if not places:
        raise Refused(_("“%(words)s” does not occur in the texts.") % {"words": words})
    added = [span for name, place in places if (span := _new_span(study, name, place, type_, label, actor))]
    if not added:
        raise Refused(_("“%(words)s” is already covered. Please decide the spans that hold it.") % {"words": words})
    MaskSpan.objects.bulk_create(added)
    record_activity(actor=actor, act="study.span_added", subject=study, detail={"places": len(added)})
    return Addition(len(added), len(places) - len(added))


@transaction.atomic
def accept_sure(*, actor: User, study: Study) -> int:
    """Replace everything that is undecided, not doubted and sure; returns how many. Raises ``Refused``."""
    study = _open_study(actor, study)
    waiting = study.spans.filter(decision=SpanDecision.PENDING, doubt=False, certainty__gte=SURE_FROM)
    count = waiting.update(decision=SpanDecision.REPLACE, decided_by=actor)
    record_activity(actor=actor, act="study.span_decided", subject=study, detail={"decision": "sure", "count": count})
    return count


@transaction.atomic
def resolve_masking(*, actor: User, study: Study) -> Study:
    """Close the decisions: the masked texts are written down for the second person. Raises ``Refused``.

    Nothing may be undecided, and nothing that names somebody may be left in any text.
    """
    study = _open_study(actor, study)
    waiting = study.spans.filter(decision=SpanDecision.PENDING).count()
    if waiting:
        raise Refused(_("%(count)d places are still undecided.") % {"count": waiting})
    masked = masked_texts(study, study.spans.all())
    refuse_leaks(study, masked)
    return move(
        study,
        to=StudyState.RESOLVED,
        moves=STUDY_MOVES,
        actor=actor,
        expected=StudyState.SUGGESTED,
        masked=masked,
        resolved_by=actor,
        return_note="",
    )


def masked_texts(study: Study, spans: Iterable[MaskSpan]) -> dict[str, str]:
    """The texts of ``study`` as ``spans`` leave them: kept and doubted places as written, others replaced."""
    marks: dict[str, list[Mark]] = {name: [] for name in Study.TEXT_FIELDS}
    for span in spans:
        if span.decision != SpanDecision.KEEP and span.replacement:
            marks[span.field].append(Mark(span.start, span.end, span.replacement))
    return {name: mask(text, marks[name]) for name, text in study.texts.items()}


def _require_masker(actor: User, study: Study) -> None:
    if not may_mask_study(actor, study):
        raise Refused(_("The masking of this study cannot be decided by you now."))


def _open_study(actor: User, study: Study) -> Study:
    locked = lock_study(study)
    _require_masker(actor, locked)
    if locked.state != StudyState.SUGGESTED:
        raise Refused(_("The texts have changed. Please propose the masking again."))
    return locked


def _same_words(study: Study, span: MaskSpan) -> Iterable[MaskSpan]:
    return study.spans.filter(type=span.type, text=span.text)


def _same_label(study: Study, span: MaskSpan) -> Iterable[MaskSpan]:
    if span.type in _NAMED and span.replacement:
        return study.spans.filter(type=span.type, replacement=span.replacement)
    return _same_words(study, span)


def _complete(study: Study, spans: list[MaskSpan]) -> None:
    """A doubt has no replacement until somebody decides that it needs one."""
    for one in spans:
        one.replacement = one.replacement or _new_label(study, one.text, one.type)


def _new_label(study: Study, words: str, type_: str) -> str:
    label, labels = label_for(study, words, type_)
    if labels != study.pseudonyms:
        study.pseudonyms = dict(labels)
        study.save(update_fields=["pseudonyms"])
    return label[:200]


def _new_span(study: Study, name: str, place: tuple[int, int], type_: str, label: str, actor: User) -> MaskSpan | None:
    start, end = place
    inside = study.spans.filter(field=name, start__gte=start, end__lte=end)
    crossing = study.spans.filter(field=name, start__lt=end, end__gt=start).exclude(pk__in=inside.values("pk"))
    if crossing.exists():
        return None
    inside.delete()
    return MaskSpan(
        study=study,
        field=name,
        start=start,
        end=end,
        type=type_,
        text=study.texts[name][start:end],
        replacement=label,
        layer="person",
        decision=SpanDecision.REPLACE,
        decided_by=actor,
    )


def _save(spans: list[MaskSpan]) -> None:
    MaskSpan.objects.bulk_update(spans, ["decision", "decided_by", "note", "replacement"])


def _remember(earlier: list[MaskSpan], fresh: list[MaskSpan]) -> None:
    """Carry decisions to replace over to the same words in the same text."""
    decided = {(one.field, one.type, one.text): one for one in earlier if one.decision == SpanDecision.REPLACE}
    for span in fresh:
        before = decided.get((span.field, span.type, span.text))
        if before and span.type != SpanType.DATE:
            span.replacement, span.decision, span.decided_by = before.replacement, before.decision, before.decided_by

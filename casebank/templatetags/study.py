"""How the review desk speaks about spans."""

from django import template
from django.utils.translation import gettext as _

from casebank.enums import SpanDecision
from casebank.models import MaskSpan

register = template.Library()

_FAMILIES = {
    "PERSON": "people",
    "ALIAS": "people",
    "ADDRESS": "places",
    "ORG": "places",
    "COURT": "places",
    "DATE": "dates",
}


@register.filter
def family(type_: str) -> str:
    """people, places, dates or numbers: the four colours of the desk."""
    return _FAMILIES.get(type_, "numbers")


@register.filter
def voice(span: MaskSpan) -> str:
    """Why the machine (or a person) named this span, in a few words."""
    voices = {
        "known": _("In the party list or the case record"),
        "pattern": _("Has the form of such a number, date or place"),
        "role": _("Stands beside the name of a role"),
        "table": _("Stands in a column of names or numbers"),
        "alias": _("Introduced as a nickname"),
        "name": _("Reads like a name"),
        "latin": _("Name in Latin letters"),
        "tagger": _("Named by the name tagger"),
        "propagated": _("Occurs elsewhere as a name or number"),
        "doubt": _("Only a weak sign"),
        "person": _("Added by hand"),
    }
    return _doubts().get(span.reason, voices.get(span.layer, span.layer))


def _doubts() -> dict[str, str]:
    return {
        "reads like a name": _("Reads like a name, nothing else speaks for it"),
        "long number of unknown kind": _("A long number of unknown kind"),
        "given name that is a word": _("A given name that is also an everyday word"),
        "fits several persons": _("A short form that fits several persons"),
    }


@register.filter
def decision_tone(state: str) -> str:
    """The tone of a decision or of a group of them."""
    return {SpanDecision.REPLACE: "success", SpanDecision.KEEP: "neutral"}.get(state, "warning")


@register.filter
def decision_label(state: str) -> str:
    """What was decided, in the past tense: the verbs are on the buttons."""
    words = {SpanDecision.REPLACE: _("Replaced"), SpanDecision.KEEP: _("Kept"), "mixed": _("Different decisions")}
    return words.get(state) or str(SpanDecision(state).label)


@register.filter
def percent(certainty: float) -> str:
    return f"{round(certainty * 100)}%"

"""Words for verdicts, routes and flags of a marking sheet."""

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessments.enums import CriterionPart

register = template.Library()

VERDICTS = {
    "hit": (_("Hit"), "success"),
    "partial": (_("Partly"), "warning"),
    "contradicted": (_("Contradicted"), "error"),
    "absent": (_("Not found"), "neutral"),
    "unsure": (_("Unsure: please decide"), "warning"),
    "decoy": (_("Marks something that is right"), "error"),
    "duplicate": (_("Said before"), "neutral"),
    "unknown": (_("Maybe new: please decide"), "warning"),
}
FLAGS = {
    "empty": _("Empty answer"),
    "too_short": _("Very short"),
    "too_long": _("Very long: only the beginning was read"),
    "hidden_characters": _("Hidden characters"),
    "markup": _("Markup in the text"),
    "copied_case_file": _("Largely copied from the case file"),
    "keyword_list": _("List of key words without sentences"),
    "shuffled": _("Words out of order"),
    "overclaiming": _("Many findings that the key does not hold"),
    "conflicting": _("Says a thing and its opposite"),
    "retracted": _("Takes back what was said"),
    "instruction_text": _("Text addressed to the marker"),
    "repeated": _("The same text many times"),
}


@register.filter
def verdict_label(code: str):
    return VERDICTS.get(code, (code, "neutral"))[0]


@register.filter
def verdict_tone(code: str) -> str:
    return VERDICTS.get(code, (code, "neutral"))[1]


@register.filter
def flag_label(code: str):
    return FLAGS.get(code, code)


@register.filter
def part_label(code: str):
    return dict(CriterionPart.choices).get(code, code)


@register.filter
def in_language(row, name: str) -> str:
    """``row|in_language:"reason"``: the attribute or key in the language of the page (Chinese unless English)."""
    suffix = "en" if (get_language() or "").startswith("en") else "zh"
    key = f"{name}_{suffix}" if name else suffix
    return row.get(key, "") if isinstance(row, dict) else getattr(row, key, "")

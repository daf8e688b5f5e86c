"""Pieces of the website's pages."""

from typing import Any

from django import template

from cms.models import HomePage

register = template.Library()

_SEVERITY_TONES = {"严重": "error", "一般": "warning", "轻微": "neutral"}


@register.inclusion_tag("cms/pieces/sections.html", takes_context=True)
def site_sections(context: template.Context) -> dict[str, Any]:
    """The lists of the site as tabs, with the search; nothing for visitors, who may open none of them."""
    request = context["request"]
    home = HomePage.objects.live().first() if request.user.is_authenticated else None
    pages = home.get_children().live().in_menu() if home else []
    return {"request": request, "tabs": [(page.title, page.get_url(request)) for page in pages]}


@register.inclusion_tag("cms/pieces/defect_tags.html")
def defect_tags(business_line: str = "", stage: str = "", severity: str = "") -> dict[str, Any]:
    """Business line, stage and severity as labels; the severity also by its tone."""
    tone = _SEVERITY_TONES.get(severity, "neutral")
    return {"business_line": business_line, "stage": stage, "severity": severity, "tone": tone}


@register.inclusion_tag("cms/pieces/verify_tag.html")
def verify_tag(row: Any) -> dict[str, Any]:
    """待核 beside a knowledge row whose source nobody has confirmed in full."""
    return {"verify_class": row.verify_class}


@register.inclusion_tag("cms/pieces/study_cards.html")
def study_cards(studies: Any) -> dict[str, Any]:
    """Case studies as a list of cards."""
    return {"studies": studies}


@register.inclusion_tag("cms/pieces/class_cards.html")
def class_cards(classes: Any, titles: dict[str, str] | None = None) -> dict[str, Any]:
    """Micro-classes as a list of cards; ``titles`` are the titles of their codes."""
    return {"classes": classes, "titles": titles or {}}


@register.filter
def lookup(mapping: dict[Any, Any], key: Any) -> Any:
    """``mapping[key]`` or nothing."""
    return mapping.get(key)

"""The pieces of the interface as template tags; each has its template in ``cms/templates/ui/``.

Examples of every tag stand in ``docs/reference/ui.md``.
"""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cms.web.charts import axes_without_figure, chart_payload, chart_table
from cms.web.fields import control_attributes, control_kind, help_id
from cms.web.tones import TONE_ICONS, tone_of

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; without ``label`` it is decoration and hidden from screen readers."""
    href = f"{static('vendor/bootstrap-icons/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, href)
    return format_html('<svg class="icon" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', href)


@register.filter
def tone_icon(tone: str) -> str:
    """The icon that goes with a tone (info, success, warning, error, neutral)."""
    return TONE_ICONS.get(tone or "info", TONE_ICONS["info"])


@register.inclusion_tag("ui/badge.html")
def ui_badge(text: str, tone: str = "neutral", icon: str = "") -> dict[str, Any]:
    """A small label with a tone; the text always carries the meaning, the colour only repeats it."""
    return {"text": text, "tone": tone, "icon": icon}


@register.inclusion_tag("ui/badge.html")
def ui_state(code: str, label: str = "", tone: str = "") -> dict[str, Any]:
    """A state as badge: the tone follows from the code (see ``cms/web/tones.py``) unless given."""
    return {"text": label or str(getattr(code, "label", code)), "tone": tone or tone_of(str(code)), "icon": ""}


@register.inclusion_tag("ui/crumb.html")
def ui_crumb(label: str, url: str = "", *args: Any, **kwargs: Any) -> dict[str, Any]:
    """A breadcrumb; ``url`` is an address or a URL name (with its arguments). The last one has none."""
    return {"label": label, "url": _address(url, *args, **kwargs)}


@register.inclusion_tag("ui/empty.html")
def ui_empty(title: str, text: str = "", icon: str = "inbox", url: str = "", action: str = "") -> dict[str, Any]:
    """An empty state: what would be here and how to get it."""
    return {"title": title, "text": text, "icon": icon, "url": _address(url), "action": action}


@register.inclusion_tag("ui/pagination.html", takes_context=True)
def ui_pagination(context: template.Context, page: Page, parameter: str = "page") -> dict[str, Any]:
    """Links to the other pages of a list; the rest of the query string is kept."""
    return {
        "page": page,
        "ellipsis": page.paginator.ELLIPSIS,
        "links": [
            (number, _query(context, parameter, number) if number != page.paginator.ELLIPSIS else "")
            for number in page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
        ],
        "previous": _query(context, parameter, page.previous_page_number()) if page.has_previous() else "",
        "next": _query(context, parameter, page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("ui/filters.html", takes_context=True)
def ui_filters(
    context: template.Context, form: BaseForm, label: str = "", target: str = "", carry: str = ""
) -> dict[str, Any]:
    """A GET form above a list; with ``target`` (a selector) htmx replaces only that part while typing.

    ``carry`` selects fields outside the form that are sent along, so that what was ticked there survives.
    """
    request = context.get("request")
    return {
        "form": form,
        "label": label or _("Filter the list"),
        "target": target,
        "carry": carry,
        "path": request.path if request else "",
        "active": bool(request and any(value for key, value in request.GET.items() if key != "page")),
    }


@register.inclusion_tag("ui/field.html")
def ui_field(field: BoundField, label: str = "", inline: bool = False, help_text: str | None = None) -> dict[str, Any]:
    """One form field with label, control, help and error, wired for screen readers."""
    widget = field.field.widget
    if help_text is not None:
        field.help_text = help_text
    return {
        "field": field,
        "label": label or field.label,
        "kind": control_kind(widget),
        "inline": inline,
        "control": field.as_widget(attrs=control_attributes(field)),
        "error_id": f"{field.auto_id}_error",
        "help_id": help_id(field),
    }


@register.inclusion_tag("ui/form.html")
def ui_form(form: BaseForm, *names: str) -> dict[str, Any]:
    """All visible fields of a form (or those named, in that order) with the error summary and hidden fields."""
    fields = [form[name] for name in names] if names else form.visible_fields()
    return {"form": form, "fields": fields}


@register.inclusion_tag("ui/form_errors.html")
def ui_form_errors(form: BaseForm, title: str = "") -> dict[str, Any]:
    """The summary of a form's errors with links to the fields; nothing while there are none."""
    return {"form": form, "title": title, "faulty": [field for field in form if field.errors] if form.is_bound else []}


@register.inclusion_tag("ui/tab.html", takes_context=True)
def ui_tab(
    context: template.Context, label: str, url: str, count: int | None = None, current: bool | None = None
) -> dict[str, Any]:
    """A link inside ``ui_tabs``; current when its address is the one shown, unless told."""
    address = _address(url)
    request = context.get("request")
    shown = (request.get_full_path(), request.path) if request else ()
    return {"label": label, "url": address, "count": count, "current": address in shown if current is None else current}


@register.inclusion_tag("ui/stat.html")
def ui_stat(
    label: str, value: Any, unit: str = "", hint: str = "", url: str = "", tone: str = "neutral"
) -> dict[str, Any]:
    """One figure with its label; ``None`` shows as an em dash."""
    return {"label": label, "value": value, "unit": unit, "hint": hint, "url": _address(url), "tone": tone}


@register.inclusion_tag("ui/progress.html")
def ui_progress(value: float, maximum: float, label: str, text: str = "") -> dict[str, Any]:
    """A bar from 0 to ``maximum`` with its figures as text."""
    return {"value": value, "maximum": maximum or 1, "label": label, "text": text or f"{value} / {maximum}"}


@register.inclusion_tag("ui/fact.html")
def ui_fact(label: str, value: Any = None) -> dict[str, Any]:
    """A row of ``ui_facts``; an empty value shows as an em dash."""
    return {"label": label, "value": value}


@register.inclusion_tag("ui/confirm_button.html", takes_context=True)
def ui_confirm_button(
    context: template.Context,
    label: str,
    url: str,
    question: str,
    tone: str = "outline-secondary",
    icon: str = "",
    **fields: Any,
) -> dict[str, Any]:
    """A button that posts to ``url`` with hidden ``fields`` after the question was answered with yes."""
    return {
        "csrf_token": context.get("csrf_token"),
        "label": label,
        "url": _address(url),
        "question": question,
        "tone": tone,
        "icon": icon,
        "fields": fields,
    }


@register.inclusion_tag("ui/chart.html")
def ui_chart(title: str, data: dict[str, Any], name: str = "") -> dict[str, Any]:
    """A chart with the same figures as a table; ``data`` as described in ``cms/web/charts.py``."""
    identifier = name or f"chart-{uuid4().hex[:8]}"
    return {
        "title": title,
        "id": identifier,
        "data_id": f"{identifier}-data",
        "payload": chart_payload(data, title),
        "table": chart_table(data),
        "gaps": axes_without_figure(data),
    }


@register.inclusion_tag("ui/chart_scripts.html")
def ui_chart_scripts() -> dict[str, Any]:
    """The chart library; put it in the ``scripts`` block of pages that use ``ui_chart``."""
    return {}


@register.inclusion_tag("ui/timeline.html")
def ui_timeline(entries: Iterable[Any], empty: str = "") -> dict[str, Any]:
    """What happened, in order; an entry has ``when``, ``what`` and may have ``who``, ``detail``, ``icon``, ``tone``."""
    return {"entries": list(entries), "empty": empty or _("Nothing has happened yet.")}


@register.simple_block_tag
def ui_panel(content: str, title: str = "", name: str = "") -> SafeString:
    """A framed part of the page with its own heading (level 2)."""
    return _render("panel", content=content, title=title, name=name)


@register.simple_block_tag
def ui_table(content: str, caption: str, dense: bool = False, show_caption: bool = False) -> SafeString:
    """A table that scrolls sideways on narrow screens and by keyboard; ``content`` is thead and tbody."""
    return _render("table", content=content, caption=caption, dense=dense, show_caption=show_caption)


@register.simple_block_tag
def ui_note(content: str, tone: str = "info", title: str = "") -> SafeString:
    """A remark in a tone: info, success, warning, error."""
    return _render("note", content=content, tone=tone, title=title)


@register.simple_block_tag
def ui_tabs(content: str, label: str) -> SafeString:
    """A row of ``ui_tab`` links."""
    return _render("tabs", content=content, label=label)


@register.simple_block_tag
def ui_facts(content: str) -> SafeString:
    """A definition list of ``ui_fact`` rows."""
    return _render("facts", content=content)


@register.simple_block_tag
def ui_fact_block(content: str, label: str) -> SafeString:
    """A row of ``ui_facts`` whose value is markup."""
    return _render("fact", value=content, label=label)


@register.simple_block_tag
def ui_stats(content: str) -> SafeString:
    """A row of ``ui_stat`` figures."""
    return _render("stats", content=content)


@register.simple_block_tag
def ui_more(content: str, label: str, opened: bool = False) -> SafeString:
    """Detail that opens on demand."""
    return _render("more", content=content, label=label, opened=opened)


def _render(piece: str, /, **context: Any) -> SafeString:
    return render_to_string(f"ui/{piece}.html", context)


def _address(url: str, *args: Any, **kwargs: Any) -> str:
    if not url or url.startswith(("/", "#", "?", "http")):
        return url
    try:
        return reverse(url, args=args, kwargs=kwargs)
    except NoReverseMatch:
        return url if "/" in url else ""


def _query(context: template.Context, parameter: str, value: Any) -> str:
    request = context.get("request")
    values = request.GET.copy() if request else None
    if values is None:
        return f"?{parameter}={value}"
    values[parameter] = str(value)
    return f"?{values.urlencode()}"

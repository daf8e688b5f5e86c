"""How a form field becomes a control: its kind, its classes, and what ties it to help and error."""

from collections.abc import Sequence
from typing import Any

from django.forms import BoundField, CheckboxSelectMultiple, FileInput, RadioSelect
from django.forms.widgets import CheckboxInput, Input, Select


def control_kind(widget: Any) -> str:
    """group (of choices), check, file, select or text."""
    kinds: Sequence[tuple[type | tuple[type, ...], str]] = (
        ((CheckboxSelectMultiple, RadioSelect), "group"),
        (CheckboxInput, "check"),
        (FileInput, "file"),
        (Select, "select"),
    )
    return next((kind for types, kind in kinds if isinstance(widget, types)), "text")


_CLASSES = {
    "group": "",  # the widget would put it on its wrapper too
    "check": "form-check-input",
    "select": "form-select",
    "file": "form-control",
    "text": "form-control",
}


def help_id(field: BoundField) -> str:
    """The id of the help text below the field; empty when there is none."""
    return f"{field.auto_id}_helptext" if field.help_text else ""


def control_attributes(field: BoundField) -> dict[str, Any]:
    """Attributes of the control: classes, invalid state, what describes it. False removes an attribute."""
    widget = field.field.widget
    classes = [widget.attrs.get("class", ""), _CLASSES[control_kind(widget)]]
    attributes: dict[str, Any] = {}
    if field.errors and control_kind(widget) != "group":
        classes.append("is-invalid")
        attributes["aria-invalid"] = "true"
    described = [help_id(field), f"{field.auto_id}_error" if field.errors else ""]
    if any(described) and control_kind(widget) != "group":
        attributes["aria-describedby"] = " ".join(filter(None, described))
    if isinstance(widget, Input) and widget.input_type == "number":
        attributes["inputmode"] = "decimal"
    if widget.attrs.get("placeholder") == field.label:
        attributes["placeholder"] = False  # says nothing that the label does not say
    return attributes | {"class": " ".join(filter(None, classes)) or False}

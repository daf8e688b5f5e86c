"""Shares and differences with their intervals as text."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def percent_interval(interval: Any) -> str:
    """``14.5 % [10.0 %, 20.7 %]``."""
    if interval is None:
        return "—"
    estimate, low, high = (f"{100 * value:.1f} %" for value in (interval.estimate, interval.low, interval.high))
    return f"{estimate} [{low}, {high}]"


@register.filter
def points_interval(interval: Any) -> str:
    """``−12.0 points [−18.4, −5.0]``: differences of shares in percentage points."""
    if interval is None:
        return "—"
    values = (interval.estimate, interval.low, interval.high)
    estimate, low, high = (f"{100 * value:+.1f}".replace("-", "−") for value in values)
    return _("%(change)s points [%(low)s, %(high)s]") % {"change": estimate, "low": low, "high": high}

"""Filters of the ledger pages."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of_case(values: Mapping[str, Any], case_no: str) -> Any:
    """What is stored of a case, None when nothing is."""
    return values.get(case_no)

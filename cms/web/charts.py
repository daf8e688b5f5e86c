"""Chart data: one shape for the drawn chart and for the table printed beside it.

``data`` is a dictionary::

    {"kind": "radar" | "line" | "bar",
     "labels": ["证据审查", …],                      # axis labels, one per value
     "series": [{"name": "本人", "values": [3, None, …]}, …],
     "maximum": 5,                                   # optional, upper end of the value axis
     "unit": "分", "label_name": "素能"}             # optional, used in headings

``None`` is a gap, never a zero.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

KINDS = frozenset({"radar", "line", "bar"})


@dataclass(frozen=True)
class ChartTable:
    """Rows of the printed table: a head of column titles and one row of cells per label."""

    head: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def chart_payload(data: dict[str, Any], title: str) -> dict[str, Any]:
    """What the script reads; raises ``ValueError`` for an unknown kind or a series of another length."""
    if data["kind"] not in KINDS:
        raise ValueError(f"Unknown chart kind {data['kind']!r}; one of {sorted(KINDS)}.")
    for series in data["series"]:
        if len(series["values"]) != len(data["labels"]):
            raise ValueError(f"Series {series['name']!r} has {len(series['values'])} values for the labels.")
    return {
        "kind": data["kind"],
        "title": title,
        "labels": [str(label) for label in data["labels"]],
        "series": [{"name": str(item["name"]), "values": list(item["values"])} for item in data["series"]],
        "maximum": data.get("maximum"),
        "unit": str(data.get("unit", "")),
    }


def chart_table(data: dict[str, Any]) -> ChartTable:
    """The same figures as a table: labels downwards, series across."""
    head = (str(data.get("label_name") or _("Item")), *(_head(item["name"], data) for item in data["series"]))
    columns = [item["values"] for item in data["series"]]
    rows = tuple((str(label), *(column[row] for column in columns)) for row, label in enumerate(data["labels"]))
    return ChartTable(head, rows)


def _head(name: Any, data: dict[str, Any]) -> str:
    return f"{name} ({data['unit']})" if data.get("unit") else str(name)

"""Chart data: one shape for the drawn chart and for the table printed beside it.

``data`` is a dictionary::

    {"kind": "radar" | "line" | "bar",
     "labels": ["证据审查", …],                      # axis labels, one per value
     "series": [{"name": "本人", "values": [3, None, …]}, …],
     "maximum": 5,                                   # optional, upper end of the value axis
     "unit": "分", "label_name": "素能"}             # optional, used in headings

``None`` is a gap, never a zero. A radar cannot show a gap, so an axis that lacks a figure is left out of the drawing
(the table keeps it); with fewer than three axes left, bars are drawn instead.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

FEWEST_AXES = 3
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
    kind, drawn = _drawn(data)
    return {
        "kind": kind,
        "title": title,
        "labels": [str(data["labels"][row]) for row in drawn],
        "series": [
            {"name": str(item["name"]), "values": [item["values"][row] for row in drawn]} for item in data["series"]
        ],
        "maximum": data.get("maximum"),
        "unit": str(data.get("unit", "")),
    }


def axes_without_figure(data: dict[str, Any]) -> list[str]:
    """Labels that a radar leaves out; empty for other charts."""
    kind, drawn = _drawn(data)
    return [str(label) for row, label in enumerate(data["labels"]) if row not in drawn] if kind == "radar" else []


def _drawn(data: dict[str, Any]) -> tuple[str, list[int]]:
    rows = list(range(len(data["labels"])))
    if data["kind"] != "radar":
        return data["kind"], rows
    whole = [row for row in rows if all(item["values"][row] is not None for item in data["series"])]
    return ("radar", whole) if len(whole) >= FEWEST_AXES else ("bar", rows)


def chart_table(data: dict[str, Any]) -> ChartTable:
    """The same figures as a table: labels downwards, series across."""
    head = (str(data.get("label_name") or _("Subject")), *(_head(item["name"], data) for item in data["series"]))
    columns = [item["values"] for item in data["series"]]
    rows = tuple((str(label), *(column[row] for column in columns)) for row, label in enumerate(data["labels"]))
    return ChartTable(head, rows)


def _head(name: Any, data: dict[str, Any]) -> str:
    return f"{name} ({data['unit']})" if data.get("unit") else str(name)

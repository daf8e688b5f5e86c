"""Figures of the competency report as chart data of the kit."""

from typing import Any

from django.utils.translation import gettext as _

from training.core.competency import HIGHEST
from training.domain.queries.person_report import PersonReport
from training.domain.queries.report import Report


def report_chart(report: Report) -> dict[str, Any] | None:
    """Levels and targets of the group; None for a small group or when there is nothing to draw."""
    rows = [(line.competency, line.target, line.inspection.level, line.test.level) for line in report.lines]
    return _chart(rows)


def person_chart(report: PersonReport) -> dict[str, Any] | None:
    rows = [(line.competency, line.target, line.inspection.now.level, line.test.now.level) for line in report.lines]
    return _chart(rows)


def _chart(rows: list[tuple[Any, float | None, float | None, float | None]]) -> dict[str, Any] | None:
    if not any(level is not None for row in rows for level in row[2:]):
        return None
    return {
        "kind": "bar",
        "labels": [row[0].dimension for row in rows],
        "series": [
            {"name": _("Target"), "values": [row[1] for row in rows]},
            {"name": _("Inspection"), "values": [row[2] for row in rows]},
            {"name": _("Test"), "values": [row[3] for row in rows]},
        ],
        "maximum": HIGHEST,
        "label_name": _("Competency"),
    }

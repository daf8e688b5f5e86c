"""The competency report on paper, with Chinese type and page numbers."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string

from training.core.competency import FEW, HIGHEST
from training.domain.queries.report import Report
from training.interfaces.exporters.competency_xlsx import about

STYLE = Path(__file__).with_name("competency_pdf.css")
BAR_WIDTH = 170.0


def report_pdf(report: Report, *, printed_on: datetime, printed_by: str) -> bytes:
    """A4 PDF; nothing is fetched from anywhere."""
    from weasyprint import CSS, HTML

    markup = render_to_string(
        "training/competency/report_pdf.html",
        {
            "report": report,
            "previous": report.period.previous(),
            "printed_on": printed_on,
            "about": about(report, printed_on, printed_by),
            "bars": [_bars(line) for line in report.lines],
            "few": FEW,
        },
    )
    return HTML(string=markup, url_fetcher=_nothing).write_pdf(stylesheets=[CSS(filename=str(STYLE))])


def _bars(line: Any) -> dict[str, Any]:
    """A competency with the lengths of its bars."""
    return {
        "name": line.competency.dimension,
        "target": line.target,
        "target_at": _length(line.target),
        "inspection": line.inspection.level,
        "inspection_width": _length(line.inspection.level),
        "test": line.test.level,
        "test_width": _length(line.test.level),
    }


def _length(level: float | None) -> float:
    return 0.0 if level is None else round(BAR_WIDTH * level / HIGHEST, 1)


def _nothing(url: str) -> dict[str, Any]:
    raise ValueError(f"The report loads nothing: {url}")

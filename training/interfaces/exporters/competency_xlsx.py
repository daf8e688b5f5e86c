"""The competency report as sheets of a workbook."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casebank.web.downloads import Sheet
from training.core.competency import FEW, INSPECTION, NOTHING, SOURCES, TEST
from training.domain.queries.report import Report


def source_names() -> dict[str, str]:
    return {INSPECTION: _("Inspection"), TEST: _("Test")}


def report_sheets(report: Report, *, printed_on: datetime, printed_by: str) -> list[Sheet]:
    """About, competencies, defects, people. A small group has no figures of the group."""
    return [
        Sheet(_("About this report"), [_("About"), _("Details")], about(report, printed_on, printed_by)),
        Sheet(_("Competencies"), _competency_header(), list(_competencies(report))),
        Sheet(_("Defects"), _defect_header(), list(_defects(report))),
        Sheet(_("People"), _people_header(), list(_people(report))),
    ]


def about(report: Report, printed_on: datetime, printed_by: str) -> list[tuple[str, Any]]:
    """What the figures are of, as rows of name and value."""
    rows = [
        (_("Unit"), str(report.unit)),
        (_("Department"), str(report.department or _("Whole unit"))),
        (_("Period"), f"{report.period.start} – {report.period.end}"),
        (_("Compared with"), f"{report.period.previous().start} – {report.period.previous().end}"),
        (_("Evidence counts half after"), _("%(count)d months") % {"count": report.half_life}),
        (_("People"), len(report.people)),
        (_("Evaluated cases"), report.cases),
        (_("Formal test results"), report.results),
        (_("Printed on"), date_format(printed_on, "Y-m-d H:i")),
        (_("Printed by"), printed_by),
        (_("Level"), _("1 + 4 × mean score / 100, newer evidence weighs more; tests and inspections are kept apart.")),
        (_("Use"), _("Reference for training and development. Not a ranking.")),
    ]
    if report.small:
        rows.append(
            (_("Small group"), _("Fewer than %(count)d people: figures of the group are hidden.") % {"count": FEW})
        )
    return rows


def _competency_header() -> list[str]:
    columns = [_("Code"), _("Competency"), _("Target")]
    for name in (_("Inspection"), _("Test")):
        columns += [
            _("%(source)s: level") % {"source": name},
            _("%(source)s: level before") % {"source": name},
            _("%(source)s: below target by") % {"source": name},
            _("%(source)s: people") % {"source": name},
            _("%(source)s: n") % {"source": name},
            _("%(source)s: people below their target") % {"source": name},
        ]
    return columns


def _competencies(report: Report) -> Iterator[list[Any]]:
    for line in report.lines:
        row: list[Any] = [line.competency.code, line.competency.dimension, line.target]
        pairs = (
            (line.inspection, line.inspection_gap, line.inspection_below),
            (line.test, line.test_gap, line.test_below),
        )
        for group, distance, below in pairs:
            shown = not group.hidden
            row += [group.level, group.before, distance, group.people, group.n, below if shown else None]
        yield row


def _defect_header() -> list[str]:
    return [
        _("Code"),
        _("Defect"),
        _("Severity"),
        _("Cases"),
        _("Evaluated cases"),
        _("Cases before"),
        _("Evaluated cases before"),
    ]


def _defects(report: Report) -> Iterator[list[Any]]:
    for line in report.defects:
        kind = line.type
        yield [kind.code, kind.title, kind.severity, line.n, report.cases, line.before, report.cases_before]


def _people_header() -> list[str]:
    return [
        _("Staff number"),
        _("Name"),
        _("Department"),
        _("Post"),
        _("Competency"),
        _("Target"),
        _("Source"),
        _("Level"),
        _("n"),
        _("Newest evidence"),
        _("Level before"),
    ]


def _people(report: Report) -> Iterator[list[Any]]:
    """One row per person, competency and source that has evidence, by staff number."""
    names = source_names()
    for line in report.people:
        person = line.person
        head = [person.staff_no, person.name, str(person.department or ""), str(person.post or "")]
        for competency in report.competencies:
            target = report.targets.get((person.pk, competency.code))
            for source in SOURCES:
                found = report.assessments.get((person.pk, competency.code, source), NOTHING)
                if found == NOTHING:
                    continue
                now = found.now
                yield [
                    *head,
                    competency.dimension,
                    target,
                    names[source],
                    now.level,
                    now.n,
                    now.newest,
                    found.before.level,
                ]

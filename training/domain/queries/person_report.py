"""Levels of one person with the evidence behind them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casebank.public import CompetencyRow
from training.core.competency import HALF_LIFE_MONTHS, INSPECTION, NOTHING, TEST, Assessment, assess, gap
from training.core.periods import Period
from training.domain.queries.report_facts import evidence_of, read_facts, targets_of


@dataclass(frozen=True)
class PersonCompetency:
    """One competency of one person."""

    competency: CompetencyRow
    target: float | None
    inspection: Assessment
    test: Assessment

    @property
    def inspection_gap(self) -> float | None:
        return gap(self.target, self.inspection.now.level)

    @property
    def test_gap(self) -> float | None:
        return gap(self.target, self.test.now.level)


@dataclass(frozen=True)
class EvidenceLine:
    """A piece of evidence as the drill-down lists it."""

    competency: CompetencyRow
    on: date
    source: str
    score: float
    n: int


@dataclass(frozen=True)
class PersonReport:
    """Levels of a person and the evidence behind them, newest first."""

    person: Any
    period: Period
    lines: list[PersonCompetency]
    evidence: list[EvidenceLine]


def person_report(person: Any, period: Period, half_life: float = HALF_LIFE_MONTHS) -> PersonReport:
    """The report on one person; evidence of this period and the previous one."""
    facts = read_facts([person], period)
    rows = evidence_of(facts, period)
    judged = assess(rows, period, half_life)
    targets = targets_of([person], facts.targets)
    known = {row.code: row for row in facts.competencies}
    lines = [
        PersonCompetency(
            row,
            targets.get((person.pk, row.code)),
            judged.get((person.pk, row.code, INSPECTION), NOTHING),
            judged.get((person.pk, row.code, TEST), NOTHING),
        )
        for row in facts.competencies
    ]
    listed = [
        EvidenceLine(known[row.competency], row.on, row.source, round(row.score, 1), row.n)
        for row in rows
        if row.competency in known
    ]
    listed.sort(key=lambda item: (item.competency.code, item.source))
    listed.sort(key=lambda item: item.on, reverse=True)
    return PersonReport(person, period, lines, listed)

"""The competency report: facts of the performance record, joined with targets, judged by the core."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from casebank.public import CompetencyRow, DefectTypeRow, people_in_service
from training.core.competency import (
    FEW,
    HALF_LIFE_MONTHS,
    INSPECTION,
    NOTHING,
    TEST,
    Assessment,
    GroupLevel,
    Key,
    assess,
    below_target,
    gap,
    group_level,
)
from training.core.periods import Period
from training.domain.queries.report_facts import Facts, evidence_of, read_facts, targets_of


@dataclass(frozen=True)
class CompetencyLine:
    """A competency of the group: both sources beside the mean target of its people."""

    competency: CompetencyRow
    target: float | None
    inspection: GroupLevel
    test: GroupLevel
    below: Mapping[str, int] = field(default_factory=dict)

    @property
    def inspection_gap(self) -> float | None:
        return gap(self.target, self.inspection.level)

    @property
    def test_gap(self) -> float | None:
        return gap(self.target, self.test.level)

    @property
    def inspection_below(self) -> int:
        return self.below.get(INSPECTION, 0)

    @property
    def test_below(self) -> int:
        return self.below.get(TEST, 0)


@dataclass(frozen=True)
class DefectLine:
    """Cases with a code, of ``cases`` evaluated ones, this period and before."""

    type: DefectTypeRow
    n: int
    before: int


@dataclass(frozen=True)
class PersonLine:
    """One of the group: what is known, and the competencies below the target of the post."""

    person: Any
    cases: int
    results: int
    below: list[CompetencyRow]


@dataclass(frozen=True)
class Report:
    """``small`` means fewer than five people: figures of the group are not given, people are still listed."""

    unit: Any
    department: Any | None
    period: Period
    half_life: float
    people: list[PersonLine]
    lines: list[CompetencyLine]
    defects: list[DefectLine]
    cases: int
    cases_before: int
    results: int
    small: bool
    competencies: list[CompetencyRow]
    assessments: Mapping[Key, Assessment]
    targets: Mapping[tuple[int, str], float]

    @property
    def below_target(self) -> int:
        """People with at least one competency below target."""
        return sum(bool(line.below) for line in self.people)


def competency_report(
    staff: Iterable[Any], department: Any | None, period: Period, half_life: float = HALF_LIFE_MONTHS
) -> Report:
    """The report on ``staff`` (people of one unit, loaded) who are now in ``department``, or on all of them."""
    everybody = list(staff)
    people = [one for one in everybody if department is None or one.department_id == department.pk]
    unit = everybody[0].unit if everybody else None
    whom = people_in_service(unit.pk) if unit else []
    if unit and department is not None:
        whom = whom.filter(department=department)
    facts = read_facts(whom, period) if unit else Facts([], {}, [], [], [], {})
    judged = assess(evidence_of(facts, period), period, half_life)
    targets = targets_of(people, facts.targets)
    small = len(people) < FEW
    inside = [row for row in facts.counts if row.newest in period]
    return Report(
        unit=unit,
        department=department,
        period=period,
        half_life=half_life,
        people=_people(people, facts, judged, targets, period),
        lines=[] if small else _lines(facts.competencies, people, judged, targets),
        defects=[] if small else _defects(facts, period),
        cases=sum(row.cases for row in inside),
        cases_before=sum(row.cases for row in facts.counts) - sum(row.cases for row in inside),
        results=len({row.test for row in facts.scores if row.on in period}),
        small=small,
        competencies=facts.competencies,
        assessments=judged,
        targets=targets,
    )


def _lines(
    known: list[CompetencyRow],
    people: list[Any],
    judged: Mapping[Key, Assessment],
    targets: Mapping[tuple[int, str], float],
) -> list[CompetencyLine]:
    below = below_target(judged, targets)
    return [_line(row, people, judged, targets, below) for row in known]


def _line(row: CompetencyRow, people: list[Any], judged: Any, targets: Any, below: Any) -> CompetencyLine:
    def of(source: str) -> GroupLevel:
        return group_level(judged.get((one.pk, row.code, source), NOTHING) for one in people)

    asked = [targets[one.pk, row.code] for one in people if (one.pk, row.code) in targets]
    target = round(sum(asked) / len(asked), 1) if asked else None
    counts = {source: below.get((row.code, source), 0) for source in (INSPECTION, TEST)}
    return CompetencyLine(row, target, of(INSPECTION), of(TEST), counts)


def _defects(facts: Facts, period: Period) -> list[DefectLine]:
    """Codes by how many cases have them, most frequent first."""
    now = {(row.case, row.code) for row in facts.defects if row.on in period}
    before = {(row.case, row.code) for row in facts.defects if row.on not in period}
    counted, earlier = Counter(code for _case, code in now), Counter(code for _case, code in before)
    codes = sorted(counted | earlier, key=lambda code: (-counted[code], code))
    return [DefectLine(_type(facts, code), counted[code], earlier[code]) for code in codes]


def _type(facts: Facts, code: str) -> DefectTypeRow:
    return facts.types.get(code) or DefectTypeRow(code, code, "", "")


def _people(people: list[Any], facts: Facts, judged: Any, targets: Any, period: Period) -> list[PersonLine]:
    cases: Counter[int] = Counter()
    for row in facts.counts:
        cases[row.person_id] += row.cases if row.newest in period else 0
    results = Counter(
        person for person, _test in {(row.person_id, row.test) for row in facts.scores if row.on in period}
    )
    return [
        PersonLine(
            person=one,
            cases=cases[one.pk],
            results=results[one.pk],
            below=[row for row in facts.competencies if _is_below(one.pk, row.code, judged, targets)],
        )
        for one in people
    ]


def _is_below(person: int, code: str, judged: Any, targets: Any) -> bool:
    found = [judged.get((person, code, source), NOTHING).now.level for source in (INSPECTION, TEST)]
    distances = [gap(targets.get((person, code)), level) for level in found]
    return any(distance is not None and distance > 0 for distance in distances)

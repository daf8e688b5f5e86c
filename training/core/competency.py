"""From evidence to a competency level, with everything that led to it.

A level is ``1 + 4 × s / 100`` where ``s`` is the mean score (0..100) of the evidence of a period. Each piece of
evidence weighs ``weight × 0.5 ** (age / half-life)``; ages are whole calendar months before the end of the period.
Tests and inspections are never mixed: each source has its own level. No evidence is no level, never level 0.
The formula is explained for users in ``docs/reference/competency.md``.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from training.core.periods import Period, whole_months

TEST = "test"
INSPECTION = "inspection"
SOURCES = (INSPECTION, TEST)
HALF_LIFE_MONTHS = 12.0
LOWEST, HIGHEST = 1.0, 5.0
FEW = 5
STEADY = 0.2

UP, DOWN, LEVEL = "up", "down", "steady"


@dataclass(frozen=True)
class Evidence:
    """A score of one person in one competency on one day; ``n`` results or cases stand behind it."""

    person: Hashable
    competency: str
    on: date
    score: float
    source: str
    weight: float = 1.0
    n: int = 1


@dataclass(frozen=True)
class Standing:
    """The level of one period. ``level`` is None without evidence; ``score`` is its mean before mapping."""

    level: float | None = None
    score: float | None = None
    n: int = 0
    newest: date | None = None

    @property
    def few(self) -> bool:
        """Fewer than five results or cases: a hint, not a finding."""
        return 0 < self.n < FEW


@dataclass(frozen=True)
class Assessment:
    """This period beside the previous one of equal length."""

    now: Standing
    before: Standing

    @property
    def change(self) -> float | None:
        """Level now minus level before; None when one of them is missing."""
        if self.now.level is None or self.before.level is None:
            return None
        return round(self.now.level - self.before.level, 1)

    @property
    def trend(self) -> str | None:
        """``up``, ``down``, ``steady`` (less than 0.2 of a level), or None."""
        if self.change is None:
            return None
        if abs(self.change) < STEADY:
            return LEVEL
        return UP if self.change > 0 else DOWN


NOTHING = Assessment(Standing(), Standing())
Key = tuple[Hashable, str, str]


def assess(evidence: Iterable[Evidence], period: Period, half_life: float = HALF_LIFE_MONTHS) -> dict[Key, Assessment]:
    """Assessments by (person, competency, source); what has no evidence in either period is absent."""
    previous = period.previous()
    sorted_rows: dict[Key, tuple[list[Evidence], list[Evidence]]] = defaultdict(lambda: ([], []))
    for row in evidence:
        if row.on in period:
            sorted_rows[row.person, row.competency, row.source][0].append(row)
        elif row.on in previous:
            sorted_rows[row.person, row.competency, row.source][1].append(row)
    return {
        key: Assessment(standing(now, period.end, half_life), standing(before, previous.end, half_life))
        for key, (now, before) in sorted_rows.items()
    }


def standing(rows: Iterable[Evidence], end: date, half_life: float = HALF_LIFE_MONTHS) -> Standing:
    """Weighted mean and level of ``rows``; newer evidence weighs more."""
    rows = [row for row in rows if row.weight > 0]
    if not rows:
        return Standing()
    weights = [row.weight * decay(row.on, end, half_life) for row in rows]
    score = sum(weight * row.score for weight, row in zip(weights, rows, strict=True)) / sum(weights)
    return Standing(level_of(score), round(score, 1), sum(row.n for row in rows), max(row.on for row in rows))


def decay(on: date, end: date, half_life: float) -> float:
    """1 for evidence of the last month, one half after ``half_life`` months. Raises ``ValueError`` unless positive."""
    if half_life <= 0:
        raise ValueError("The half-life must be positive.")
    return _halved(max(whole_months(on, end), 0), half_life)


@cache
def _halved(months: int, half_life: float) -> float:
    return float(0.5 ** (months / half_life))


def level_of(score: float) -> float:
    """Score 0..100 to level 1..5, one decimal."""
    held = min(max(score, 0.0), 100.0)
    return round(LOWEST + (HIGHEST - LOWEST) * held / 100.0, 1)


def gap(target: float | None, level: float | None) -> float | None:
    """Target minus level; positive means below the target. None when either is missing."""
    return None if target is None or level is None else round(float(target) - level, 1)


@dataclass(frozen=True)
class GroupLevel:
    """Mean level of the people who have evidence; ``hidden`` when they are fewer than five."""

    level: float | None
    before: float | None
    people: int
    n: int
    hidden: bool

    @property
    def change(self) -> float | None:
        return None if self.level is None or self.before is None else round(self.level - self.before, 1)


def group_level(assessments: Iterable[Assessment], smallest: int = FEW) -> GroupLevel:
    """The group's mean; each person counts once. A mean of fewer than ``smallest`` people is not shown."""
    found = list(assessments)
    now = [item.now.level for item in found if item.now.level is not None]
    before = [item.before.level for item in found if item.before.level is not None]
    n = sum(item.now.n for item in found)
    return GroupLevel(
        level=_mean(now) if len(now) >= smallest else None,
        before=_mean(before) if len(before) >= smallest else None,
        people=len(now),
        n=n,
        hidden=0 < len(now) < smallest,
    )


def _mean(levels: list[float]) -> float:
    return round(sum(levels) / len(levels), 1)


def below_target(
    assessments: Mapping[Key, Assessment], targets: Mapping[tuple[Hashable, str], float]
) -> dict[tuple[str, str], int]:
    """How many people are below their own target, by (competency, source)."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for (person, competency, source), item in assessments.items():
        distance = gap(targets.get((person, competency)), item.now.level)
        if distance is not None and distance > 0:
            counts[competency, source] += 1
    return dict(counts)

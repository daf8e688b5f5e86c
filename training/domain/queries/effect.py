"""Before and after a training: counts of evaluated cases for the core to judge."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casebank.public import HandledCaseRow, handled_cases
from training.core.effect import CaseFact, Change, Interval, beyond, change, count
from training.models import Enrolment
from training.states import EnrolmentState


@dataclass(frozen=True)
class EffectQuestion:
    """Which codes were trained, when, and who was trained; everybody else of ``people`` is the comparison group.

    ``people`` is a queryset of Person; ``other_codes`` (may be empty) are codes that were not trained.
    """

    people: Any
    trained: frozenset[int]
    codes: frozenset[str]
    other_codes: frozenset[str]
    held_on: date
    business_line: str = ""


@dataclass(frozen=True)
class Effect:
    """Changes of the trained codes in both groups and of the other codes in the trained group."""

    trained: Change
    untrained: Change
    other: Change | None
    beyond_untrained: Interval | None
    beyond_other: Interval | None


def training_effect(question: EffectQuestion) -> Effect:
    """Cases closed before the day of the training against cases closed from that day on. Two queries."""
    cases = facts(handled_cases(question.people, question.business_line), question.trained, question.held_on)
    trained = change(*count(cases, question.codes, trained=True))
    untrained = change(*count(cases, question.codes, trained=False))
    other = change(*count(cases, question.other_codes, trained=True)) if question.other_codes else None
    return Effect(trained, untrained, other, beyond(trained, untrained), beyond(trained, other) if other else None)


def facts(rows: Iterable[HandledCaseRow], trained: frozenset[int], held_on: date) -> list[CaseFact]:
    return [CaseFact(row.person_id in trained, row.closed_on >= held_on, row.codes) for row in rows]


def people_who_completed(lesson_id: int) -> frozenset[int]:
    """Person ids."""
    done = Enrolment.objects.filter(lesson_id=lesson_id, state=EnrolmentState.COMPLETED)
    return frozenset(done.values_list("person_id", flat=True))

"""What somebody may learn next: weak codes of the record joined with published lessons."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from casebank.public import weak_codes
from training.core.recommend import FITS, Offer, Recommendation, recommend, weakness
from training.models import Enrolment, Lesson
from training.states import OPEN_ENROLMENTS, EnrolmentState

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Advice:
    """A recommended lesson; ``enrolment`` is set when the person has it already and has not finished it."""

    lesson: Lesson
    recommendation: Recommendation
    enrolment: Enrolment | None

    @property
    def exact(self) -> bool:
        return any(FITS[reason.fit] == 1.0 for reason in self.recommendation.reasons)


@dataclass(frozen=True)
class Growth:
    """Weak codes of the last 12 months, and lessons for them; ``without_lesson`` are codes that no lesson fits."""

    weak: list[Any]
    advice: list[Advice]
    without_lesson: list[Any]


def growth(person: Any, today: date, most: int = 6) -> Growth:
    """Weak codes and recommended lessons of the person's unit. At most four queries."""
    weak = weak_codes(person, today - A_YEAR, today)
    lessons = Lesson.objects.published().filter(unit_id=person.unit_id).in_bulk() if weak else {}
    own = {row.lesson_id: row for row in Enrolment.objects.filter(person=person)} if lessons else {}
    done = {key for key, row in own.items() if row.state == EnrolmentState.COMPLETED}
    offers = [Offer(row.pk, row.defect_code, row.title) for row in lessons.values()]
    found = recommend([weakness(one.code, one.n, one.severity) for one in weak], offers, done, most)
    advice = [_advice(item, lessons, own) for item in found]
    covered = {lesson.defect_code for lesson in lessons.values()}
    return Growth(weak, advice, [one for one in weak if one.code not in covered])


def _advice(item: Recommendation, lessons: dict[int, Lesson], own: dict[int, Enrolment]) -> Advice:
    key = int(str(item.offer.lesson))
    enrolment = own.get(key)
    held = enrolment if enrolment and enrolment.state in OPEN_ENROLMENTS else None
    return Advice(lessons[key], item, held)

"""Lessons for people: assigned or chosen, started, answered, completed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.enums import EntryKind
from casebank.public import move, record_activity, record_performance, release_by_id
from training.models import Enrolment, Lesson
from training.rules import may_assign_lesson, may_assign_to, may_cancel_enrolment, may_work_on
from training.states import ENROLMENT_MOVES, EnrolmentState, LessonState

SOURCE = "training.enrolment"


@dataclass(frozen=True)
class Assigned:
    """What an assignment did: how many people got the lesson, and how many had it already."""

    new: int
    already: int


@transaction.atomic
def assign_lesson(
    *, actor: Any, lesson: Lesson, people: Iterable[Any], due_on: date | None = None, reason: str = ""
) -> Assigned:
    """Give the lesson to each of ``people``; whoever has it, or completed it, is left as they are.

    A cancelled assignment comes back with the new date and reason. Nothing is assigned when one of ``people`` is not
    the actor's to assign to. Raises ``Refused``.
    """
    people = list(people)
    _require_assigner(actor, lesson, people, due_on)
    standing = {row.person_id: row for row in lesson.enrolments.filter(person__in=people)}
    wanted = {"assigned_by": actor, "due_on": due_on, "reason": reason.strip()[:200]}
    new = 0
    for person in people:
        enrolment = standing.get(person.pk)
        if enrolment is None:
            _enrol(actor, lesson, person, wanted)
        elif enrolment.state == EnrolmentState.CANCELLED:
            move(enrolment, to=EnrolmentState.ASSIGNED, moves=ENROLMENT_MOVES, actor=actor, **wanted)
        else:
            continue
        new += 1
    return Assigned(new, len(people) - new)


@transaction.atomic
def choose_lesson(*, actor: Any, lesson: Lesson) -> Enrolment:
    """Take a published lesson of the own unit for oneself and start it; a lesson one has is returned as it is."""
    if lesson.state != LessonState.PUBLISHED or actor.person_id is None or actor.person.unit_id != lesson.unit_id:
        raise Refused(_("This lesson is not open."))
    enrolment = lesson.enrolments.filter(person_id=actor.person_id).first()
    wanted = {"assigned_by": actor, "due_on": None, "reason": ""}
    if enrolment is None:
        enrolment = _enrol(actor, lesson, actor.person, wanted)
    elif enrolment.state == EnrolmentState.CANCELLED:
        move(enrolment, to=EnrolmentState.ASSIGNED, moves=ENROLMENT_MOVES, actor=actor, **wanted)
    return start_lesson(actor=actor, enrolment=enrolment)


@transaction.atomic
def start_lesson(*, actor: Any, enrolment: Enrolment) -> Enrolment:
    """Begin reading; one that is started or completed stays as it is. Raises ``Refused``."""
    _require_learner(actor, enrolment)
    if enrolment.state in (EnrolmentState.STARTED, EnrolmentState.COMPLETED):
        return enrolment
    require_readable(enrolment.lesson)
    return move(enrolment, to=EnrolmentState.STARTED, moves=ENROLMENT_MOVES, actor=actor, started_at=timezone.now())


@transaction.atomic
def answer_lesson(*, actor: Any, enrolment: Enrolment, answers: Mapping[int, int]) -> Enrolment:
    """Hand in the check questions: ``answers`` is question id → chosen index.

    With every answer right the lesson is completed and its hours enter the performance record, in this transaction and
    once only. Otherwise the answers are kept for the explanation and the person tries again: how often is not
    recorded anywhere else. Raises ``Refused``.
    """
    enrolment = (
        Enrolment.objects.select_for_update(of=("self",)).select_related("lesson", "person").get(pk=enrolment.pk)
    )
    _require_learner(actor, enrolment)
    if enrolment.state == EnrolmentState.COMPLETED:
        return enrolment
    require_readable(enrolment.lesson)
    questions = list(enrolment.lesson.questions.all())
    if missing := [number for number, one in enumerate(questions, 1) if one.pk not in answers]:
        raise Refused(_("Please answer question %(number)d.") % {"number": missing[0]})
    enrolment.answers = {str(one.pk): answers[one.pk] for one in questions}
    enrolment.tries += 1
    enrolment.save(update_fields=["answers", "tries"])
    if any(answers[one.pk] != one.right for one in questions):
        return enrolment
    return _complete(actor, enrolment)


@transaction.atomic
def cancel_enrolment(*, actor: Any, enrolment: Enrolment) -> Enrolment:
    """Take an open assignment back. Raises ``Refused``."""
    if not may_cancel_enrolment(actor, enrolment):
        raise Refused(_("This assignment cannot be cancelled."))
    return move(enrolment, to=EnrolmentState.CANCELLED, moves=ENROLMENT_MOVES, actor=actor)


def require_readable(lesson: Lesson) -> None:
    """Raises ``Refused`` while the lesson is revised, archived, or its study is withdrawn."""
    if lesson.state != LessonState.PUBLISHED:
        raise Refused(_("This lesson is being revised. Please come back later."))
    study = release_by_id(lesson.study_release_id)
    if study is None or study.is_withdrawn:
        raise Refused(_("The case study of this lesson was withdrawn."))


def _enrol(actor: Any, lesson: Lesson, person: Any, wanted: dict[str, Any]) -> Enrolment:
    enrolment = Enrolment.objects.create(lesson=lesson, person_id=person.pk, **wanted)
    record_activity(actor=actor, act="enrolment.assigned", subject=enrolment, detail={"lesson": lesson.pk})
    return enrolment


def _complete(actor: Any, enrolment: Enrolment) -> Enrolment:
    lesson, now = enrolment.lesson, timezone.now()
    if enrolment.state == EnrolmentState.ASSIGNED:
        move(enrolment, to=EnrolmentState.STARTED, moves=ENROLMENT_MOVES, actor=actor, started_at=now)
    enrolment = move(enrolment, to=EnrolmentState.COMPLETED, moves=ENROLMENT_MOVES, actor=actor, completed_at=now)
    record_performance(
        actor=actor,
        person=enrolment.person,
        kind=EntryKind.LESSON,
        source=SOURCE,
        source_key=str(enrolment.pk),
        occurred_on=timezone.localdate(now),
        title=lesson.title,
        defect_code=lesson.defect_code,
        hours=lesson.hours,
        detail={"lesson": lesson.pk},
    )
    return enrolment


def _require_learner(actor: Any, enrolment: Enrolment) -> None:
    if not may_work_on(actor, enrolment):
        raise Refused(_("This lesson was not given to you."))
    if enrolment.state == EnrolmentState.CANCELLED:
        raise Refused(_("This assignment was cancelled."))


def _require_assigner(actor: Any, lesson: Lesson, people: list[Any], due_on: date | None) -> None:
    if not may_assign_lesson(actor, lesson):
        raise Refused(_("Only a published lesson of your unit can be assigned."))
    if not people:
        raise Refused(_("Please choose a department or at least one person."))
    if due_on and due_on < timezone.localdate():
        raise Refused(_("The last day lies in the past."))
    strangers = [person.name for person in people if not may_assign_to(actor, person)]
    if strangers:
        raise Refused(_("You cannot assign lessons to %(name)s.") % {"name": strangers[0]})

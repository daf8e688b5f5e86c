"""Who may do what in training: small predicates over an account and, where one matters, a row.

Sets of rows speak through ``visible_to`` of their querysets.
"""

from typing import Any

from casebank.enums import Role
from casebank.rules import has_role, same_unit
from training.states import EnrolmentState, LessonState


def has_unit(user: Any, *roles: Role) -> bool:
    """An active account with a roster row, holding any of ``roles``."""
    return has_role(user, *roles) and user.person_id is not None


def may_learn(user: Any) -> bool:
    """Everybody on the roster has lessons of their own."""
    return bool(user.is_authenticated and user.is_active and user.person_id)


def may_author_lessons(user: Any) -> bool:
    return has_unit(user, Role.TRAINER)


def may_manage_lessons(user: Any) -> bool:
    """See lessons with their progress: trainers those of the unit, heads the published ones."""
    return has_unit(user, Role.TRAINER, Role.HEAD)


def may_change_lesson(user: Any, lesson: Any) -> bool:
    """Publish, archive, take back: a trainer of the unit."""
    return may_author_lessons(user) and same_unit(user, lesson.unit_id)


def may_edit_lesson(user: Any, lesson: Any) -> bool:
    """The words and questions change only while the lesson is a draft."""
    return lesson.state == LessonState.DRAFT and may_change_lesson(user, lesson)


def may_assign_lesson(user: Any, lesson: Any) -> bool:
    """Trainers to people of the unit, heads to people of their department (see ``may_assign_to``)."""
    return lesson.state == LessonState.PUBLISHED and may_manage_lessons(user) and same_unit(user, lesson.unit_id)


def may_assign_to(user: Any, person: Any) -> bool:
    if not (person.is_active and same_unit(user, person.unit_id)):
        return False
    if has_role(user, Role.TRAINER):
        return True
    own = person.department_id is not None and person.department_id == user.person.department_id
    return own and has_role(user, Role.HEAD)


def may_cancel_enrolment(user: Any, enrolment: Any) -> bool:
    """Whoever may assign to the person, while the lesson is not completed."""
    open_ = enrolment.state in (EnrolmentState.ASSIGNED, EnrolmentState.STARTED)
    return open_ and may_manage_lessons(user) and may_assign_to(user, enrolment.person)


def may_work_on(user: Any, enrolment: Any) -> bool:
    """Read and answer: only the person the lesson is for."""
    return may_learn(user) and enrolment.person_id == user.person_id


def may_see_effects(user: Any) -> bool:
    """Figures of groups, without people or cases."""
    return has_unit(user, Role.HR, Role.TRAINER, Role.INSPECTOR)


def may_see_report(user: Any) -> bool:
    """The competency report of the own unit."""
    return has_unit(user, Role.HR)


def may_set_targets(user: Any) -> bool:
    return has_unit(user, Role.HR)

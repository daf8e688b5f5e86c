"""Truth tables of ``training.rules`` over roles and states."""

from types import SimpleNamespace

import pytest

from casebank.enums import Role
from training import rules
from training.states import EnrolmentState, LessonState

PROSECUTOR, TRAINER, MARKER, INSPECTOR, HR, HEAD, ADMINISTRATOR = Role
TABLE = {
    rules.may_learn: set(Role),
    rules.may_author_lessons: {TRAINER},
    rules.may_manage_lessons: {TRAINER, HEAD},
    rules.may_see_effects: {HR, TRAINER, INSPECTOR},
    rules.may_see_report: {HR},
    rules.may_set_targets: {HR},
}


def account(*roles, active=True, signed_in=True, person_id=1, unit=1, department=1):
    return SimpleNamespace(
        is_authenticated=signed_in,
        is_active=active,
        role_codes=frozenset(roles),
        person_id=person_id,
        person=SimpleNamespace(unit_id=unit, department_id=department),
        pk=1,
    )


def person(unit=1, department=1, active=True):
    return SimpleNamespace(unit_id=unit, department_id=department, is_active=active)


def lesson(state=LessonState.PUBLISHED, unit=1):
    return SimpleNamespace(state=state, unit_id=unit)


@pytest.mark.parametrize("predicate", TABLE, ids=lambda predicate: predicate.__name__)
@pytest.mark.parametrize("role", Role)
def test_roles(predicate, role):
    assert predicate(account(role)) is (role in TABLE[predicate])


@pytest.mark.parametrize("predicate", TABLE, ids=lambda predicate: predicate.__name__)
def test_closed_accounts_strangers_and_accounts_off_the_roster_may_nothing(predicate):
    assert not predicate(account(*Role, active=False))
    assert not predicate(account(*Role, signed_in=False))
    assert not predicate(account(*Role, person_id=None))


@pytest.mark.parametrize("state", LessonState)
@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("role", Role)
def test_lesson_table(role, state, unit):
    user, one, own = account(role), lesson(state, unit), unit == 1

    assert rules.may_change_lesson(user, one) is (role == TRAINER and own)
    assert rules.may_edit_lesson(user, one) is (role == TRAINER and own and state == LessonState.DRAFT)
    assert rules.may_assign_lesson(user, one) is (role in {TRAINER, HEAD} and own and state == LessonState.PUBLISHED)


@pytest.mark.parametrize(
    ("role", "whom", "allowed"),
    [
        (TRAINER, person(), True),
        (TRAINER, person(department=2), True),
        (TRAINER, person(unit=2), False),
        (TRAINER, person(active=False), False),
        (HEAD, person(), True),
        (HEAD, person(department=2), False),
        (HEAD, person(unit=2), False),
        (HEAD, person(department=None), False),
        (HR, person(), False),
        (PROSECUTOR, person(), False),
    ],
)
def test_whom_one_may_assign_to(role, whom, allowed):
    assert rules.may_assign_to(account(role), whom) is allowed


def test_a_head_without_department_assigns_to_nobody():
    assert not rules.may_assign_to(account(HEAD, department=None), person(department=None))


@pytest.mark.parametrize("state", EnrolmentState)
@pytest.mark.parametrize("role", Role)
def test_cancelling(role, state):
    enrolment = SimpleNamespace(state=state, person=person())
    open_ = state in {EnrolmentState.ASSIGNED, EnrolmentState.STARTED}

    assert rules.may_cancel_enrolment(account(role), enrolment) is (open_ and role in {TRAINER, HEAD})


def test_only_the_person_works_on_a_lesson():
    assert rules.may_work_on(account(PROSECUTOR, person_id=1), SimpleNamespace(person_id=1))
    assert not rules.may_work_on(account(*Role, person_id=2), SimpleNamespace(person_id=1))

"""Who may do what with a study: roles × units × states × parts."""

from itertools import product

import pytest

from casebank.enums import Role
from casebank.models import Study
from casebank.rules import (
    may_author_studies,
    may_confirm_study,
    may_edit_study,
    may_mask_study,
    may_open_facts,
    may_see_studies,
    may_see_study,
    may_withdraw_study,
)
from casebank.states import StudyState
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db

TRAINER, INSPECTOR = Role.TRAINER, Role.INSPECTOR
OTHERS = [role for role in Role if role not in (TRAINER, INSPECTOR)]
DRAFT, SUGGESTED, RESOLVED, RELEASED, WITHDRAWN = StudyState
# predicate → who passes it, as (part, role, state); part: author, masker, colleague (all of the unit)
PARTS = ("author", "masker", "colleague")
EXPECTED = {
    may_see_study: set(product(PARTS, (TRAINER, INSPECTOR), StudyState)),
    may_open_facts: set(product(PARTS, (TRAINER, INSPECTOR), (DRAFT, SUGGESTED)))
    | set(product(("author", "masker"), (TRAINER, INSPECTOR), StudyState)),
    may_edit_study: set(product(PARTS, (TRAINER,), (DRAFT, SUGGESTED)))
    | set(product(("author", "masker"), (TRAINER,), (RESOLVED,))),
    may_mask_study: set(product(PARTS, (TRAINER, INSPECTOR), (DRAFT, SUGGESTED))),
    may_confirm_study: set(product(("colleague",), (TRAINER, INSPECTOR), StudyState)),
    may_withdraw_study: set(product(PARTS, (INSPECTOR,), StudyState))
    | set(product(("author",), (TRAINER,), StudyState)),
}


def user_with(role, **person):
    return UserFactory(roles=[role], person=PersonFactory(**person))


def study_with(state, **people):
    case = CaseFactory(handler=PersonFactory())
    finding = FindingFactory(confirmed=True, evaluation=EvaluationFactory(case=case))
    return Study(finding=finding, defect=finding.defect, state=state, **people)


@pytest.mark.parametrize("predicate", EXPECTED, ids=lambda one: one.__name__)
def test_truth_table(predicate):
    somebody = user_with(TRAINER)
    allowed = set()
    for role in (TRAINER, INSPECTOR):
        user = user_with(role)
        for part, state in product(PARTS, StudyState):
            study = study_with(
                state,
                author=user if part == "author" else somebody,
                resolved_by=user if part == "masker" else None,
            )
            if predicate(user, study):
                allowed.add((part, role, state))

    assert allowed == EXPECTED[predicate]


@pytest.mark.parametrize("predicate", EXPECTED, ids=lambda one: one.__name__)
def test_other_roles_other_units_and_closed_accounts_pass_nothing(predicate):
    strangers = [user_with(role) for role in OTHERS]
    strangers += [user_with(role, unit=UnitFactory(code="QT")) for role in (TRAINER, INSPECTOR)]
    strangers += [
        UserFactory(roles=[TRAINER], is_active=False),
        UserFactory(roles=[TRAINER], person=None, username="x"),
    ]

    for user, state in product(strangers, StudyState):
        assert not predicate(user, study_with(state, author=user, resolved_by=user))


@pytest.mark.parametrize(
    ("predicate", "roles"), [(may_author_studies, {TRAINER}), (may_see_studies, {TRAINER, INSPECTOR})]
)
def test_roles_without_a_study(predicate, roles):
    assert {role for role in Role if predicate(user_with(role))} == roles

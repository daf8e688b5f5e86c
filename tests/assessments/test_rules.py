"""Truth tables: which role may do what, in the own unit and in another."""

import pytest
from django.contrib.auth.models import AnonymousUser

from assessments import rules
from assessments.models import Attempt, Item, Paper, Sitting
from assessments.states import ItemState
from casebank.enums import Role
from tests.factories import assessments as make
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db

GENERAL = {
    rules.may_author: {Role.TRAINER},
    rules.may_see_papers: {Role.TRAINER, Role.INSPECTOR, Role.HEAD},
    rules.may_plan_sittings: {Role.TRAINER},
    rules.may_see_sittings: {Role.TRAINER, Role.HEAD},
    rules.may_take_tests: set(Role),
}
ON_DRAFTS = {
    (rules.may_edit_item, "item"): {Role.TRAINER},
    (rules.may_edit_paper, "paper"): {Role.TRAINER},
    (rules.may_approve_paper, "paper"): {Role.TRAINER, Role.INSPECTOR, Role.HEAD},
    (rules.may_run_sitting, "sitting"): {Role.TRAINER},
}


@pytest.fixture
def rows():
    from assessments.domain.paper import create_paper

    sitting = make.open_sitting()
    draft = create_paper(actor=sitting.created_by, texts={"title": "草稿"})
    return {"item": make.evidence_item(sitting.created_by, ready=False), "paper": draft, "sitting": sitting}


@pytest.mark.parametrize("role", list(Role))
def test_general_rights_by_role(role):
    user = UserFactory(roles=[role])

    assert {rule.__name__: rule(user) for rule in GENERAL} == {
        rule.__name__: role in allowed for rule, allowed in GENERAL.items()
    }


@pytest.mark.parametrize("role", list(Role))
def test_rights_on_rows_by_role_and_unit(rows, role):
    here, away = UserFactory(roles=[role]), UserFactory(roles=[role], person__unit=UnitFactory(code="LX"))

    for (rule, name), allowed in ON_DRAFTS.items():
        assert rule(here, rows[name]) is (role in allowed), rule.__name__
        assert rule(away, rows[name]) is False, rule.__name__


@pytest.mark.parametrize("account", ["anonymous", "inactive", "no person"])
def test_accounts_that_may_nothing(rows, account):
    users = {
        "anonymous": AnonymousUser(),
        "inactive": UserFactory(roles=list(Role), is_active=False),
        "no person": UserFactory(roles=list(Role), person=None, username="nobody"),
    }
    user = users[account]

    assert not any(rule(user) for rule in GENERAL)
    assert not any(rule(user, rows[name]) for rule, name in ON_DRAFTS)
    assert not any(model.objects.visible_to(user).exists() for model in (Item, Paper, Sitting, Attempt))


@pytest.mark.parametrize(("state", "frozen"), [(ItemState.READY, None), (ItemState.DRAFT, "2026-01-01T00:00Z")])
def test_only_open_drafts_are_edited(rows, state, frozen):
    item = rows["item"]
    item.state, item.frozen_at = state, frozen

    assert not rules.may_edit_item(item.author, item)


def test_the_author_never_approves(rows):
    author = rows["paper"].author

    assert not rules.may_approve_paper(author, rows["paper"])


def test_only_the_candidate_owns_the_attempt():
    attempt = make.started_attempt()
    sitting = attempt.sitting
    people = [sitting.created_by, sitting.paper.approved_by, sitting.markers.get(), UserFactory(roles=list(Role))]

    assert rules.owns_attempt(attempt.person.account, attempt)
    assert not any(rules.owns_attempt(user, attempt) for user in people)
    assert list(Attempt.objects.visible_to(attempt.person.account)) == [attempt]
    assert not any(Attempt.objects.visible_to(user).exists() for user in people)


def test_markers_are_named_and_never_mark_themselves():
    both = UserFactory(roles=["marker", "prosecutor"])
    attempt = make.started_attempt(both)
    named = attempt.sitting.markers.get()
    attempt.sitting.markers.add(both)

    assert rules.may_mark_attempt(named, attempt)
    assert not rules.may_mark_attempt(both, attempt)
    assert not rules.may_mark_attempt(UserFactory(roles=["marker"]), attempt)


def test_whoever_still_has_to_sit_a_paper_sees_neither_it_nor_its_items():
    candidate = UserFactory(roles=["trainer", "inspector"])
    sitting = make.open_sitting(candidate)

    assert not Paper.objects.visible_to(candidate).exists()
    assert not Item.objects.visible_to(candidate).exists()
    assert Paper.objects.visible_to(sitting.created_by).exists()

    sitting.attempts.update(marking="released")
    assert Paper.objects.visible_to(candidate).get() == sitting.paper
    assert Item.objects.visible_to(candidate).count() == 2

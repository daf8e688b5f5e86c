import pytest

from assessments.domain import item, paper
from assessments.models import Item
from assessments.states import PaperState
from casebank.core.errors import Refused
from tests.factories import assessments as make
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    made = make.evidence_item()
    draft = paper.create_paper(actor=made.author, texts={"title": "试卷"})
    paper.add_item(actor=made.author, paper=draft, item=made)
    return draft


def test_the_author_does_not_approve(draft):
    with pytest.raises(Refused):
        paper.approve_paper(actor=draft.author, paper=draft)


@pytest.mark.parametrize("role", ["trainer", "inspector", "head"])
def test_a_second_person_approves_and_items_are_fixed(draft, role):
    second = UserFactory(roles=[role])

    approved = paper.approve_paper(actor=second, paper=draft)

    assert (approved.state, approved.approved_by) == (PaperState.APPROVED, second)
    assert Item.objects.get().frozen_at == approved.approved_at


@pytest.mark.parametrize("role", ["prosecutor", "marker", "hr", "administrator"])
def test_others_do_not_approve(draft, role):
    with pytest.raises(Refused):
        paper.approve_paper(actor=UserFactory(roles=[role]), paper=draft)


def test_inspectors_of_another_unit_do_not_approve(draft):
    with pytest.raises(Refused):
        paper.approve_paper(actor=UserFactory(roles=["inspector"], person__unit=UnitFactory(code="LX")), paper=draft)


def test_an_item_that_went_back_to_draft_stops_the_approval(draft):
    made = Item.objects.get()
    item.reopen_item(actor=made.author, item=made)

    with pytest.raises(Refused):
        paper.approve_paper(actor=UserFactory(roles=["inspector"]), paper=draft)

    draft.refresh_from_db()
    made.refresh_from_db()
    assert (draft.state, made.frozen_at) == (PaperState.DRAFT, None)


def test_an_empty_paper_is_not_approved():
    draft = paper.create_paper(actor=make.trainer(), texts={"title": "空"})

    with pytest.raises(Refused):
        paper.approve_paper(actor=UserFactory(roles=["inspector"]), paper=draft)


def test_one_version_of_an_item_per_paper(draft):
    made = Item.objects.get()
    second = item.mark_ready(actor=made.author, item=item.duplicate_item(actor=made.author, item=made))

    for one in (made, second):
        with pytest.raises(Refused):
            paper.add_item(actor=draft.author, paper=draft, item=one)


def test_items_move_and_go(draft):
    other = make.drafting_item(draft.author)
    slot = paper.add_item(actor=draft.author, paper=draft, item=other)

    paper.move_slot(actor=draft.author, slot=slot, step=-1)
    assert list(draft.slots.values_list("item__kind", "order")) == [("drafting", 1), ("evidence_review", 2)]

    paper.remove_slot(actor=draft.author, slot=draft.slots.get(item=other))
    assert list(draft.slots.values_list("item__kind", "order")) == [("evidence_review", 1)]


def test_an_approved_paper_does_not_change():
    approved = make.approved_paper()

    with pytest.raises(Refused):
        paper.edit_paper(actor=approved.author, paper=approved, texts={"title": "改"})
    with pytest.raises(Refused):
        paper.remove_slot(actor=approved.author, slot=approved.slots.first())

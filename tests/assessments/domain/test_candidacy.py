"""Whoever is still to sit an item sees its key nowhere: not in another version, paper or marking sheet."""

import pytest

from assessments.domain import item as items
from assessments.domain.queries.marking import results_to_release, scripts_to_mark, sittings_to_mark
from assessments.models import Attempt, Item, Paper
from tests.factories import assessments as make
from tests.factories.marking import submitted_script
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    return make.evidence_item()


def test_another_version_of_the_item_is_hidden(item):
    candidate = UserFactory(roles=["trainer"])
    make.open_sitting(candidate, of=make.approved_paper(item))

    copy = items.duplicate_item(actor=item.author, item=item)

    assert not Item.objects.visible_to(candidate).filter(pk__in=[item.pk, copy.pk]).exists()
    assert Item.objects.visible_to(item.author).filter(pk=copy.pk).exists()


def test_another_paper_with_the_item_is_hidden(item):
    candidate = UserFactory(roles=["inspector"])
    other = make.approved_paper(item, make.drafting_item(item.author))
    make.open_sitting(candidate, of=make.approved_paper(item))

    assert not Paper.objects.visible_to(candidate).exists()
    assert other in Paper.objects.visible_to(item.author)


def test_a_marker_who_is_to_sit_the_paper_later_does_not_open_its_sheets(item):
    marker, paper = UserFactory(roles=["marker"]), make.approved_paper(item)
    script = submitted_script(marker=marker, of=paper)
    assert script in scripts_to_mark(marker)

    make.open_sitting(marker, of=paper)

    assert not scripts_to_mark(marker).exists()
    assert not sittings_to_mark(marker).exists()
    Attempt.objects.filter(person=marker.person).update(marking="released")
    assert script in scripts_to_mark(marker)


def test_a_trainer_who_is_to_sit_the_paper_later_reads_no_script_of_it(item):
    trainer, paper = UserFactory(roles=["trainer"]), make.approved_paper(item)
    script = submitted_script(of=paper)
    Attempt.objects.filter(pk=script.pk).update(marking="marked")
    assert script in results_to_release(trainer)

    make.open_sitting(trainer, of=paper)

    assert not results_to_release(trainer).exists()

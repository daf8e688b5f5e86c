from decimal import Decimal

import pytest

from casebank.core.errors import Refused
from casebank.models import Activity, Competency, Post
from tests.factories.people import PostFactory, UserFactory
from tests.factories.training import CompetencyFactory
from training.domain.competency import ensure_default_targets, set_targets
from training.models import PostTarget

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def one_competency():
    Competency.objects.all().delete()
    return CompetencyFactory()


@pytest.fixture
def post():
    return PostFactory(name="检察官")


def levels():
    return {(row.post.name, row.competency.code): row.level for row in PostTarget.objects.all()}


def test_hr_sets_changes_and_removes(post):
    hr = UserFactory(roles=["hr"])

    assert set_targets(actor=hr, targets={(post.pk, "CP-01"): Decimal("3.5")}) == 1
    assert set_targets(actor=hr, targets={(post.pk, "CP-01"): Decimal("3.5")}) == 0
    assert levels() == {("检察官", "CP-01"): Decimal("3.5")}

    assert set_targets(actor=hr, targets={(post.pk, "CP-01"): None}) == 1
    assert levels() == {}
    assert list(Activity.objects.filter(act__startswith="target.").values_list("act", flat=True)) == [
        "target.removed",
        "target.set",
    ]


@pytest.mark.parametrize("level", [Decimal("0.9"), Decimal("5.1")])
def test_levels_lie_between_one_and_five(post, level):
    with pytest.raises(Refused):
        set_targets(actor=UserFactory(roles=["hr"]), targets={(post.pk, "CP-01"): level})


def test_only_hr_sets_targets(post):
    with pytest.raises(Refused):
        set_targets(actor=UserFactory(roles=["head"]), targets={(post.pk, "CP-01"): Decimal(3)})


def test_defaults_fill_only_posts_without_targets(post):
    PostFactory(name="书记员")
    PostFactory(name="厨师")
    set_targets(actor=UserFactory(roles=["hr"]), targets={(post.pk, "CP-01"): Decimal(2)})

    assert ensure_default_targets() == 1
    assert ensure_default_targets() == 0
    assert levels() == {("检察官", "CP-01"): Decimal("2.0"), ("书记员", "CP-01"): Decimal("3.3")}
    assert Post.objects.count() == 4  # the three above and the one of the factory's person

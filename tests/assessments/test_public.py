import pytest

from assessments import public
from assessments.domain.paper import add_item, create_paper
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


def test_sittings_for_a_person_tell_the_stage():
    candidate = UserFactory(roles=["prosecutor"])
    attempt = make.started_attempt(candidate)
    make.open_sitting(candidate, of=attempt.sitting.paper, title="另一场")

    tests = public.sittings_for(candidate.person)

    assert {(test.title, test.stage) for test in tests} == {
        ("第四季度测试", public.Stage.RUNNING),
        ("另一场", public.Stage.OPEN),
    }
    assert public.desk_counts(candidate)["tests"] == 2


def test_the_desk_counts_papers_for_the_second_person_only():
    item = make.evidence_item()
    draft = create_paper(actor=item.author, texts={"title": "待审定"})
    add_item(actor=item.author, paper=draft, item=item)

    assert public.desk_counts(UserFactory(roles=["inspector"]))["papers"] == 1
    assert public.desk_counts(item.author)["papers"] == 0
    assert public.desk_counts(UserFactory(roles=["prosecutor"])) == {"tests": 0, "papers": 0, "sittings": 0}

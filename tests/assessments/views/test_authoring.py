"""Trainers' pages: items, papers, sittings."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from assessments.models import Item, Paper, Sitting
from tests.factories import assessments as make
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def trainer(client):
    trainer = make.trainer()
    client.force_login(trainer)
    return trainer


def page(name, *args):
    return reverse(f"assessments:{name}", args=args)


def test_an_evidence_item_grows_page_by_page_until_it_is_ready(client, trainer):
    DefectTypeFactory()
    texts = {"title": "盗窃案", "task": "指出问题。", "competency_codes": ["CP-01"]}

    client.post(page("item_new", "evidence_review"), texts)
    item = Item.objects.get()
    document = {"title": "询问笔录", "evidence_kind": "证人证言", "text": "第一段\n询问时间： 时 分"}
    client.post(page("document_new", item.pk), document)
    filled = client.get(page("finding_new", item.pk), {"issue": "EI-013"}).context["form"].initial
    finding = {
        **filled,
        "document": item.documents.get().pk,
        "quote": "询问时间： 时 分",
        "defect_code": "XS-ZJ-06",
        "points": "5",
    }
    client.post(page("finding_new", item.pk), finding)
    client.post(page("item_ready", item.pk))

    item.refresh_from_db()
    found = item.key_findings.get()
    assert (item.state, found.paragraph.order, found.is_located) == ("ready", 2, True)
    assert found.legal_basis and found.remedy


def test_words_that_are_not_in_the_file_keep_the_form_with_the_reason(client, trainer):
    item = make.evidence_item(trainer, ready=False)
    data = {"document": item.documents.first().pk, "quote": "卷中没有的话", "points": "5", "statement": "保留的说明"}

    response = client.post(page("finding_new", item.pk), data)

    assert "quote" in response.context["form"].errors
    assert "保留的说明" in response.content.decode()
    assert item.key_findings.count() == 4


def test_a_drafting_item_demands_the_citation_policy(client, trainer):
    make.document_type()
    texts = {"title": "提纲", "task": "写。", "competency_codes": ["CP-08"], "document_code": "BCTG"}

    refused = client.post(page("item_new", "drafting"), texts)
    client.post(page("item_new", "drafting"), texts | {"missing_citation": "zero"})

    assert "missing_citation" in refused.context["form"].errors
    assert Item.objects.get().reference_sections.count() == 3


def test_rubric_points_take_wordings_line_by_line(client, trainer):
    item = make.drafting_item(trainer, ready=False)
    data = {
        "section": "BCTG-1",
        "text": "写明理由",
        "points": "3",
        "required": "刑法第264条\n\n盗窃罪|偷盗 ",
        "forbidden": "",
    }

    client.post(page("criterion_new", item.pk), data)

    added = item.criteria.last()
    assert (added.order, added.required, added.forbidden) == (4, ["刑法第264条", "盗窃罪|偷盗"], [])


def test_the_list_filters_by_kind_state_competency_and_words(client, trainer):
    evidence = make.evidence_item(trainer)
    drafting = make.drafting_item(trainer, ready=False)

    def listed(**query):
        return {item.pk for item in client.get(page("item_list"), query).context["page"]}

    assert listed() == {evidence.pk, drafting.pk}
    assert listed(kind="drafting") == {drafting.pk}
    assert listed(state="ready") == {evidence.pk}
    assert listed(competency="CP-08") == {drafting.pk}
    assert listed(q="罗志田") == {evidence.pk}
    assert listed(q="xs-zj-06") == {evidence.pk}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_for_every_length(client, trainer, count, django_assert_num_queries):
    for number in range(count):
        make.drafting_item(trainer, title=f"题{number}")
    client.get(page("item_list"))

    with django_assert_num_queries(8):
        client.get(page("item_list"))


def test_a_paper_is_put_together_and_approved_by_another(client, trainer):
    item = make.evidence_item(trainer)
    client.post(page("paper_new"), {"title": "试卷", "instructions": "说明"})
    paper = Paper.objects.get()
    client.post(page("paper_add", paper.pk), {"item": item.pk})

    client.post(page("paper_approve", paper.pk), headers={"referer": "http://testserver/tests/papers/"})
    paper.refresh_from_db()
    assert paper.state == "draft"

    client.force_login(UserFactory(roles=["head"]))
    client.post(page("paper_approve", paper.pk))
    paper.refresh_from_db()
    assert paper.state == "approved"


def test_a_sitting_is_planned_peopled_opened_and_extended(client, trainer):
    paper = make.approved_paper(author=trainer)
    member, marker = PersonFactory(), UserFactory(roles=["marker"])
    now = timezone.localtime()
    when = {"opens_at": f"{now:%Y-%m-%dT%H:%M}", "closes_at": f"{now + timedelta(hours=9):%Y-%m-%dT%H:%M}"}
    data = {"paper": paper.pk, "title": "场次", "kind": "formal", "minutes": 480, "grace_seconds": 180, **when}

    client.post(page("sitting_new"), data)
    sitting = Sitting.objects.get()
    client.post(page("sitting_people", sitting.pk), {"people": [member.pk], "markers": [marker.pk]})
    client.post(page("sitting_open", sitting.pk))
    client.post(page("sitting_extend", sitting.pk), {"minutes": 30, "reason": "停电"})

    sitting.refresh_from_db()
    assert (sitting.state, sitting.minutes, sitting.attempts.get().person) == ("open", 510, member)
    assert member.name in client.get(page("sitting_detail", sitting.pk)).content.decode()


def test_a_whole_department_sits(client, trainer):
    sitting = make.open_sitting(of=make.approved_paper(author=trainer))
    people = PersonFactory.create_batch(3, department__name="第七检察部")

    client.post(
        page("sitting_people", sitting.pk),
        {"departments": [people[0].department_id], "markers": list(sitting.markers.values_list("pk", flat=True))},
    )

    assert set(sitting.attempts.values_list("person", flat=True)) == {person.pk for person in people}


def test_a_conflict_is_explained_on_the_page_and_changes_nothing(client, trainer):
    sitting = make.open_sitting(of=make.approved_paper(author=trainer))
    before = set(sitting.attempts.values_list("person", flat=True))

    response = client.post(page("sitting_people", sitting.pk), {"people": [trainer.person_id]})

    assert trainer.person.name in str(response.context["candidates"].errors)
    assert set(sitting.attempts.values_list("person", flat=True)) == before
    assert sitting.markers.count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_board_costs_the_same_for_every_length(client, trainer, count, django_assert_num_queries):
    candidates = [UserFactory(roles=["prosecutor"]) for _ in range(count)]
    sitting = make.open_sitting(*candidates, of=make.approved_paper(author=trainer))
    url = page("sitting_detail", sitting.pk) + "?board=1"
    client.get(url, HTTP_HX_REQUEST="true")

    with django_assert_num_queries(9):
        response = client.get(url, HTTP_HX_REQUEST="true")

    assert response.content.decode().strip().startswith('<div id="candidates"')


def test_pages_of_another_unit_do_not_exist(client, trainer):
    sitting = make.open_sitting()
    item = Item.objects.first()
    client.force_login(make.trainer(person__unit=UnitFactory(code="LX")))

    for url in (
        page("item_detail", item.pk),
        page("item_preview", item.pk),
        page("item_edit", item.pk),
        page("paper_detail", sitting.paper_id),
        page("paper_key", sitting.paper_id),
        page("sitting_detail", sitting.pk),
        page("sitting_people", sitting.pk),
    ):
        assert client.get(url).status_code == 404, url


@pytest.mark.parametrize("role", ["prosecutor", "marker", "hr", "administrator"])
def test_authoring_does_not_exist_for_others(client, role):
    item = make.evidence_item()
    client.force_login(UserFactory(roles=[role]))

    for url in (page("item_list"), page("item_detail", item.pk), page("paper_list"), page("sitting_list")):
        assert client.get(url).status_code == 404, url

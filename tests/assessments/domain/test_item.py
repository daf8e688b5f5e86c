import pytest

from assessments.domain import casefile, item, key, rubric
from assessments.domain.freezing import content_hash, is_intact
from assessments.domain.item_checks import item_problems
from assessments.enums import ItemKind
from assessments.models import Item
from assessments.states import ItemState
from casebank.core.errors import Refused
from casebank.models import Activity
from tests.factories import assessments as make
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def bare_item(author):
    return item.create_item(
        actor=author,
        kind=ItemKind.EVIDENCE_REVIEW,
        texts={"title": "空题", "task": "", "competency_codes": []},
    )


def test_a_new_item_belongs_to_the_unit_of_its_author_and_is_logged():
    author = make.trainer()

    made = bare_item(author)

    assert (made.unit, made.state, made.number) == (author.person.unit, ItemState.DRAFT, 1)
    assert Activity.objects.filter(act="item.created", actor=author).count() == 1


@pytest.mark.parametrize("role", ["prosecutor", "marker", "hr", "inspector", "head", "administrator"])
def test_only_trainers_write_items(role):
    with pytest.raises(Refused):
        bare_item(UserFactory(roles=[role]))


def test_checks_name_everything_that_is_missing():
    made = bare_item(make.trainer())

    assert len(item_problems(made)) == 4
    with pytest.raises(Refused):
        item.mark_ready(actor=made.author, item=made)


def test_checks_look_into_each_finding():
    made = make.evidence_item(ready=False)
    finding = made.key_findings.first()
    finding.points, finding.defect_code, finding.quote = 0, "XX-00", "不在原文"
    finding.save()

    problems = item_problems(made)

    assert len(problems) == 3
    assert all("1" in problem for problem in problems)


def test_a_drafting_item_needs_policy_rubric_and_reference():
    made = make.drafting_item(ready=False)
    Item.objects.filter(pk=made.pk).update(missing_citation="")
    made.reference_sections.update(text="")
    made.criteria.update(points=0)
    made.refresh_from_db()

    assert len(item_problems(made)) == 1 + 3 + 3


def test_the_document_type_stays_while_a_rubric_hangs_on_it():
    made = make.drafting_item(ready=False)

    with pytest.raises(Refused):
        item.edit_item(actor=made.author, item=made, texts={"document_code": "QSS"})

    assert made.reference_sections.count() == 3


def test_points_add_up_without_decoys():
    evidence, drafting = make.evidence_item(), make.drafting_item()

    points = dict(Item.objects.with_points().values_list("pk", "points"))

    assert points == {evidence.pk: 25, drafting.pk: 100}


def test_words_that_are_not_there_are_refused_and_repeated_words_need_a_selection():
    made = make.evidence_item(ready=False)
    document = made.documents.get(order=1)

    with pytest.raises(Refused):
        key.find_place(item=made, document=document, quote="不在卷宗里的话")
    with pytest.raises(Refused, match="民警|2"):
        key.find_place(item=made, document=document, quote="民警")

    first, *others = casefile.locate("民警", casefile.passages_of(made, document))
    assert others
    assert key.find_place(item=made, document=document, quote="民警", wanted=others[0]) == others[0] != first


def test_an_unknown_defect_code_is_refused():
    made = make.evidence_item(ready=False)
    finding = made.key_findings.select_related("paragraph").first()
    place = casefile.locate(finding.quote, casefile.passages_of(made))[0]

    with pytest.raises(Refused):
        key.edit_finding(
            actor=made.author, finding=finding, place=place, quote=finding.quote, texts={"defect_code": "XX-99"}
        )


def test_findings_follow_their_words_through_an_edit_of_the_document():
    made = make.evidence_item(ready=False)
    finding = made.key_findings.get(order=2)
    document = finding.paragraph.document
    text = "\n".join(["新加的第一段", *(one.text for one in document.paragraphs.all())]).replace(
        "民警将罗志田的免冠照片", "上午，民警将罗志田的免冠照片"
    )
    before = finding.paragraph.pid, finding.start

    casefile.edit_document(actor=made.author, document=document, title="辨认笔录", evidence_kind="辨认笔录", text=text)

    finding.refresh_from_db()
    assert finding.is_located
    assert (finding.paragraph.pid, finding.start) == (before[0], before[1] + 3)
    assert [one.order for one in document.paragraphs.all()] == list(range(1, 8))


def test_an_edit_that_would_lose_quoted_words_changes_nothing():
    made = make.evidence_item(ready=False)
    document = made.key_findings.get(order=1).paragraph.document
    before = content_hash(made)

    with pytest.raises(Refused):
        casefile.edit_document(actor=made.author, document=document, title="改", evidence_kind="", text="只剩一段")
    with pytest.raises(Refused):
        casefile.remove_document(actor=made.author, document=document)

    assert content_hash(Item.objects.get(pk=made.pk)) == before


def test_documents_move_and_close_their_gaps():
    made = make.evidence_item(ready=False)
    first, second, *rest = made.documents.all()

    casefile.move_document(actor=made.author, document=second, step=-1)
    casefile.move_document(actor=made.author, document=second, step=-1)
    casefile.remove_document(actor=made.author, document=first)

    assert list(made.documents.values_list("pk", "order")) == [
        (one.pk, number) for number, one in enumerate([second, *rest], start=1)
    ]


def test_a_new_version_carries_case_file_ids_key_and_rubric():
    made = make.evidence_item()

    copy = item.duplicate_item(actor=made.author, item=made)

    assert (copy.family, copy.number, copy.state) == (made.family, 2, ItemState.DRAFT)
    assert content_hash(copy) == content_hash(made)
    assert set(copy.key_findings.values_list("paragraph__document__item", flat=True)) == {copy.pk}
    assert item.duplicate_item(actor=made.author, item=made).number == 3


def test_an_item_of_an_approved_paper_is_fixed():
    evidence, drafting = make.evidence_item(), make.drafting_item()
    make.approved_paper(evidence, drafting)
    author = evidence.author
    for made in (evidence, drafting):
        made.refresh_from_db()
        assert made.frozen_at and is_intact(made)
    finding, document = evidence.key_findings.first(), evidence.documents.first()
    criterion = drafting.criteria.first()

    acts = [
        lambda: item.edit_item(actor=author, item=evidence, texts={"title": "改"}),
        lambda: item.reopen_item(actor=author, item=evidence),
        lambda: key.remove_finding(actor=author, finding=finding),
        lambda: casefile.remove_document(actor=author, document=document),
        lambda: casefile.add_document(actor=author, item=evidence, title="新", evidence_kind="", text="新"),
        lambda: rubric.remove_criterion(actor=author, criterion=criterion),
        lambda: rubric.write_reference(actor=author, item=drafting, texts={criterion.section: "改"}),
    ]
    for act in acts:
        with pytest.raises(Refused):
            act()

    assert is_intact(evidence) and is_intact(drafting)
    drafting.criteria.update(text="暗改")
    assert not is_intact(drafting)


def test_trainers_of_another_unit_change_nothing():
    made = make.evidence_item(ready=False)
    stranger = make.trainer(person__unit=UnitFactory(code="LX"))
    DefectTypeFactory()

    for act in (item.edit_item, item.archive_item, item.duplicate_item, item.mark_ready):
        values = {"texts": {"title": "改"}} if act is item.edit_item else {}
        with pytest.raises(Refused):
            act(actor=stranger, item=made, **values)


def test_archive_and_back():
    made = make.evidence_item()

    item.archive_item(actor=made.author, item=made)
    item.reopen_item(actor=made.author, item=made)

    made.refresh_from_db()
    assert made.state == ItemState.DRAFT

"""Starting, writing, opening and withdrawing a study."""

import pytest

from casebank.core.errors import Refused
from casebank.domain.files import Upload
from casebank.domain.study import edit_study, open_facts, start_study, withdraw_study
from casebank.domain.study_masking import propose_masking
from casebank.models import Activity, Study
from casebank.signals import study_withdrawn
from casebank.states import StudyState
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.studies import (
    FACTS,
    PARTIES,
    TEACHING,
    author,
    draft,
    released,
    resolved,
    second_reader,
    suggested,
)

pytestmark = pytest.mark.django_db


def test_a_study_starts_with_what_the_record_knows():
    trainer = author()
    case = CaseFactory(handler=PersonFactory(name="赵敏", unit=trainer.person.unit))
    finding = FindingFactory(confirmed=True, evaluation=EvaluationFactory(case=case, evaluator_name="黄丽"))
    finding.defect.legal_basis, finding.defect.rectification = "刑诉法第122条", "退回补正"
    finding.defect.save()

    study = start_study(actor=trainer, finding=finding)

    assert study.parties == [
        {"name": "赵敏", "role": "handler"},
        {"name": "黄丽", "role": "evaluator"},
        {"name": case.case_no, "role": "case_no"},
        {"name": case.unit.name, "role": "authority"},
    ]
    assert (study.title, study.rule, study.right_practice) == (finding.defect.title, "刑诉法第122条", "退回补正")
    assert study.state == StudyState.DRAFT


def test_the_secret_offset_is_whole_weeks_and_one_per_case():
    trainer = author()
    case = CaseFactory(handler=PersonFactory(unit=trainer.person.unit))
    evaluation = EvaluationFactory(case=case)
    first = start_study(actor=trainer, finding=FindingFactory(confirmed=True, evaluation=evaluation))
    second = start_study(actor=trainer, finding=FindingFactory(confirmed=True, evaluation=evaluation))

    assert first.day_offset == second.day_offset
    assert first.day_offset % 7 == 0
    assert 0 < abs(first.day_offset) <= 180


def test_only_confirmed_findings_and_trainers_of_the_unit_start_a_study():
    trainer = author()
    open_finding = FindingFactory(evaluation__case__unit=trainer.person.unit)
    elsewhere = author(unit=UnitFactory(code="QT"))
    inspector = second_reader()
    confirmed = FindingFactory(confirmed=True, evaluation__case__unit=trainer.person.unit)

    for actor, finding in ((trainer, open_finding), (elsewhere, confirmed), (inspector, confirmed)):
        with pytest.raises(Refused):
            start_study(actor=actor, finding=finding)
    assert not Study.objects.exists()


@pytest.mark.parametrize("step", [suggested, resolved])
def test_editing_voids_the_masking(step):
    trainer = author()
    study = step(trainer)

    edited = edit_study(actor=trainer, study=study, texts={"facts": FACTS + "另查明无前科。"}, parties=study.parties)

    assert (edited.state, edited.masked, edited.resolved_by) == (StudyState.DRAFT, {}, None)


def test_saving_without_a_change_voids_nothing():
    trainer = author()
    study = resolved(trainer)

    same = edit_study(actor=trainer, study=study, texts=study.texts, parties=study.parties)

    assert same.state == StudyState.RESOLVED


def test_a_released_study_cannot_be_edited():
    trainer = author()
    study = released(trainer, second_reader()).study

    with pytest.raises(Refused):
        edit_study(actor=trainer, study=study, texts={"facts": "别的事实"}, parties=[])


def test_earlier_decisions_to_replace_survive_an_edit():
    trainer = author()
    study = resolved(trainer)
    edit_study(actor=trainer, study=study, texts={"facts": FACTS + "又及。"}, parties=study.parties)

    propose_masking(actor=trainer, study=study)

    assert set(study.spans.filter(text="欧阳志鹏").values_list("decision", flat=True)) == {"replace"}


def test_parties_lose_blank_and_double_rows():
    trainer = author()
    study = draft(trainer)
    rows = [*PARTIES, {"name": "  ", "role": "victim"}, {"name": " 韩国梁 ", "role": "victim"}]

    edited = edit_study(actor=trainer, study=study, texts={}, parties=rows)

    assert edited.parties == PARTIES


@pytest.mark.parametrize(
    ("texts", "parties"),
    [
        ({"title": " "}, []),
        ({"facts": "事" * 20_001}, []),
        ({}, [{"name": "某人", "role": "king"}]),
        ({}, [{"name": "长" * 121, "role": "victim"}]),
    ],
)
def test_impossible_texts_and_parties_are_refused(texts, parties):
    trainer = author()
    study = draft(trainer)

    with pytest.raises(Refused):
        edit_study(actor=trainer, study=study, texts=texts, parties=parties)

    study.refresh_from_db()
    assert study.title == TEACHING["title"]


def test_the_original_of_an_upload_is_kept_in_private():
    trainer = author()
    study = draft(trainer)
    upload = Upload("陈述.docx", b"PK-original")

    edited = edit_study(actor=trainer, study=study, texts={}, parties=study.parties, upload=upload)

    assert edited.upload.purpose == "study"
    assert edited.upload.file.open().read() == b"PK-original"
    assert "陈述" not in edited.upload.file.name


def test_each_opening_of_the_facts_is_written_down():
    trainer, stranger = author(), UserFactory(roles=["marker"])
    study = draft(trainer)

    open_facts(actor=trainer, study=study)
    with pytest.raises(Refused):
        open_facts(actor=stranger, study=study)

    opened = Activity.objects.filter(act="study.facts_opened")
    assert [(line.actor, line.subject) for line in opened] == [(trainer, f"casebank.Study:{study.pk}")]


def test_the_log_never_holds_case_text():
    trainer = author()
    released(trainer, second_reader())

    written = " ".join(f"{line.act} {line.detail}" for line in Activity.objects.all())

    assert not [party["name"] for party in PARTIES if party["name"] in written]


def test_withdrawing_needs_a_reason_and_tells_the_others(django_capture_on_commit_callbacks):
    trainer = author()
    release = released(trainer, second_reader())
    heard = []
    study_withdrawn.connect(
        lambda **news: heard.append((news["study_id"], news["release_ids"])), weak=False, dispatch_uid="t"
    )

    with pytest.raises(Refused):
        withdraw_study(actor=trainer, study=release.study, reason=" ")
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_study(actor=trainer, study=release.study, reason="当事人提出异议")
    study_withdrawn.disconnect(dispatch_uid="t")

    release.study.refresh_from_db()
    assert (release.study.state, release.study.withdraw_reason) == (StudyState.WITHDRAWN, "当事人提出异议")
    assert heard == [(release.study.pk, [release.pk])]

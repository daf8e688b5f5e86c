import pytest

from casebank.core.errors import Conflict, Refused
from casebank.domain.evaluation import confirm_finding, confirm_sure_findings, dismiss_finding, reopen_finding
from casebank.models import Activity, DefectType, Finding, PerformanceEntry
from casebank.signals import finding_confirmed
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.tables import ledger_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def finding(load):
    load(ledger_row(问题描述="案卡漏填；说不清楚的事", 问题代码=""))
    return Finding.objects.get(order=1)


def defect(code="TY-01"):
    return DefectType.objects.get(code=code)


def lines():
    return PerformanceEntry.objects.filter(kind="finding")


def test_a_confirmed_defect_enters_the_performance_record(finding, inspector, handler):
    confirm_finding(actor=inspector, finding=finding, defect=defect(), note="看过卷")

    finding.refresh_from_db()
    assert (finding.state, finding.defect, finding.decided_by, finding.decision_note) == (
        "confirmed", defect(), inspector, "看过卷",
    )  # fmt: skip
    entry = lines().get()
    assert (entry.person, entry.defect_code, entry.occurred_on) == (handler, "TY-01", finding.evaluation.evaluated_on)


def test_news_goes_out_after_the_commit(finding, inspector, handler, django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, **told):
        heard.append((told["finding_id"], told["person_id"], told["defect_code"]))

    finding_confirmed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        confirm_finding(actor=inspector, finding=finding, defect=defect())
    finding_confirmed.disconnect(hear)

    assert heard == [(finding.pk, handler.pk, "TY-01")]


def test_another_code_than_the_proposed_one(finding, inspector):
    confirm_finding(actor=inspector, finding=finding, defect=defect("TY-05"))

    assert lines().get().defect_code == "TY-05"


def test_a_dismissal_needs_a_reason(finding, inspector):
    with pytest.raises(Refused):
        dismiss_finding(actor=inspector, finding=finding, reason="  ")

    dismiss_finding(actor=inspector, finding=finding, reason="系统原因,不是承办人填录")

    finding.refresh_from_db()
    assert (finding.state, finding.defect, lines().count()) == ("dismissed", None, 0)


def test_a_decision_can_be_taken_back_and_made_again(finding, inspector):
    for _time in range(2):
        confirm_finding(actor=inspector, finding=finding, defect=defect())
        reopen_finding(actor=inspector, finding=finding)
        assert lines().in_force().count() == 0
    confirm_finding(actor=inspector, finding=finding, defect=defect("TY-05"))

    assert lines().in_force().get().defect_code == "TY-05"
    assert lines().count() == 5
    assert Activity.objects.filter(act="finding.confirmed").count() == 3


def test_two_inspectors_at_once(finding, inspector):
    stale = Finding.objects.get(pk=finding.pk)
    confirm_finding(actor=inspector, finding=finding, defect=defect())

    with pytest.raises(Conflict):
        dismiss_finding(actor=inspector, finding=stale, reason="晚了")


def test_a_retired_code_cannot_be_chosen(finding, inspector):
    retired = defect()
    retired.is_active = False

    with pytest.raises(Refused):
        confirm_finding(actor=inspector, finding=finding, defect=retired)


def test_clear_proposals_are_confirmed_together_the_others_stay(load, inspector):
    load(ledger_row(问题描述="案卡填录错误、漏填、逻辑矛盾；说不清楚的事", 问题代码=""))

    count = confirm_sure_findings(actor=inspector, findings=Finding.objects.all())

    assert count == 1
    assert [one.state for one in Finding.objects.order_by("order")] == ["confirmed", "suggested"]


@pytest.mark.parametrize("roles", [["prosecutor"], ["head"], ["hr"], ["trainer"], ["marker"], []])
def test_only_inspectors_decide(finding, handler, roles):
    user = UserFactory(person__unit=handler.unit, roles=roles)

    for act in (
        lambda: confirm_finding(actor=user, finding=finding, defect=defect()),
        lambda: dismiss_finding(actor=user, finding=finding, reason="x"),
        lambda: reopen_finding(actor=user, finding=finding),
    ):
        with pytest.raises(Refused):
            act()


def test_inspectors_of_another_unit_do_not_decide(finding):
    stranger = UserFactory(person__unit=UnitFactory(code="QH"), roles=["inspector"])

    with pytest.raises(Refused):
        confirm_finding(actor=stranger, finding=finding, defect=defect())


def test_a_case_with_confirmed_defects_is_not_replaced(finding, inspector, preview):
    from casebank.domain.ledger_import import choose_version, commit_import

    confirm_finding(actor=inspector, finding=finding, defect=defect())
    batch = preview(ledger_row(得分=55, 等次="不合格"))
    choose_version(actor=inspector, batch=batch, case_no="云浦检刑诉〔2026〕901号", row_number=3)

    with pytest.raises(Refused, match="901"):
        commit_import(actor=inspector, batch=batch)

    assert finding.evaluation.__class__.objects.get().grade == "合格"

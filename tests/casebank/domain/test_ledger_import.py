from datetime import date
from decimal import Decimal

import pytest

from casebank.core.errors import Refused
from casebank.domain.ledger_import import choose_version, commit_import
from casebank.domain.ledger_preview import Upload, cancel_import, preview_import, remap_import
from casebank.models import Activity, Case, Evaluation, Finding, ImportBatch, PerformanceEntry, PrivateFile
from casebank.signals import evaluation_finalised
from tests.factories.people import UnitFactory, UserFactory
from tests.factories.tables import LEDGER_LABELS, ledger, ledger_row

pytestmark = pytest.mark.django_db
CASE = "云浦检刑诉〔2026〕901号"
WORSE = {"得分": 55, "等次": "不合格"}


def test_a_preview_loads_nothing(preview):
    batch = preview(ledger_row(), ledger_row(案号="/"), ("小计",))

    assert Evaluation.objects.count() == 0
    assert [(row.number, row.status, row.kind) for row in batch.rows.all()] == [
        (3, "valid", ""), (4, "invalid", "missing_case_no"), (5, "skipped", "subtotal"),
    ]  # fmt: skip
    assert batch.counts["rows"] == 2
    assert batch.source.purpose == "ledger"


def test_a_commit_makes_case_evaluation_findings_and_a_performance_line(load, handler):
    load(ledger_row())

    evaluation = Evaluation.objects.select_related("case").get()
    assert (evaluation.case.case_no, evaluation.case.handler) == (CASE, handler)
    assert (evaluation.score, evaluation.grade, evaluation.kind) == (Decimal(80), "合格", "常规抽查")
    findings = list(evaluation.findings.all())
    assert [(one.text, one.stated_code, one.state, one.sure) for one in findings] == [
        ("案卡漏填", "TY-01", "suggested", True), ("卷宗缺送达回证", "TY-05", "suggested", True),
    ]  # fmt: skip
    assert findings[0].suggestions.first().defect.code == "TY-01"
    entry = PerformanceEntry.objects.get()
    assert (entry.person, entry.kind, entry.score, entry.grade) == (handler, "evaluation", Decimal(80), "合格")
    assert entry.occurred_on == date(2026, 5, 1)


def test_evaluations_are_announced_after_the_commit(load, handler, django_capture_on_commit_callbacks):
    heard = []

    def hear(sender, evaluation_id, person_id, **kwargs):
        heard.append((evaluation_id, person_id))

    evaluation_finalised.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        load(ledger_row())
    evaluation_finalised.disconnect(hear)

    assert heard == [(Evaluation.objects.get().pk, handler.pk)]


def test_a_second_import_changes_nothing(load):
    load(ledger_row())
    before = [model.objects.count() for model in (Case, Evaluation, Finding, PerformanceEntry)]

    batch = load(ledger_row())

    assert batch.counts["by_reason"] == {"already_stored": 1}
    assert [model.objects.count() for model in (Case, Evaluation, Finding, PerformanceEntry)] == before


def test_conflicts_are_not_loaded_unless_chosen(load):
    load(ledger_row(), ledger_row(**WORSE), ledger_row(案号="云浦检刑诉〔2026〕902号"))

    assert [one.case_no for one in Case.objects.all()] == ["云浦检刑诉〔2026〕902号"]


def test_the_chosen_version_is_loaded(preview, inspector):
    batch = preview(ledger_row(), ledger_row(**WORSE))

    choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=4)
    commit_import(actor=inspector, batch=batch)

    assert Evaluation.objects.get().grade == "不合格"


def test_neither_version(preview, inspector):
    batch = preview(ledger_row(), ledger_row(**WORSE))

    choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=3)
    choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=None)
    commit_import(actor=inspector, batch=batch)

    assert Evaluation.objects.count() == 0


def test_a_conflict_can_be_decided_after_the_commit_once(load, inspector):
    batch = load(ledger_row(), ledger_row(**WORSE))

    choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=3)

    assert Evaluation.objects.get().grade == "合格"
    with pytest.raises(Refused):
        choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=4)


@pytest.mark.parametrize(("case_no", "row"), [("云浦检刑诉〔2026〕1号", 3), (CASE, 99)])
def test_choices_that_make_no_sense(preview, inspector, case_no, row):
    batch = preview(ledger_row(), ledger_row(**WORSE))

    with pytest.raises(Refused):
        choose_version(actor=inspector, batch=batch, case_no=case_no, row_number=row)


def test_choosing_against_a_stored_version_replaces_it_and_keeps_the_old_values(load, preview, inspector):
    load(ledger_row())
    batch = preview(ledger_row(**WORSE))
    assert batch.rows.get().kind == "stored_with_different_grade"

    choose_version(actor=inspector, batch=batch, case_no=CASE, row_number=3)
    commit_import(actor=inspector, batch=batch)

    assert Evaluation.objects.get().score == Decimal(55)
    first, second = PerformanceEntry.objects.order_by("pk")
    assert (second.corrects, second.score) == (first, Decimal(55))
    assert PerformanceEntry.objects.in_force().get() == second
    changes = Activity.objects.get(act="evaluation.replaced").detail["changes"]
    assert changes["score"] == ["80.00", "55.00"]


def test_rows_stored_by_somebody_else_since_the_preview_are_left_out(preview, inspector):
    one, two, other = preview(ledger_row()), preview(ledger_row()), preview(ledger_row(**WORSE))
    commit_import(actor=inspector, batch=one)

    same, different = (commit_import(actor=inspector, batch=batch) for batch in (two, other))

    assert Evaluation.objects.get().score == Decimal(80)
    assert (same.counts["duplicate"], same.counts["loaded"]) == (1, 0)
    assert (different.counts["conflict"], different.counts["loaded"]) == (1, 0)


def test_a_missing_column_stops_until_it_is_assigned(inspector):
    labels = tuple("复核结果单" if label == "等次" else label for label in LEDGER_LABELS)
    table = type(ledger())("台账", (labels, ledger_row()))
    upload = Upload("台账.xlsx", b"x")
    batch = preview_import(actor=inspector, unit=inspector.person.unit, upload=upload, tables=[table])
    assert (batch.counts["missing"], batch.rows.count()) == (["grade"], 0)
    with pytest.raises(Refused):
        commit_import(actor=inspector, batch=batch)

    remap_import(actor=inspector, batch=batch, tables=[table], mapping={"grade": labels.index("复核结果单") + 1})
    commit_import(actor=inspector, batch=ImportBatch.objects.get())

    assert Evaluation.objects.get().grade == "合格"


def test_a_cancelled_preview_leaves_only_its_entry(preview, inspector):
    batch = cancel_import(actor=inspector, batch=preview(ledger_row()))

    assert (batch.state, batch.rows.count(), PrivateFile.objects.count()) == ("cancelled", 0, 0)
    with pytest.raises(Refused):
        commit_import(actor=inspector, batch=batch)


def test_a_finished_import_cannot_be_cancelled_or_repeated(load, inspector):
    batch = load(ledger_row())

    for act in (cancel_import, commit_import):
        with pytest.raises(Refused):
            act(actor=inspector, batch=batch)


@pytest.mark.parametrize("roles", [["prosecutor"], ["head"], ["hr"], ["trainer"], []])
def test_only_inspectors_import(handler, roles):
    user = UserFactory(person__unit=handler.unit, roles=roles)

    with pytest.raises(Refused):
        preview_import(actor=user, unit=handler.unit, upload=Upload("x.xlsx", b"x"), tables=[ledger(ledger_row())])


def test_inspectors_import_for_their_own_unit_only(inspector):
    other = UnitFactory(code="QH")

    with pytest.raises(Refused):
        preview_import(actor=inspector, unit=other, upload=Upload("x.xlsx", b"x"), tables=[ledger(ledger_row())])


def test_a_file_without_header_is_refused(inspector):
    tables = [type(ledger())("x", (("a",), ("b",)))]

    with pytest.raises(Refused, match="案号"):
        preview_import(actor=inspector, unit=inspector.person.unit, upload=Upload("x.csv", b"x"), tables=tables)

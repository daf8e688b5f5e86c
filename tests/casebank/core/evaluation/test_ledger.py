from datetime import date
from decimal import Decimal

import pytest

from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.grades import Grade, Scheme
from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, find_heading
from casebank.core.evaluation.ledger import against_stored, count, read_ledger
from casebank.core.evaluation.names import Departments, Member, Members
from casebank.core.evaluation.register import Register

LABELS = ("序号", "案号", "案由", "业务条线", "承办人", "部门", "受理日期", "办结日期", "评查方式", "评查人", "评查日期", "得分", "等次", "问题描述", "问题代码")  # fmt: skip
GOOD = (1, "青河检刑诉〔2025〕1号", "盗窃罪", "刑事", "赵一", "一部", "2025.1.1", "2025.2.1", "常规抽查", "孙三", "2025.3.1", 80, "合格", "甲；乙", "TY-01")  # fmt: skip
BANDS = tuple(
    Grade(name, rank, floor=Decimal(floor))
    for rank, (name, floor) in enumerate((("优质", 95), ("合格", 75), ("瑕疵", 60), ("不合格", 0)), 1)
)


def register():
    return Register(
        members=Members([Member("Q1", "赵一", frozenset({"第一检察部"}))]),
        departments=Departments(["第一检察部"]),
        schemes=(Scheme("规定", date(2018, 1, 1), None, BANDS),),
        business_lines=("刑事检察", "民事检察"),
        codes=frozenset({"TY-01"}),
        today=date(2025, 12, 31),
    )


def changed(**cells):
    row = list(GOOD)
    for name, value in cells.items():
        row[LABELS.index(name)] = value
    return tuple(row)


def read(*rows, stored=None):
    table = Table("台账", (LABELS, *rows))
    rows = read_ledger(table, find_heading(table, LEDGER, LEDGER_REQUIRED), register())
    return tuple(against_stored(row, (stored or {}).get(row.values and row.values.case_no)) for row in rows)


def test_a_good_row():
    (row,) = read(GOOD)

    assert (row.number, row.status, row.reason, row.warnings) == (2, "valid", "", ())
    assert (row.values.business_line, row.values.staff_no, row.values.department) == ("刑事检察", "Q1", "第一检察部")
    assert (row.values.problems, row.values.codes) == (("甲", "乙"), ("TY-01",))


@pytest.mark.parametrize(
    ("cells", "field", "reason"),
    [
        ({"案号": "/"}, "case_no", "missing_case_no"),
        ({"案号": "待补"}, "case_no", "malformed_case_no"),
        ({"业务条线": "综合"}, "business_line", "unknown_business_line"),
        ({"业务条线": ""}, "business_line", "missing_business_line"),
        ({"承办人": "钱二"}, "handler", "handler_not_in_roster"),
        ({"部门": "九部"}, "department", "unknown_department"),
        ({"部门": None}, "department", "missing_department"),
        ({"办结日期": "2025.2.30"}, "closed_on", "impossible_date"),
        ({"办结日期": "2024.12.1"}, "closed_on", "end_before_start"),
        ({"办结日期": None}, "closed_on", "missing_closed_on"),
        ({"评查日期": "很快"}, "evaluated_on", "unreadable_date"),
        ({"得分": 101}, "score", "score_out_of_range"),
        ({"得分": None}, "score", "missing_score"),
        ({"等次": "良好"}, "grade", "unknown_grade"),
    ],
)
def test_invalid_rows_name_field_value_and_reason(cells, field, reason):
    (row,) = read(changed(**cells))

    assert (row.status, row.reason) == ("invalid", reason)
    assert (row.errors[0].field, row.errors[0].reason) == (field, reason)


def test_all_errors_of_a_row_are_listed_in_the_order_of_the_columns():
    (row,) = read(changed(得分=101, 承办人="钱二"))

    assert [(issue.field, issue.reason, issue.value) for issue in row.errors] == [
        ("handler", "handler_not_in_roster", "钱二"),
        ("score", "score_out_of_range", "101"),
    ]


@pytest.mark.parametrize(
    ("cells", "warning"),
    [
        ({"得分": 96}, "score_and_grade_disagree"),
        ({"评查人": "赵 一"}, "evaluator_is_handler"),
        ({"评查日期": "2025.1.15"}, "evaluated_before_closed"),
        ({"评查日期": "2026.1.15"}, "date_in_future"),
        ({"评查方式": "自查"}, "unknown_kind"),
        ({"问题代码": "ZZ-99"}, "unknown_code"),
        ({"案由": ""}, "missing_cause"),
        ({"问题描述": "无"}, "code_without_problem"),
    ],
)
def test_warnings_do_not_stop_a_row(cells, warning):
    (row,) = read(changed(**cells))

    assert row.status == "valid"
    assert [issue.reason for issue in row.warnings] == [warning]


def test_exact_copies_and_copies_in_another_hand():
    rows = read(GOOD, changed(序号=2), changed(案号="青河检刑诉（2025）1 号", 受理日期="2025年1月1日"))

    assert [(row.status, row.reason, row.twins) for row in rows] == [
        ("valid", "", ()),
        ("duplicate", "exact_duplicate", (2,)),
        ("duplicate", "same_case_written_differently", (2,)),
    ]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"得分": 55, "等次": "不合格"}, "same_case_no_different_grade"),
        ({"评查日期": "2025.3.2"}, "same_case_no_different_values"),
    ],
)
def test_two_versions_of_one_case_are_both_held_back(cells, reason):
    rows = read(GOOD, changed(**cells))

    assert [(row.status, row.reason, row.twins) for row in rows] == [
        ("conflict", reason, (3,)),
        ("conflict", reason, (2,)),
    ]


def test_an_invalid_row_is_no_version():
    rows = read(GOOD, changed(得分=500))

    assert [row.status for row in rows] == ["valid", "invalid"]


@pytest.mark.parametrize(
    ("cells", "status", "reason"),
    [
        ({}, "duplicate", "already_stored"),
        ({"得分": 90}, "conflict", "stored_with_different_grade"),
        ({"案由": "抢劫罪"}, "conflict", "stored_with_different_values"),
    ],
)
def test_rows_against_what_is_stored(cells, status, reason):
    (first,) = read(GOOD)

    (row,) = read(changed(**cells), stored={first.values.case_no: first.values})

    assert (row.status, row.reason) == (status, reason)


def test_progress_of_rectification_makes_no_conflict():
    (first,) = read(GOOD)
    table = Table("台账", ((*LABELS, "整改情况"), (*GOOD, "已整改")))

    (row,) = read_ledger(table, find_heading(table, LEDGER, LEDGER_REQUIRED), register())
    row = against_stored(row, first.values)

    assert row.reason == "already_stored"


def test_figures():
    rows = read(GOOD, GOOD, changed(案号="/"), (None,) * 15, ("小计",), changed(案号="青河检刑诉〔2025〕2号", 得分=96))

    assert count(rows) == {
        "rows": 4, "valid": 2, "duplicate": 1, "conflict": 0, "invalid": 1, "warnings": 1,
        "by_reason": {"exact_duplicate": 1, "missing_case_no": 1},
        "by_grade": {"合格": 2}, "by_department": {"第一检察部": 2},
    }  # fmt: skip

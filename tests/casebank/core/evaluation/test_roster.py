from datetime import date, datetime

import pytest

from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.headers import ROSTER, ROSTER_REQUIRED, find_heading
from casebank.core.evaluation.roster import Move, RosterPerson, read_roster, unit_of

LABELS = ("姓名", "工号", "部门", "等级", "职务", "参加工作时间", "联系电话", "备注")


def read(*rows):
    table = Table("名册", (("青河县人民检察院在职人员名册（2026年）",), LABELS, *rows))
    return read_roster(table, find_heading(table, ROSTER, ROSTER_REQUIRED))


def test_a_person_with_a_blank_in_the_name_and_a_month():
    (row,) = read(("赵 一", "q1", "第一检察部", "三级检察官", "检察官", "2019年7月", "100-0000-0000", None))

    assert row.status == "valid"
    assert row.person == RosterPerson("Q1", "赵一", "第一检察部", "三级检察官", "检察官", "2019-07")


def test_a_move_is_read_from_the_remark():
    (row,) = read(("赵一", "Q1", "第三检察部", "", "检察官", datetime(2014, 8, 15), "", "2025-09-01由第一检察部调入"))

    assert row.person.joined_on == "2014-08-15"
    assert row.person.move == Move(date(2025, 9, 1), "第一检察部")


def test_the_total_row_is_nobody():
    assert [row.status for row in read(("合计：1人",))] == ["subtotal"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "Q1", "第一检察部"), "missing_name"),
        (("赵一", "", "第一检察部"), "missing_staff_no"),
        (("赵一", "工号一", "第一检察部"), "malformed_staff_no"),
        (("赵一", "Q1", "/"), "missing_department"),
        (("赵一", "Q1", "第一检察部", "", "", "2019年13月"), "impossible_date"),
        (("赵" * 41, "Q1", "第一检察部"), "text_too_long"),
    ],
)
def test_rows_that_cannot_be_taken(row, reason):
    (found,) = read(row)

    assert found.status == "invalid"
    assert [issue.reason for issue in found.errors] == [reason]


def test_one_staff_number_for_two_people():
    rows = read(("赵一", "Q1", "第一检察部"), ("钱二", "Q1", "第一检察部"))

    assert [row.errors[0].reason for row in rows] == ["staff_no_twice", "staff_no_twice"]


def test_the_unit_stands_in_the_title():
    table = Table("名册", (("青河县人民检察院在职人员名册（2026年）",), LABELS))

    assert unit_of(table, find_heading(table, ROSTER, ROSTER_REQUIRED)) == "青河县人民检察院"

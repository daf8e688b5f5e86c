import pytest

from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, column_letter, find_heading
from casebank.core.evaluation.mapping import MappingError, apply_mapping

TWO_ROWS = Table(
    "台账",
    (
        ("某院评查台账",),
        ("序号", "案件基本情况", None, None, "评查情况", None, None, "备注"),
        (None, "案号", "承办\n检察官", "办结 日期", "评查日期", "得分*", "等次（必填）", None),
        (1, "青河检刑诉〔2025〕1号", "赵一", "2025.1.1", "2025.1.5", 90, "合格", None),
    ),
)


def heading(table):
    return find_heading(table, LEDGER, LEDGER_REQUIRED)


def test_two_header_rows_with_merged_cells_and_line_breaks():
    found = heading(TWO_ROWS)

    assert (found.first, found.last, found.missing) == (2, 3, ("business_line", "department"))
    assert found.columns == {
        "seq": 0, "case_no": 1, "handler": 2, "closed_on": 3, "evaluated_on": 4, "score": 5, "grade": 6, "remark": 7,
    }  # fmt: skip


def test_one_header_row_with_local_wording_is_guessed():
    found = heading(Table("x", (("案件编号", "承办人", "结案日期", "评查时间", "最终评定等次"),)))

    assert found.columns == {"case_no": 0, "handler": 1, "closed_on": 2, "evaluated_on": 3, "grade": 4}
    assert found.guessed == {"grade"}


def test_missing_required_columns_are_named():
    assert heading(Table("x", (("案号", "承办人", "得分"),))).missing == (
        "business_line", "department", "closed_on", "evaluated_on", "grade",
    )  # fmt: skip


@pytest.mark.parametrize("rows", [(), ((),), (("a", "b", "c"),), (("案号", "随便"),)])
def test_no_header(rows):
    assert heading(Table("x", rows)) is None


@pytest.mark.parametrize("chosen", ["备注", "H", 8])
def test_a_mapping_is_corrected_by_text_letter_or_number(chosen):
    corrected = apply_mapping(heading(TWO_ROWS), {"problems": chosen}, LEDGER, LEDGER_REQUIRED)

    assert corrected.columns["problems"] == 7
    assert "remark" not in corrected.columns


def test_a_field_can_be_left_without_column():
    assert "grade" in apply_mapping(heading(TWO_ROWS), {"grade": ""}, LEDGER, LEDGER_REQUIRED).missing


@pytest.mark.parametrize(
    "mapping", [{"nonsense": 1}, {"grade": "没有这列"}, {"grade": 99}, {"grade": 0}, {"grade": 2, "score": 2}]
)
def test_corrections_that_make_no_sense(mapping):
    with pytest.raises(MappingError):
        apply_mapping(heading(TWO_ROWS), mapping, LEDGER, LEDGER_REQUIRED)


def test_column_letters():
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]

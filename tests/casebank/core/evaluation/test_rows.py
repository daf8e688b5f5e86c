import pytest

from casebank.core.evaluation.cells import Table
from casebank.core.evaluation.headers import LEDGER, LEDGER_REQUIRED, find_heading
from casebank.core.evaluation.rows import row_kind

LABELS = ("序号", "案号", "承办人", "办结日期", "评查日期", "等次", "备注")
HEADING = find_heading(Table("x", (LABELS,)), LEDGER, LEDGER_REQUIRED)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ((1, "青河检刑诉〔2025〕1号", "赵一", "2025.1.1", "2025.1.5", "合格", ""), "data"),
        ((1, None, "赵一", "2025.1.1", "2025.1.5", "合格", ""), "data"),
        ((None,) * 7, "blank"),
        (("", " ", "　", None, "", "", ""), "blank"),
        (LABELS, "repeated_header"),
        (("小计", None, None, None, "本页合计 19 件", None, None), "subtotal"),
        (("合计：30人",), "subtotal"),
        (("说明：1.本台账由案管部门汇总。",), "note"),
        (("填表人：赵一    审核人：钱二",), "note"),
        ((), "blank"),
    ],
)
def test_what_a_row_is(row, kind):
    assert row_kind(row, HEADING, "case_no") == kind

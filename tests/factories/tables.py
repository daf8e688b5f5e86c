"""Small invented ledgers and rosters as files."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from casebank.core.evaluation.cells import Table

LEDGER_LABELS = ("序号", "案号", "案由", "业务条线", "承办检察官", "部门", "受理日期", "办结日期", "评查方式", "评查人", "评查日期", "得分", "等次", "问题描述", "问题代码")  # fmt: skip
ROSTER_LABELS = ("姓名", "工号", "部门", "等级", "职务", "参加工作时间", "联系电话", "备注")
_ROW = {
    "序号": 1, "案号": "云浦检刑诉〔2026〕901号", "案由": "盗窃罪", "业务条线": "刑事检察", "承办检察官": "赵一", "部门": "第一检察部",
    "受理日期": "2026.3.1", "办结日期": "2026.4.1", "评查方式": "常规抽查", "评查人": "孙三", "评查日期": "2026.5.1", "得分": 80,
    "等次": "合格", "问题描述": "案卡漏填；卷宗缺送达回证", "问题代码": "TY-01、TY-05",
}  # fmt: skip


def ledger_row(**cells: Any) -> tuple[Any, ...]:
    """One good row of the handler 赵一, with ``cells`` changed."""
    return tuple((_ROW | cells)[label] for label in LEDGER_LABELS)


def ledger(*rows: Sequence[Any]) -> Table:
    """A ledger with a title and one header row; data begin in sheet row 3."""
    return Table("台账", (("云浦县人民检察院评查台账",), LEDGER_LABELS, *rows))


def roster(*rows: Sequence[Any], unit: str = "云浦县人民检察院") -> Table:
    return Table("名册", ((f"{unit}在职人员名册",), ROSTER_LABELS, *rows))


def xlsx(table: Table) -> bytes:
    """The table as a workbook file."""
    book = Workbook()
    sheet = book.active
    sheet.title = table.name
    for row in table.rows:
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

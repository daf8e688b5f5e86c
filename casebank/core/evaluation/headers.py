"""Which column of a sheet holds which field.

Headers of real ledgers take one or two rows, with merged cells (a group name above several columns, or one label
over both rows), line breaks inside a label and local wording. What is recognised is a proposal: the mapping can be
corrected by hand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from casebank.core.evaluation.cells import Cell, Table, squeezed

Synonyms = Mapping[str, tuple[str, ...]]

LEDGER: Synonyms = {
    "seq": ("序号",),
    "case_no": ("案号", "案件编号", "案件号", "文书号", "案件文号"),
    "cause": ("案由", "罪名", "案由罪名", "涉嫌罪名"),
    "business_line": ("业务条线", "条线", "业务类别", "案件类别", "业务类型"),
    "handler": ("承办检察官", "承办人", "主办检察官", "办案检察官", "承办人员", "承办人姓名"),
    "department": ("部门", "承办部门", "办案部门", "所属部门"),
    "accepted_on": ("受理日期", "受理时间", "受案日期", "收案日期"),
    "closed_on": ("办结日期", "办结时间", "结案日期", "结案时间", "审结日期"),
    "kind": ("评查方式", "评查类型", "评查种类", "评查类别"),
    "evaluator": ("评查人", "评查员", "评查人员", "评查检察官"),
    "evaluated_on": ("评查日期", "评查时间"),
    "score": ("得分", "评查得分", "评分", "分数", "总分"),
    "grade": ("等次", "评查等次", "评定等次", "等级", "评查结果", "评查结论"),
    "problems": ("问题描述", "存在问题", "发现问题", "主要问题", "问题", "存在的问题"),
    "codes": ("问题代码", "负面清单代码", "问题编码", "缺陷代码", "代码"),
    "due": ("整改期限", "整改时限"),
    "rectification": ("整改情况", "整改结果", "整改落实情况"),
    "remark": ("备注", "说明"),
}
LEDGER_REQUIRED = (
    "case_no",
    "business_line",
    "handler",
    "department",
    "closed_on",
    "evaluated_on",
    "score",
    "grade",
)

ROSTER: Synonyms = {
    "name": ("姓名", "人员姓名"),
    "staff_no": ("工号", "人员编号", "编号", "警号"),
    "department": ("部门", "所在部门", "内设机构", "所属部门"),
    "rank": ("等级", "检察官等级"),
    "post": ("职务", "岗位", "职位"),
    "joined_on": ("参加工作时间", "入职时间", "参加工作日期"),
    "phone": ("联系电话", "电话", "手机号码", "手机"),
    "remark": ("备注", "说明"),
}
ROSTER_REQUIRED = ("name", "staff_no", "department")

_DECORATION = re.compile(r"[*＊:：/／]|[(（].*?[)）]|必填")
_LOOK_AT_ROWS = 30
_LEAST_LABELS = 3


@dataclass(frozen=True)
class Heading:
    """The header of a sheet.

    ``columns`` maps field to 0-based column; ``guessed`` names the fields found by likeness only; ``labels`` are the
    texts of all columns; ``first``/``last`` are the 1-based sheet rows of the header; ``missing`` the required
    fields that have no column.
    """

    first: int
    last: int
    labels: tuple[str, ...]
    columns: Mapping[str, int]
    guessed: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    banner: tuple[str, ...] = field(default=())


def label(value: Cell) -> str:
    """A header cell without line breaks, blanks, stars and bracketed remarks."""
    return _DECORATION.sub("", squeezed(value))


def find_heading(table: Table, synonyms: Synonyms, required: Sequence[str]) -> Heading | None:
    """The header among the first rows, or None when no row has at least three known labels."""
    known = {word for words in synonyms.values() for word in words}
    best, best_count = None, _LEAST_LABELS - 1
    for at, row in enumerate(table.rows[:_LOOK_AT_ROWS]):
        count = sum(label(cell) in known for cell in row)
        if count > best_count:
            best, best_count = at, count
    return None if best is None else _heading_at(table, best, synonyms, required)


def _heading_at(table: Table, at: int, synonyms: Synonyms, required: Sequence[str]) -> Heading:
    lower, upper = _labels(table.rows[at]), _labels(table.rows[at - 1]) if at else ()
    known = {word for words in synonyms.values() for word in words}
    joined = _is_upper_half(lower, upper, known)
    texts = _merged(lower, upper) if joined else lower
    columns, guessed = assign_columns(texts, synonyms)
    missing = tuple(name for name in required if name not in columns)
    return Heading(at if joined else at + 1, at + 1, texts, columns, guessed, missing, upper if joined else ())


def _labels(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(label(cell) for cell in row)


def _is_upper_half(lower: Sequence[str], upper: Sequence[str], known: set[str]) -> bool:
    """Does the row above belong to the header? It does when it names a column the lower row leaves empty."""
    return (
        any(above in known for above, below in zip(upper, lower, strict=False) if not below)
        or sum(map(bool, upper)) > 1
    )


def _merged(lower: tuple[str, ...], upper: tuple[str, ...]) -> tuple[str, ...]:
    width = max(len(lower), len(upper))
    lower, upper = lower + ("",) * (width - len(lower)), upper + ("",) * (width - len(upper))
    return tuple(below or above for below, above in zip(lower, upper, strict=True))


def assign_columns(labels: Sequence[str], synonyms: Synonyms) -> tuple[dict[str, int], frozenset[str]]:
    """Exact words first, then likeness for what is left; a column serves one field only."""
    columns: dict[str, int] = {}
    for name, words in synonyms.items():
        at = next((labels.index(word) for word in words if word in labels), None)
        if at is not None and at not in columns.values():
            columns[name] = at
    guessed = set()
    for name, at in _likenesses(labels, synonyms, columns):
        if name not in columns and at not in columns.values():
            columns[name] = at
            guessed.add(name)
    return columns, frozenset(guessed)


def _likenesses(labels: Sequence[str], synonyms: Synonyms, columns: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Pairs of a free field and a free column whose label holds one of the field's words (longest word first)."""
    pairs = [
        (len(word), name, at)
        for name, words in synonyms.items()
        if name not in columns
        for word in words
        for at, text in enumerate(labels)
        if len(word) > 1 and word in text and at not in columns.values()
    ]
    yield from ((name, at) for _, name, at in sorted(pairs, key=lambda pair: -pair[0]))


def column_letter(at: int) -> str:
    """0-based column as a spreadsheet names it: 0 → A, 26 → AA."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

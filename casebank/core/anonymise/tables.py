"""Columns of names in tables that were pasted as text, whatever the separator, with a header or without."""

import re
from collections.abc import Iterator
from itertools import groupby

from .naming import looks_like_name
from .types import PERSON, Span
from .views import View, Views

_SEPARATORS = {"\t": r"\t", "|": r"\s*\|\s*", ",": r"\s*[,，]\s*", ";": r"\s*[;；]\s*", " ": r" {2,}"}
_HEADER = re.compile(
    "^(?:序号)?(?:姓名|名字|承办人|承办检察官|检察官|被告人|嫌疑人|被不起诉人|当事人|持有人|评查人|证人|被害人|户名|开户人|联系人|经办人|责任人|机主|车主|侦查员|书记员|审核人|人员)(?:姓名)?(?:/.*)?$"
)
_CELL = re.compile(
    r"(?!问题|单位|日期|备注|合计|小计|无|不详)[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}[·・•‧][\u4e00-\u9fff]{1,8}"
)
_SHARE = 0.6

_Cell = tuple[int, int]


def find_tables(views: Views) -> Iterator[Span]:
    """Cells of name columns; a column is one by its header, or because most of its cells read as names."""
    view = views.written
    for separator in _SEPARATORS:
        for rows in _blocks(view, separator):
            yield from _columns(view, rows)


def _lines(text: str) -> Iterator[_Cell]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _cells(text: str, line: _Cell, separator: str) -> list[_Cell]:
    start, end = line
    cells, at = [], start
    for wall in re.compile(_SEPARATORS[separator]).finditer(text, start, end):
        cells.append((at, wall.start()))
        at = wall.end()
    return [*cells, (at, end)]


def _blocks(view: View, separator: str) -> Iterator[list[list[_Cell]]]:
    """Runs of two or more neighbouring lines with three or more short cells each."""
    rows = (_cells(view.text, line, separator) for line in _lines(view.text))
    for wide, run in groupby(rows, key=lambda cells: len(cells) >= 3 and all(end - at <= 40 for at, end in cells)):
        block = list(run)
        if wide and len(block) >= 2:
            yield block


def _columns(view: View, rows: list[list[_Cell]]) -> Iterator[Span]:
    for place in range(max(len(row) for row in rows)):
        column = [row[place] for row in rows if place < len(row)]
        texts = [view.text[at:end].strip() for at, end in column]
        headed = bool(_HEADER.search(texts[0])) and len(texts[0]) <= 8
        names = [looks_like_name(text) for text in texts]
        if headed or (len(column) >= 2 and sum(names) >= _SHARE * len(column)):
            for (at, _), text, name in list(zip(column, texts, names, strict=True))[headed:]:
                if name or (headed and _CELL.fullmatch(text)):
                    yield _cell(view, at, text, "header" if headed else "column")


def _cell(view: View, at: int, text: str, how: str) -> Span:
    start = view.text.index(text, at)
    return view.span(start, start + len(text), PERSON, "table", f"table:{how}", 0.85)

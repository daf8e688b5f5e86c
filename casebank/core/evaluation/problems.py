"""Splitting the free text of a problem cell into single defects, and reading stated codes."""

import re

from casebank.core.evaluation.cells import Cell, is_void, plain

NOTHING_FOUND = re.compile(
    r"^(经评查)?[,，]?(未发现|没有发现|无|未见|不存在)(明显|其他|任何)?(的)?(问题|瑕疵|异常)?[。.]?$"
)
_NUMBERING = re.compile(
    r"(?:^|(?<=[\n;。；\s]))(?:[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）]|\d{1,2}\s*[、.．)）](?!\d)|[一二三四五六七八九十]{1,3}\s*[、.．])\s*|[①-⑳]\s*"
)
_BREAK = re.compile(r"[;；\n\r\x00]+")
_CODE = re.compile(r"\b[A-Z]{2}(?:-[A-Z]{2})?-\d{2,3}\b")
_DASHES = str.maketrans({"—": "-", "–": "-", "－": "-", "_": "-", "‐": "-", "‑": "-"})


def split_problems(value: Cell) -> tuple[str, ...]:
    """Single defects in order.

    Breaks at ``；`` ``;`` line ends and at numbering (``1.`` ``1、`` ``（1）`` ``①`` ``一、``). 无, 未发现问题, ``/`` and
    an empty cell give none. Commas and 、 inside a sentence do not split.
    """
    if is_void(value):
        return ()
    text = str(value).replace("\r\n", "\n")
    parts = (part.strip(" \t\u3000。.；;，,") for part in _BREAK.split(_NUMBERING.sub("\x00", text)))
    return tuple(part for part in parts if part and not NOTHING_FOUND.match(plain(part)) and not is_void(part))


def read_codes(value: Cell) -> tuple[str, ...]:
    """Stated defect codes in order, each once, whatever separates them (comma, 、, ；, blank)."""
    text = plain(value).upper().translate(_DASHES)
    return tuple(dict.fromkeys(_CODE.findall(text)))

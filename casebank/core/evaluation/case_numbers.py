"""Case numbers (案号): one canonical spelling for the many ways they are typed."""

import re

from casebank.core.evaluation.cells import Cell, squeezed

_FORM = re.compile(
    r"^(?P<prefix>[^\[\](){}〔〕【】]{2,40})〔(?P<year>(?:19|20)\d\d)〕第?(?P<number>\d{1,7})号(?P<tail>之[一二三四五六七八九十\d]+)?$"
)
_OPEN = str.maketrans(dict.fromkeys("([{【〖《<", "〔") | dict.fromkeys(")]}】〗》>", "〕"))


def canonical_case_no(value: Cell) -> str | None:
    """``云浦检刑诉（2025）17 号`` → ``云浦检刑诉〔2025〕17号``; None when it has not the form of a case number.

    >>> canonical_case_no("云浦检刑捕[２０２５]４８号")
    '云浦检刑捕〔2025〕48号'
    """
    found = _FORM.match(squeezed(value).translate(_OPEN))
    if not found:
        return None
    return f"{found['prefix']}〔{found['year']}〕{int(found['number'])}号{found['tail'] or ''}"


def case_kind(case_no: str) -> str:
    """The letters that name the kind of case (``刑捕``, ``刑诉``, ``民监``): what stands after 检 in the prefix."""
    prefix = case_no.partition("〔")[0]
    return prefix.rpartition("检")[2] or prefix

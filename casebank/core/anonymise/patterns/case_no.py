"""Numbers of cases and documents: courts, procuratorates, police, appraisal and others, any bracket."""

import re

from ..types import CASE_NO
from .rule import rule
from .shapes import HAN, LEFT, RIGHT

_OPEN = r"[(\[〔【〖﹝{<〈《]"
_CLOSE = r"[)\]〕】〗﹞}>〉》]"
_YEAR = rf"{_OPEN}\s*(?:[12][0-9OoIl]{{3}}|[二一][〇零○0九一二三四五六七八]{{3}})\s*年?{_CLOSE}"
_SERIAL = r"第?\s*[A-Za-z]{0,2}[0-9OoIlSB〇一二三四五六七八九十百\-]{1,12}\s*号(?:之[一二三四五六七八九十0-9]{1,2}|-[0-9]{1,2})?"
_SIGN = rf"(?:{HAN}|[0-9OoIlA-Z]|\({HAN}{{1,4}}\))"
_CUE = "案号|案件编号|案件号|受理号|立案号|统一受案号|卷宗号|文书号|文号|警情编号|接警单号"  # a word for a number, then the number
_PROVINCE = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙"
_BEFORE = re.compile(
    rf"(?:{_CUE}|编号|字号|文书|裁定书?|判决书?|决定书?|意见书|通知书|起诉书|建议书|检察院|法院|公安局|鉴定书|报告书?|材料|依据|根据|作出|出具|收到|制作|制发|移送|按照|以及"
    rf"|[以据为见的是经及和与在由对至到、](?=[{_PROVINCE}]))(?=.{{2}})"
)


def after_cue(surface: str) -> int:
    """Length of the cue words at the head of ``surface``, in front of the year's bracket."""
    year = re.search(_YEAR, surface)
    head = surface[: year.start()] if year else surface
    return max((cue.end() for cue in _BEFORE.finditer(head)), default=0)


def _judge(match: re.Match[str]) -> float:
    return 0.95 if re.search("[检法公刑民行诉初终执鉴仲监安立受认赔商破调]", match[0]) else 0.75


RULES = (
    rule(
        "case-court", CASE_NO,
        rf"{_YEAR}\s*{_SIGN}{{1,18}}?\s*第?[0-9OoIlSB]{{1,8}}\s*号(?:之[一二三四五六七八九十0-9]{{1,2}}|-[0-9]{{1,2}})?", 0.97,
    ),
    rule("case-office", CASE_NO, rf"(?:{HAN}|\({HAN}{{1,4}}\)){{1,16}}?\s*{_YEAR}\s*{_SERIAL}", _judge, trim=after_cue),
    rule(
        "case-plain-year", CASE_NO,
        rf"(?:{HAN}|\({HAN}{{1,3}}\)){{2,12}}[字诉鉴立](?:19|20)[0-9]{{2}}[第\-]?[0-9]{{1,8}}号", 0.85, trim=after_cue,
    ),
    rule("case-cue", CASE_NO, rf"(?:{_CUE})\s*[为是]?\s*[:：]?\s*(?P<v>[A-Za-z0-9][A-Za-z0-9\-_/]{{5,30}})", 0.9),
    rule("case-no-year", CASE_NO, rf"[{_PROVINCE}][0-9]{{0,4}}[民刑行执赔知仲检公]{HAN}{{0,6}}?字?第[0-9]{{1,6}}号", 0.85),
    rule("case-system", CASE_NO, rf"{LEFT}[AJKZ][0-9]{{18,24}}{RIGHT}", 0.85),
)  # fmt: skip

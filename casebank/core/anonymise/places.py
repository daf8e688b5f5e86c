"""Places and authorities by letters: A市B区C镇D村, A市B区人民检察院; the same place keeps its letter."""

import re
from itertools import islice

from .labels import Labels, letters
from .matching import plain

_HAN = r"[\u3400-\u9fff]"
_UNIT = re.compile(
    rf"(?P<stem>{_HAN}{{1,8}}?)(?P<kind>自治区|自治州|自治县|开发区|新区|街道|社区|省|市|州|盟|县|旗|区|镇|乡|村)(?!民|道|人民路)"
)
_GENERAL = re.compile("^[本该我]$")
_DETAIL = re.compile(r"[路街巷弄号栋幢座楼室组户道]|小区|花园|大厦|广场")
_ORGAN = re.compile(
    "军事检察院|铁路运输检察院|人民检察院|检察院|中级人民法院|高级人民法院|人民法院|法院|人民法庭|公安厅|公安局|公安分局|分局|派出所|警务室|看守所|拘留所|戒毒所|监狱|司法局|司法所|"
    "监察委员会|监委|社区矫正中心|公证处|仲裁委员会|总队|支队|大队|中队"
)
_DESCRIPTIVE = re.compile(
    r"^(?:刑事|侦查|侦察|刑侦|刑警|治安|管理|经济|犯罪|经侦|禁毒|缉毒|交通|警察|交警|巡逻|巡警|特警|网络|安全|保卫|网安|法制|出入境|森林|铁路|边防|第[一二三四五六七八九十]|直属|[一二三四五六])*$"
)


def _letter(labels: Labels, stem: str) -> str:
    """The letter of a place; 鼓楼区 and 鼓楼分局 are the same place."""
    return labels.get(f"PLACE:{plain(stem)}", islice(letters(), 2000))


def _units(labels: Labels, surface: str) -> tuple[str, str]:
    """Labels of the places that ``surface`` begins with, and what is left of it."""
    written, at = "", 0
    while (unit := _UNIT.match(surface, at)) and not _ORGAN.search(unit["stem"]):
        written += unit[0] if _GENERAL.match(unit["stem"]) else _letter(labels, unit["stem"]) + unit["kind"]
        at = unit.end()
    return written, surface[at:]


def place_label(labels: Labels, surface: str) -> str:
    """An address as places down to the village; street, house and room are dropped."""
    written, rest = _units(labels, "".join(surface.split()))
    return (written or "某地") + ("某处" if _DETAIL.search(rest) and written else "")


def organ_label(labels: Labels, surface: str) -> str:
    """An authority: its places by letters, its own kind as it is."""
    written, rest = _units(labels, "".join(surface.split()))
    at = 0
    for organ in _ORGAN.finditer(rest):
        written += _named(labels, rest[at : organ.start()], organ[0], first=not written) + organ[0]
        at = organ.end()
    return written if at else (written or "某") + "单位"


def _named(labels: Labels, before: str, organ: str, *, first: bool) -> str:
    """What stands for ``before``, the words between two organs: kept when they only describe, else a letter."""
    if _DESCRIPTIVE.match(before) and not (first and not before):
        return before
    places, rest = _units(labels, before)
    if places:
        return places + (rest if _DESCRIPTIVE.match(rest) else _letter(labels, rest))
    return _letter(labels, before or organ)

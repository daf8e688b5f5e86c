"""The labels that stand for persons, organisations and numbers; each is used for one thing in a case."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice

from .lexicon import common_surnames, surname_of, transliterated
from .matching import plain

#: How many labels of one kind are tried before giving up and writing ■■.
_MOST = 5000
STEMS = "甲乙丙丁戊己庚辛壬癸"
OFFICE_LABELS = {"prosecutor": "承办检察官", "judge": "审判员", "lawyer": "辩护人"}
NUMBER_LABELS = {
    "ID_NUMBER": "［身份证号］", "PHONE": "［手机号］", "BANK_CARD": "［银行卡号］", "PLATE": "［车牌号］", "EMAIL": "［邮箱］",
    "WECHAT": "［微信号］", "QQ": "［QQ号］", "OTHER_ID": "［编号］", "DATE": "［日期］",
}  # fmt: skip
_ORG_CLASSES = (
    "分公司|公司|合作社|律师事务所|会计师事务所|事务所|医院|卫生院|诊所|药店|药房|大学|学院|中学|小学|幼儿园|学校|银行|信用社|基金会|协会|研究院|村民委员会|居民委员会|村委会|居委会|委员会|鉴定中心|鉴定所|"
    "价格认证中心|价格认定中心|服务中心|中心|超市|商场|酒店|宾馆|旅馆|饭店|餐馆|网吧|会所|浴池|厂|店|行|站|工作室|集团"
)
_ORG_CLASS = re.compile(rf"(?:{_ORG_CLASSES})(?!.*(?:{_ORG_CLASSES}))")
_RESERVED = re.compile(rf"[\u4e00-\u9fff]某(?:[{STEMS}]|[0-9]{{1,2}})?|某[{STEMS}]|[{STEMS}](?:{_ORG_CLASSES}|单位)")


_PLACEHOLDER = re.compile(
    rf"(?:涉案单位)?(?:[\u4e00-\u9fff]?某(?:[{STEMS}]|[0-9]{{1,2}})?|某某(?:[{STEMS}]|[0-9]{{1,2}})?|(?:外籍人员|承办检察官|审判员|辩护人)?(?:[{STEMS}]|[1-9][0-9])"
    rf"|(?:[{STEMS}]|[1-9][0-9])(?:{_ORG_CLASSES}|单位)+|[本该][省市县区]?[A-Z][0-9]?)(?:总|科长|局长|经理)?"
)


_LETTERED = re.compile(
    r"(?:在|本市|社区|街道|新区|自治[区县州]|开发区|区街?)?[A-Z][0-9]?(?:$|[省市区县州镇乡村新自开街社])"
)


def is_placeholder(text: str) -> bool:
    """Whether ``text`` is a label that already stands for somebody or something, ours or another writer's."""
    bare = "".join(text.split())
    return bool(_PLACEHOLDER.fullmatch(bare) or _LETTERED.match(bare))


def series() -> Iterator[str]:
    """甲 to 癸, then 11, 12, …"""
    yield from STEMS
    number = len(STEMS)
    while True:
        number += 1
        yield str(number)


class Labels:
    """The labels of one case. ``given`` are those of earlier texts; a label never holds a ``forbidden`` string."""

    def __init__(self, given: Mapping[str, str], text: str, forbidden: Iterable[str]) -> None:
        self.map: dict[str, str] = dict(given)
        self._taken = set(given.values()) | set(_RESERVED.findall(text))
        self._forbidden = tuple(forbidden)

    def allowed(self, label: str) -> bool:
        folded = plain(label)
        return not any(one in folded for one in self._forbidden)

    def get(self, key: str, candidates: Iterable[str]) -> str:
        """The label of ``key``: the one it has, or the first candidate that is free and allowed."""
        if key not in self.map or not self.allowed(self.map[key]):
            self.map[key] = next((c for c in candidates if c not in self._taken and self.allowed(c)), "■■")
            self._taken.add(self.map[key])
        return self.map[key]


def letters() -> Iterator[str]:
    """A to Z, then A1, B1, …"""
    for turn in count():
        yield from (chr(ord("A") + at) + (str(turn) if turn else "") for at in range(26))


def person_candidates(name: str, *, alone: bool, office: str = "", foreign: bool = False) -> Iterator[str]:
    """张某, or 张某甲, 张某乙 … when the surname repeats; 某甲 when the surname itself would identify.

    Sources: AN-02 (surname and 某), AN-03 and AN-04 (first character of minority and translated names), AN-16 (office).
    """
    if office:
        head = OFFICE_LABELS[office]
    elif foreign:
        head = "外籍人员"
    else:
        head = person_head(name)
        if alone and head != "某":
            yield head
    yield from (head + stem for stem in islice(series(), _MOST))
    yield from ("某" + stem for stem in islice(series(), _MOST))


def person_head(name: str) -> str:
    """The part of a person's label that several persons may share."""
    surname = surname_of(name)
    if surname and surname in common_surnames() and len(name) <= 4:
        return surname + "某"
    if len(name) > 3 and name[0] in transliterated():
        return name[0] + "某"
    return "某"


def org_candidates(name: str) -> Iterator[str]:
    """甲公司, 乙公司 …; 甲医院; 甲单位 where no class word stands in the name (AN-14)."""
    found = _ORG_CLASS.search(name)
    kind = found[0] if found else "单位"
    yield from (stem + kind for stem in islice(series(), _MOST))


def alias_candidates() -> Iterator[str]:
    yield "某某"
    yield from ("某某" + stem for stem in islice(series(), _MOST))


_CASE_WORDS = re.compile(
    "刑不诉|刑诉|刑初|刑终|刑监|刑再|刑更|民初|民终|民申|民再|行初|行终|执恢|执异|执|批捕|不批捕|拘|捕|起诉|诉|立|鉴|受案|仲|认|赔|监"
)


def case_label(number: str) -> str:
    """×检刑诉〔20××〕×号: whose number it is and of what kind, nothing else."""
    organ = next((c for c in "检公法仲" if c in number), "")
    word = _CASE_WORDS.search(number)
    return f"×{organ}{word[0] if word else '字'}〔20××〕×号"

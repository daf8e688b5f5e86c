"""Statute citations: 刑法第二百六十四条第一款, 刑诉法118条, 第一百三十三条之一, 《…解释》第四条第（二）项.

Works on normalised text (``normalise``). A law name holds for the citations that follow it, over 、and ；,
until another law is named or the sentence ends with 。.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebank.core.text.numerals import CHARACTERS, parse_numeral

#: Short and official names → one canonical name. Keys are without 《》 and without 中华人民共和国.
ALIASES = {
    "刑诉法": "刑事诉讼法",
    "民诉法": "民事诉讼法",
    "行诉法": "行政诉讼法",
    "高检规则": "人民检察院刑事诉讼规则",
    "刑诉规则": "人民检察院刑事诉讼规则",
    "检察规则": "人民检察院刑事诉讼规则",
    "刑事诉讼规则": "人民检察院刑事诉讼规则",
    "规则": "人民检察院刑事诉讼规则",
    "刑诉解释": "刑事诉讼法解释",
    "刑诉法解释": "刑事诉讼法解释",
    "高法解释": "刑事诉讼法解释",
    "解释": "刑事诉讼法解释",
    "最高人民法院关于适用刑事诉讼法的解释": "刑事诉讼法解释",
    "治安处罚法": "治安管理处罚法",
    "道交法": "道路交通安全法",
    "排非规定": "严格排除非法证据规定",
}
_BARE = (
    "刑法", "刑事诉讼法", "民法典", "民事诉讼法", "行政诉讼法", "监察法", "检察院组织法", "检察官法", "治安管理处罚法",
    "道路交通安全法", "未成年人保护法", "预防未成年人犯罪法", "国家赔偿法", "行政处罚法", "禁毒法", "人民检察院刑事诉讼规则",
    "社区矫正法", "反有组织犯罪法", "严格排除非法证据规定", "刑事诉讼法解释", *ALIASES,
)  # fmt: skip
_N = rf"[0-9{CHARACTERS}]"
_LAW = re.compile(
    r"《(?P<book>[^》]{2,80})》(?:\([^)]{1,12}\))?"
    r"|(?:中华人民共和国)?(?P<bare>" + "|".join(sorted(_BARE, key=len, reverse=True)) + r")(?:\(\d{4}[^)]{0,6}\))?"
)
_PARAGRAPHS = rf"(?:第?{_N}{{1,3}}(?:[、和及]第?{_N}{{1,3}})*款(?:[、和及]第{_N}{{1,3}}款)*)?"
_ITEMS = rf"(?:第?\(?{_N}{{1,3}}\)?(?:[、和及]第?\(?{_N}{{1,3}}\)?)*项)?"
_ARTICLE = re.compile(
    rf"(?P<mark>第?)(?P<number>{_N}{{1,10}})条(?P<suffix>之{_N}{{1,2}})?(?P<paragraphs>{_PARAGRAPHS})(?P<items>{_ITEMS})"
)
_SINGLE = re.compile(rf"{_N}+")
_STOPS = re.compile(r"[。!?\n]")


@dataclass(frozen=True, order=True)
class Citation:
    """One cited article. ``law`` is canonical or "" when none was named; ``suffix`` 1 for 条之一, else 0."""

    law: str
    article: int
    suffix: int = 0
    paragraphs: tuple[int, ...] = ()
    items: tuple[int, ...] = ()
    start: int = 0
    end: int = 0
    text: str = ""

    @property
    def at_article(self) -> tuple[int, int]:
        """Article level key: number and 之 suffix; the law is left out because lists often elide it."""
        return self.article, self.suffix

    @property
    def in_full(self) -> tuple[int, int, tuple[int, ...], tuple[int, ...]]:
        """Key down to 款 and 项."""
        return self.article, self.suffix, self.paragraphs, self.items


def canonical_law(name: str) -> str:
    """Canonical name: without book marks, state name and year."""
    name = re.sub(r"[《》〈〉<>\s]|[(（][^)）]*[)）]|中华人民共和国", "", name)
    if name.endswith(("刑事诉讼法的解释", "刑事诉讼法解释")):
        return "刑事诉讼法解释"
    return ALIASES.get(name, name)


def find_citations(text: str) -> tuple[Citation, ...]:
    """All citations of ``text`` (normalised), in order, with offsets into it."""
    return tuple(_walk(text))


def _walk(text: str) -> Iterator[Citation]:
    law, law_end, last_end = "", -1, -1
    for kind, match in _events(text):
        if kind == "stop":
            law, law_end = "", -1
        elif kind == "law":
            law, law_end = canonical_law(match["book"] or match["bare"]), match.end()
        else:
            joined = match.start() == law_end or (
                last_end >= 0 and text[last_end : match.start()] in {"、", "和", "及"}
            )
            citation = _citation(match, law) if match["mark"] or joined else None
            if citation:
                last_end = match.end()
                yield citation


def _events(text: str) -> list[tuple[str, re.Match[str]]]:
    """Law names, articles and sentence ends by position; a law name inside 《》 wins over its parts."""
    laws = list(_LAW.finditer(text))
    inside = [match.span() for match in laws if match["book"]]
    events = [("law", match) for match in laws]
    events += [("article", match) for match in _ARTICLE.finditer(text)]
    events += [("stop", match) for match in _STOPS.finditer(text)]
    kept = [(k, m) for k, m in events if k == "law" or not any(a < m.start() < b for a, b in inside)]
    return sorted(kept, key=lambda event: event[1].start())


def _citation(match: re.Match[str], law: str) -> Citation | None:
    number = parse_numeral(match["number"])
    if number is None or not 0 < number < 2000 or number != int(number):
        return None
    suffix = parse_numeral(match["suffix"][1:]) if match["suffix"] else 0
    return Citation(
        law, int(number), int(suffix or 0), _numbers(match["paragraphs"]), _numbers(match["items"]),
        match.start(), match.end(), match.group(),
    )  # fmt: skip


def _numbers(part: str) -> tuple[int, ...]:
    values = (parse_numeral(found) for found in _SINGLE.findall(part or ""))
    return tuple(int(value) for value in values if value is not None)

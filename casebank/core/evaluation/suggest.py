"""Proposing negative-list codes for the free text of one problem.

Words of the problem are compared with title and check method of every code: shared character pairs and triples count
by their rarity in the list (idf). Abbreviations of the trade are written out first. Sentences whose code was stated
in ledgers serve as examples. A code stated beside the problem wins. Every proposal carries the words that spoke for it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casebank.core.evaluation.cells import plain

STATED, TITLE, EXAMPLE, WORDS = "stated_code", "same_as_title", "same_as_example", "shared_words"
GENERAL_LINE, JUVENILE_LINE, CRIMINAL_LINE = "通用", "未成年人检察", "刑事检察"

ABBREVIATIONS: Mapping[str, str] = {
    "补侦": "补充侦查", "退补": "退回补充侦查", "不捕": "不批准逮捕", "捕后": "逮捕后", "批捕": "批准逮捕", "行刑": "刑行",
    "不诉": "不起诉", "相对不起诉": "酌定不起诉", "羁押必要性": "羁押必要性审查", "卷内": "卷宗", "案卷": "卷宗", "入卷": "归档卷宗",
    "证言": "证人证言", "法律条文": "法条", "条文": "法条", "侦查员": "询问人", "超过三日": "三日内", "超三个月": "超过三个月",
    "漏填": "遗漏填写", "漏写": "未写明", "具结": "认罪认罚具结", "文号": "文书编号", "检材": "鉴定检材",
    "DNA": "生物样本鉴定", "血迹": "生物样本痕迹", "指纹": "痕迹", "送检": "送鉴定", "手机": "手机电子数据", "硬盘": "电子数据",
    "解冻": "解除冻结", "冻结款": "冻结款涉案财物", "罚金": "附加刑罚金", "回头看": "跟进调查",
    "确定刑": "确定刑幅度刑", "羁押场所": "在押处所", "看守所": "在押处所", "窜至": "贬损不规范用语窜至",
}  # fmt: skip
"""Short forms and everyday words → the words of the negative list."""

_DENIALS = re.compile(r"没有|未能|未予|未作|未曾|尚未|缺少|缺乏|欠缺|缺失|遗漏|漏|缺|无|没")
_NOISE = re.compile(r"[^\w\u3400-\u9fff]|[\d_]")
_SURE, _CLEAR_LEAD = 0.62, 0.15


@dataclass(frozen=True)
class Code:
    """One line of the negative list as far as matching needs it."""

    code: str
    title: str
    business_line: str
    stage: str = ""
    check_method: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A proposed code: score 0..1, reason (``stated_code``, ``same_as_title``, ``same_as_example``, ``shared_words``), the words."""

    code: str
    score: float
    reason: str
    matched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Circumstances:
    """What is known of the case: its business line and the kind letters of its number (刑捕, 刑诉, 民监)."""

    business_line: str = ""
    case_kind: str = ""


def folded(text: str) -> str:
    """Text for matching: abbreviations written out, one word for every kind of "not there", no punctuation."""
    text = plain(text)
    for short, full in ABBREVIATIONS.items():
        if short in text and full not in text:
            text = text.replace(short, full)
    return _NOISE.sub("", _DENIALS.sub("未", text))


def grams(text: str) -> Counter[str]:
    """Character pairs and triples."""
    return Counter(text[at : at + n] for n in (2, 3) for at in range(len(text) - n + 1))


class SuggestionIndex:
    """The negative list prepared for matching. ``examples``: problem text → codes it was given before, with counts."""

    def __init__(self, codes: Iterable[Code], examples: Mapping[str, Mapping[str, int]] | None = None) -> None:
        self._codes = {one.code: one for one in codes}
        self._titles = {code: grams(folded(one.title)) for code, one in self._codes.items()}
        self._hints = {code: grams(folded(one.check_method)) for code, one in self._codes.items()}
        self._idf = _rarity([*self._titles.values(), *self._hints.values()])
        self._examples = _by_folded(examples or {}, self._codes)
        self._example_grams = {text: grams(text) for text in self._examples}
        self._holders = self._inverted()

    def _inverted(self) -> Mapping[str, frozenset[str]]:
        holders: dict[str, set[str]] = defaultdict(set)
        for table in (self._titles, self._hints):
            for code, counted in table.items():
                for gram in counted:
                    holders[gram].add(code)
        return {gram: frozenset(codes) for gram, codes in holders.items()}

    def suggest(
        self, text: str, where: Circumstances, stated: Sequence[str] = (), most: int = 5
    ) -> tuple[Suggestion, ...]:
        """Best proposals first, at most ``most``. ``stated`` are codes that the ledger gives for this very problem."""
        words = folded(text)
        found = {one.code: one for one in self._by_words(words, where)}
        for one in (*self._by_examples(words, where), *self._stated(stated)):
            if one.code not in found or one.score > found[one.code].score:
                found[one.code] = one
        return tuple(sorted(found.values(), key=lambda one: (-one.score, one.code))[:most])

    def affinity(self, text: str, code: str, where: Circumstances) -> float:
        """How well one code fits a text, for sharing out several stated codes."""
        return next((one.score for one in self.suggest(text, where, most=99) if one.code == code), 0.0)

    def _stated(self, stated: Sequence[str]) -> list[Suggestion]:
        return [Suggestion(code, 1.0, STATED) for code in stated if code in self._codes]

    def _by_words(self, words: str, where: Circumstances) -> Iterable[Suggestion]:
        counted = grams(words)
        candidates = set().union(*(self._holders.get(gram, frozenset()) for gram in counted)) if counted else set()
        for code in candidates:
            fit = _line_fit(self._codes[code], where)
            likeness, shared = self._likeness(counted, code)
            if fit and likeness > 0.05:
                same = folded(self._codes[code].title) == words
                score = 0.99 if same else min(0.95, likeness * fit)
                yield Suggestion(code, round(score, 3), TITLE if same else WORDS, _stretches(words, shared))

    def _likeness(self, counted: Counter[str], code: str) -> tuple[float, set[str]]:
        title, hint = self._titles[code], self._hints[code]
        in_title = {gram for gram in counted if gram in title}
        in_hint = {gram for gram in counted if gram in hint and gram not in title}
        gained = self._weight(in_title) + 0.5 * self._weight(in_hint)
        of_text = gained / (self._weight(counted) or 1)
        of_title = self._weight(in_title) / (self._weight(title) or 1)
        return (
            0.6 * of_text + 0.4 * of_title if of_title > of_text else 0.75 * of_text + 0.25 * of_title,
            in_title | in_hint,
        )

    def _weight(self, some: Iterable[str]) -> float:
        return sum(self._idf.get(gram, self._idf[""]) for gram in some)

    def _by_examples(self, words: str, where: Circumstances) -> Iterable[Suggestion]:
        counted = grams(words)
        for example, codes in self._examples.items():
            alike = 1.0 if example == words else self._overlap(counted, self._example_grams[example])
            if alike < 0.5:
                continue
            total = sum(codes.values())
            for code, times in codes.items():
                if _line_fit(self._codes[code], where):
                    yield Suggestion(code, round(0.98 * alike * times / total, 3), EXAMPLE, (example,))

    def _overlap(self, one: Counter[str], other: Counter[str]) -> float:
        both = self._weight(one.keys() & other.keys())
        return both / (self._weight(one.keys() | other.keys()) or 1)


def is_sure(suggestions: Sequence[Suggestion]) -> bool:
    """May the first proposal be confirmed in bulk? A stated code, or a high score well ahead of the second."""
    if not suggestions:
        return False
    lead = suggestions[0].score - (suggestions[1].score if len(suggestions) > 1 else 0.0)
    return suggestions[0].reason == STATED or (suggestions[0].score >= _SURE and lead >= _CLEAR_LEAD)


def share_out(
    index: SuggestionIndex, problems: Sequence[str], codes: Sequence[str], where: Circumstances
) -> tuple[tuple[str, ...], ...]:
    """Which of the stated codes of a row belongs to which problem; () where none does.

    One problem takes all codes. As many codes as problems: the order counts unless the words clearly contradict it.
    Otherwise each code goes to the problem it fits best.
    """
    if len(problems) == 1:
        return (tuple(codes),)
    if not problems or not codes:
        return tuple(() for _ in problems)
    fits = [[index.affinity(text, code, where) for code in codes] for text in problems]
    if len(problems) == len(codes) and not _contradicted(fits):
        return tuple((code,) for code in codes)
    shared: list[list[str]] = [[] for _ in problems]
    for at, code in enumerate(codes):
        best = max(range(len(problems)), key=lambda row: fits[row][at])
        if fits[best][at] > 0:
            shared[best].append(code)
    return tuple(map(tuple, shared))


def _contradicted(fits: Sequence[Sequence[float]]) -> bool:
    """Does some code fit another problem clearly better than the one at its own place?"""
    size = range(len(fits))
    return any(fits[row][at] > fits[at][at] + 0.3 for at in size for row in size)


def _by_folded(examples: Mapping[str, Mapping[str, int]], known: Mapping[str, Code]) -> dict[str, Counter[str]]:
    gathered: dict[str, Counter[str]] = defaultdict(Counter)
    for text, codes in examples.items():
        gathered[folded(text)].update({code: times for code, times in codes.items() if code in known})
    return {text: codes for text, codes in gathered.items() if text and codes}


def _rarity(documents: Sequence[Counter[str]]) -> dict[str, float]:
    """idf per gram; the key "" holds the value of a gram that no document has."""
    seen = Counter(gram for one in documents for gram in one)
    return {gram: math.log(1 + len(documents) / times) for gram, times in seen.items()} | {
        "": math.log(1 + len(documents)) * 0.6
    }


def _line_fit(code: Code, where: Circumstances) -> float:
    """0 when the code belongs to another business line; criminal codes also serve cases of minors."""
    line = where.business_line
    if not line or code.business_line in (line, GENERAL_LINE):
        return _stage_fit(code, where)
    return _stage_fit(code, where) if (line, code.business_line) in _NEIGHBOURS else 0.0


_NEIGHBOURS = {(JUVENILE_LINE, CRIMINAL_LINE), (CRIMINAL_LINE, JUVENILE_LINE)}
_STAGES = {"捕": "审查逮捕", "不诉": "不起诉"}


def _stage_fit(code: Code, where: Circumstances) -> float:
    """A small bonus for codes of the stage that the letters of the case number name."""
    named = {stage for letters, stage in _STAGES.items() if where.case_kind.endswith(letters)}
    return 1.08 if code.stage in named else 1.0


def _stretches(words: str, shared: set[str]) -> tuple[str, ...]:
    """Shared pairs and triples joined to the longest stretches of the text they cover."""
    covered = [False] * len(words)
    for gram in shared:
        at = words.find(gram)
        while at >= 0:
            covered[at : at + len(gram)] = [True] * len(gram)
            at = words.find(gram, at + 1)
    places = re.finditer("1+", "".join("1" if one else "0" for one in covered))
    return tuple(dict.fromkeys(words[place.start() : place.end()] for place in places))

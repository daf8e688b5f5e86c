"""What a sentence says: articles, charges with polarity, concluding amounts, judgement axes, remedies, concepts.

``read(text)`` expects normalised, squeezed text (``casebank.core.text.normalise``); offsets are offsets into it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assessments.core.grading import lexicon
from casebank.core.text.amounts import Amount, find_amounts
from casebank.core.text.charges import Charge, find_charges
from casebank.core.text.citations import Citation, find_citations
from casebank.core.text.dates import FoundDate, find_dates
from casebank.core.text.segments import Segment, clauses

_DOUBLE_NEGATION = (
    ("不能不", "必定须"),
    ("不得不", "必定须"),
    ("并非不", "确乎是"),
    ("不是不", "确乎是"),
    ("不是没有", "确实存有"),
    ("并非没有", "确实存有"),
)
_DENIED_BEFORE = re.compile(
    r"(?:不构成|不是|不应[当该]?(?:认?定|以)?|不能(?:认?定|以)?|不宜(?:认?定|以)?|不属于?|并非|不成立|不符合|非|否定|不以|未构成|不涉嫌)[^,。;]{0,8}$"
)
_DENIED_AFTER = re.compile(
    r"^[^,。;]{0,8}?(?:不当|错误|不对|有误|不成立|不能成立|不准确|不正确|不妥|欠妥|不符|变更为|改为|改定)"
)
_ASSERTED_BEFORE = re.compile(
    r"(?:构成|犯|定|定为|认定为?|应为|应以|应当以|当以|变更为|改为|改定|属于?|系|为|是|按照?|涉嫌|以)[^,。;不非]{0,6}$"
)
_REPORTING = re.compile(r"(?:移送|提请|立案|起诉意见|起诉书|侦查机关|公安机关)[^,。;]{0,6}$")
_NOT_THE_CHARGE = re.compile(r"数额|金额|事实|所得|款|次数|对象")
_REPORTED_AFTER = re.compile(r"^[^,。;]{0,4}(?:移送|立案|提请|起诉|报捕)")
_CONCLUDE_BEFORE = re.compile(
    r"(?:认定(?:为|是)?|应为|应当为|应是|就低(?:认定)?(?:为)?|即|按照?|确定为|计为?|只能(?:是|为)|数额(?:应)?(?:为|是)?|金额(?:应)?(?:为|是)?|核定为?|平均值|更正为|共计|合计)(?:人民币|现金)?$"
)
_NEGATED = re.compile(r"(?:不能|无法|未能|未|没有|难以|不够|缺乏|尚不|不)[^,。;]{0,3}$")
_CONCLUDE_AFTER = re.compile(r"^(?:认定|为准|计算|定案)")


@dataclass(frozen=True)
class Axis:
    """A judgement on one axis: ``sign`` −1 bad, +1 good, 0 silent; ``mixed`` when both were said without a turn."""

    sign: int = 0
    mixed: bool = False
    start: int = 0
    end: int = 0


@dataclass(frozen=True)
class Assertion:
    """A charge with polarity: +1 asserted, −1 denied, 0 only mentioned or reported."""

    family: str
    sign: int
    charge: Charge


@dataclass(frozen=True)
class Elements:
    """Everything that is compared about one piece of text."""

    text: str
    citations: tuple[Citation, ...]
    charges: tuple[Assertion, ...]
    circumstances: frozenset[tuple[str, int]]
    amounts: tuple[Amount, ...]
    concluding: tuple[Amount, ...]
    dates: tuple[FoundDate, ...]
    compliance: Axis
    proof: Axis
    remedies: frozenset[str]
    denied: tuple[int, int] | None
    concepts: frozenset[str]
    grams: frozenset[str]
    lacking: tuple[frozenset[str], ...]
    lacking_words: tuple[str, ...]
    lacking_in: frozenset[str]

    @property
    def articles(self) -> frozenset[tuple[int, int]]:
        return frozenset(one.at_article for one in self.citations)

    @property
    def asserted(self) -> frozenset[str]:
        return frozenset(one.family for one in self.charges if one.sign > 0)

    @property
    def refused(self) -> frozenset[str]:
        return frozenset(one.family for one in self.charges if one.sign < 0)

    @property
    def values(self) -> frozenset[Decimal]:
        return frozenset(one.value for one in self.amounts)

    @property
    def conclusions(self) -> frozenset[Decimal]:
        return frozenset(one.value for one in self.concluding)


@lru_cache(maxsize=8192)
def read(text: str) -> Elements:
    """Elements of one normalised piece of text."""
    plain = _without_double_negation(text)
    parts = clauses(plain)
    amounts = find_amounts(plain)
    citations = find_citations(plain)
    charges = tuple(Assertion(one.family, _charge_sign(plain, one), one) for one in find_charges(plain))
    denied = lexicon.NOTHING_TO_DO.search(plain)
    rest = lexicon.NOTHING_TO_DO.sub("", plain)
    concepts = _concepts(plain)
    lacking = _lacking(parts)
    return Elements(
        text=text,
        citations=citations,
        charges=charges,
        circumstances=_circumstances(plain),
        amounts=amounts,
        concluding=tuple(one for one in amounts if _concludes(plain, one)),
        dates=find_dates(plain),
        compliance=_axis(parts, lexicon.COMPLIANCE_BAD, lexicon.COMPLIANCE_GOOD),
        proof=_axis(parts, lexicon.PROOF_BAD, lexicon.PROOF_GOOD),
        remedies=frozenset(name for name, pattern in lexicon.REMEDIES.items() if pattern.search(rest)),
        denied=denied.span() if denied else None,
        concepts=concepts,
        grams=_grams(plain, citations, amounts),
        lacking=tuple(named for named, _ in lacking if named),
        lacking_words=tuple(words for named, words in lacking if words and not named),
        lacking_in=_concepts("。".join(part.text for part in parts if lexicon.DEFICIENCY.search(part.text))),
    )


def _without_double_negation(text: str) -> str:
    for words, plain in _DOUBLE_NEGATION:
        text = text.replace(words, plain)
    return text


def _axis(parts: tuple[Segment, ...], bad: re.Pattern[str], good: re.Pattern[str]) -> Axis:
    """Last judgement counts; both signs in one text without 但 / 不过 between them are mixed."""
    signs: list[tuple[int, Segment]] = []
    turned = False
    for part in parts:
        if lexicon.REPORTED.search(part.text):
            continue
        if lexicon.CONTRAST.match(part.text) and signs:
            signs, turned = [], True
        approving = list(good.finditer(part.text))
        upheld = [match for match in approving if not _NEGATED.search(part.text[: match.start()])]
        if upheld:
            signs.append((1, part))
        if len(upheld) < len(approving) or bad.search(good.sub("", part.text)):
            signs.append((-1, part))
    if not signs:
        return Axis()
    sign, part = signs[-1]
    mixed = len({one for one, _ in signs}) > 1 and not turned
    return Axis(sign, mixed, part.start, part.end)


def _charge_sign(text: str, charge: Charge) -> int:
    before = re.split(r"[,。;!?]", text[max(0, charge.start - 20) : charge.start])[-1]
    after = text[charge.end : charge.end + 14]
    if not charge.marked and _NOT_THE_CHARGE.match(after):
        return 0
    denied = bool(_DENIED_BEFORE.search(before)) or bool(_DENIED_AFTER.search(after))
    if denied:
        return 0 if lexicon.REPORTED.search(before) else -1
    if _REPORTED_AFTER.search(after) or _REPORTING.search(before) or lexicon.REPORTED.search(before):
        return 0
    if charge.marked or _ASSERTED_BEFORE.search(before):
        return 1
    return 0


def _concludes(text: str, amount: Amount) -> bool:
    before = text[max(0, amount.start - 12) : amount.start]
    if lexicon.SUM_DENIED.search(text[amount.end : amount.end + 12]) or lexicon.OTHER_SPEAKER.search(before):
        return False
    return bool(_CONCLUDE_BEFORE.search(before) or _CONCLUDE_AFTER.search(text[amount.end : amount.end + 3]))


def _circumstances(text: str) -> frozenset[tuple[str, int]]:
    """(circumstance, sign): +1 asserted, also when its omission is criticised; −1 denied."""
    found = set()
    for name, pattern in lexicon.CIRCUMSTANCES.items():
        for match in pattern.finditer(text):
            before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 10]
            if lexicon.REPORTED.search(before):
                continue
            ignored = lexicon.CIRCUMSTANCE_IGNORED.search(before)
            denied = (
                lexicon.CIRCUMSTANCE_RIGHTLY.search(after) if ignored else lexicon.CIRCUMSTANCE_DENIED.search(before)
            )
            found.add((name, -1 if denied else 1))
    return frozenset(found)


def _concepts(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in lexicon.CONCEPT_PATTERNS if pattern.search(text))


def _lacking(parts: tuple[Segment, ...]) -> list[tuple[frozenset[str], str]]:
    """Per 没有 / 未 / 仅有 …: concepts and words that stand right after it in the same clause."""
    found = []
    for part in parts:
        for match in lexicon.DEFICIENCY.finditer(part.text):
            words = part.text[match.end() : match.end() + 12]
            found.append((_concepts(words) - {"一人", "二人"}, words[:6]))
    return found


def _grams(text: str, citations: tuple[Citation, ...], amounts: tuple[Amount, ...]) -> frozenset[str]:
    """Character bigrams of what is neither law vocabulary, nor citation, nor sum."""
    places = [(one.start, one.end) for one in citations] + [(one.start, one.end) for one in amounts]
    for start, end in sorted(places, reverse=True):
        text = text[:start] + "," + text[end:]
    pieces = re.split(r"[^\u4e00-\u9fffA-Za-z0-9]+", lexicon.GENERIC.sub(",", text))
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))

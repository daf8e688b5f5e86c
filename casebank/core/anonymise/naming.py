"""How long a Chinese name is that begins at a given place: surname, one or two characters, and what may follow."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .lexicon import NEVER_GIVEN, common_words, given_characters, single_surnames, surname_of, transliterated

_FOLLOW_WORDS = (
    "因|在|到|于|与|和|及|的|将|被|把|对|从|向|持|伙同|以|用|驾|经|称|供|说|等|为|系|是|有|无|未|不|提|窜|来|进|共|犯|涉嫌|表示|认|又|再|即|随|便|则|遂|利用|通过|多次|先后|"
    "分别|让|叫|给|找|同|跟|二人|三人|两人|四人|五人|上|下|身|家|处|所|名下|辩护|陈述|证言|证实|签|去|回|离|返|之|其|本人|自|也|均|都|亦|曾|已|还|并|使|驶|乘|逃|遭|受|收|交|指|"
    "要|请|带|打|踢|殴|抢|盗|偷|窃|骗|购|买|卖|贩|出|拿|取|联|商|预谋|趁|见|看|听|得|知|起|当|时|停|放|女|男|户|绰号|电话|任|担|记录|书记|检察|审|委托|代理|手|没|实|负|支|借|"
    "转|存|欠|骑|强|实施|组织|参与|故意|非法|帮|安排|介绍|约|邀|纠|与|或|就|只|始|开|租|住|入|走|跑|赶|摔|倒|死|伤|按|根据|承|否|拒|到案|归案|投|主动|如|前|后|先|先生|女士|同志|"
    "检|律师|法官|警官|民警|医生|老师|接|报|挥|捡|砍|刺|捅|追|拉|推|抓|控|威|胁|吸|注|种|伪|虚|冒|编|谎|假|所|挪|侵|行|索|贪|滥|徇|酒|醉|肇|撞|碾|碰|超|违|闯|"
    "分得|分别|分|获|在逃|人民币|现金|诈骗|工作|出生|住址|性别|民族|职业|文化|现住|户籍|联系|身份|生前|作|做|写|喝|吃|睡|坐|站|躺|醒|哭|喊|骂|辱|吵|争|发生|发现|相|互|协|商议|合|共|间|之间|方"
)
FOLLOW = re.compile(rf"{_FOLLOW_WORDS}")
_FOLLOW_ONE = frozenset(word for word in _FOLLOW_WORDS.split("|") if len(word) == 1)
_FOLLOW_LONG = re.compile("|".join(word for word in _FOLLOW_WORDS.split("|") if len(word) > 1))
#: Function characters that end a name rather than belong to it.
_HARD = frozenset("因在到于与和及的将被把对从向持以用是有无未不等为系称供说又再即随便则也均都亦曾已还并其之自")
#: Surnames that are function words as well; a name that begins with one needs more evidence.
FUNCTION_SURNAMES = frozenset("于向和从由曾任应来能都后以时全单解成应常计过有")
_NEVER = re.compile("[某×＊*×]|[的了着们这那哪吗呢吧呀啊]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
DOTS = "·・•‧∙"
_DOT = re.compile(rf"\s?[{DOTS}]\s?")
DOTTED = re.compile(rf"[\u4e00-\u9fff]{{1,8}}(?:\s?[{DOTS}]\s?[\u4e00-\u9fff]{{1,8}}){{1,3}}")


@dataclass(frozen=True)
class Name:
    """A reading of a name: its end, whether every given character is usual, and how surely it ends there."""

    end: int
    usual: bool
    bounded: bool
    score: float


def follows(text: str, at: int) -> bool:
    """Whether what stands at ``at`` ends a name: no Chinese character, or a word that follows names."""
    return at >= len(text) or not _HAN.match(text[at]) or FOLLOW.match(text, at) is not None


def _reading(text: str, start: int, surname: str, given: int) -> Name | None:
    end = start + len(surname) + given
    name = text[start:end]
    rest = name[len(surname) :]
    if len(name) != end - start or not _HAN.fullmatch(name) or _NEVER.search(name):
        return None
    if any(character in NEVER_GIVEN for character in rest):
        return None
    if name in common_words() or name[:2] in common_words() and name[2:] in {"", *_HARD}:
        return None
    usual = sum(character in given_characters() for character in rest)
    bounded = follows(text, end)
    score = (2 * usual - given) / given + 2 * bounded
    if given == 2:
        score += 0.3 - _cost_of_last(text, end - 1)
    return Name(end, usual == given, bounded, score)


def _cost_of_last(text: str, at: int) -> float:
    """How much speaks for the second given character to be the next word already."""
    if _FOLLOW_LONG.match(text, at):
        return 1.2
    return 0.5 if text[at] in _HARD else 0.2 if text[at] in _FOLLOW_ONE else 0


def read_name(text: str, start: int) -> Name | None:
    """The likeliest name that begins at ``start`` with a surname, or ``None``."""
    surname = surname_of(text[start : start + 2])
    if not surname:
        return None
    readings = [reading for given in (2, 1) if (reading := _reading(text, start, surname, given))]
    if len(surname) == 2 and surname[0] in single_surnames():
        readings += [r for r in [_reading(text, start, surname[0], 1)] if r and r.bounded and not readings]
    return max(readings, key=lambda reading: reading.score, default=None)


def read_transliterated(text: str, start: int, shortest: int = 3) -> int:
    """End of the run of characters that spell minority and foreign names, or ``start`` if it is too short."""
    end = start
    while end < len(text) and text[end] in transliterated():
        end += 1
    return end if end - start >= shortest else start


@lru_cache(maxsize=4096)
def looks_like_name(cell: str) -> bool:
    """Whether a whole table cell reads as a person's name."""
    bare = re.sub(r"\s", "", cell)
    if DOTTED.fullmatch(bare):
        return True
    surname = surname_of(bare)
    given = len(bare) - len(surname)
    usual = all(character in given_characters() for character in bare[len(surname) :])
    return bool(surname) and 1 <= given <= 2 and usual and bare not in common_words() and not _NEVER.search(bare)


def dotted_end(text: str, start: int) -> int:
    """End of the dotted name (艾某·某) whose first part begins at ``start``, or ``start``."""
    end = start
    for _ in range(4):
        dot = _DOT.search(text, end, end + 11)
        if not dot or not _HAN.fullmatch(text[end : dot.start()]):
            break
        end = _part_end(text, dot.end())
    return end


def _part_end(text: str, start: int) -> int:
    """End of the last part of a dotted name: spelling characters, then what is no word that follows names."""
    end = start
    while end < len(text) and end - start < 8 and _HAN.match(text[end]):
        if text[end] not in transliterated() and end - start >= 2 and (FOLLOW.match(text, end) or end - start >= 4):
            break
        end += 1
    return end

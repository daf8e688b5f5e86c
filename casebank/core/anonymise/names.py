"""Names without a role word, from both neighbours: 与X一同, 、X、, 卖给X, X称; dotted and transliterated names."""

import re
from collections.abc import Iterator

from .lexicon import transliterated
from .naming import (
    DOTS,
    DOTTED,
    FOLLOW,
    FUNCTION_SURNAMES,
    Name,
    dotted_end,
    follows,
    read_name,
    read_transliterated,
)
from .types import PERSON, Span
from .views import View, Views

_BEFORE = (
    "伙同|容留|殴打|联系|介绍|委托|指使|纠集|强迫|欺骗|抓获|传唤|指认|辨认|会同|随同|陪同|告知|询问|讯问|借给|卖给|交给|送给|转给|出售给|贩卖给|抵押给|销售给|销赃给|变卖给|转卖给|倒卖给|"
    "退还给|返还给|雇佣|雇请|邀约|约|遇见|认识|找到|叫上|带着|带领|搭载|通知|提醒|砍伤|打伤|刺伤|捅伤|致伤|骗取|骗得|盗走|盗窃|盗得|窃取|窃得|窃走|抢走|抢劫|抢得|收受|索要|退赔|赔偿|发还|退还|"
    "起诉|给予|通过|离开了?|交给了|给了|问|接|喊|趁|把|将|与|和|同|由|向|被|对|给|找|让|叫|经|是|系|及|跟|其|受|随|从|替|帮|为|致|付|在|嫖客|网管|租户|当日|当天|次日|随后|后来|另有|其中|名为|"
    "名叫|叫做|丈夫|妻子|儿子|女儿|父亲|母亲|男友|女友|现金|鉴定[:：]?|鉴定"
)
START = re.compile(rf"(?P<word>{_BEFORE})|(?P<mark>[、，。；：:,;“\"‘（(\n\t|!！?？]|^)", re.MULTILINE)
_OWNED = "供述|证言|陈述|辩解|证词|报案|指认|辨认|账户|银行|微信|支付宝|手机|电话|身份证|名义|家|住|指使|安排|要求|行为|妻|丈夫|父|母|儿|女|朋友|人民币|现金|车|三轮|电动|摩托|钱包|财物|房"
_SURE_AFTER = re.compile(
    rf"等人|等[一二三四五六七八九十两0-9]+人|的(?={_OWNED})|称|供称|供述|陈述|证实|证言|辩称|说[:：,，]|停[放在于]|放[在置于]|现金|人民币|于[0-9同次当]|"
    r"[与和同].{2,6}?(?:一同|一起|共同|二人|两人|在场)|一同|一起|二人|三人|两人|四人|五人|伙同|因涉嫌|因犯|[（(](?:另案|均|在逃|已判|男|女|曾用|绰号|化名|别名|身份|未成年|殁|无刑)|之际|"
    r"是(?=[我他她本被谁一其同])|睡觉|身上|住处|租住|律师团队"
)
_AFTER = re.compile(
    r"[、”’\"）)|\t]|表示|[和与及跟同](?=[\u4e00-\u9fff])|犯|系|(?:将|持|驾驶|窜至|窜入|来到|趁|乘|采用|以|用|在|到|向|对|被|把|从|给|为)(?=[\u4e00-\u9fff0-9])|名下|家中|[,;，。；]"
)
#: Words before a name that are as often before anything else.
_WEAK_WORDS = frozenset(
    [
        "经",
        "是",
        "系",
        "为",
        "在",
        "其",
        "同",
        "及",
        "和",
        "与",
        "将",
        "把",
        "被",
        "对",
        "从",
        "随",
        "付",
        "约",
        "接",
        "问",
        "通过",
    ]
)
_RUN_STOP = re.compile(
    "[马力木班加玛尔和]{2}|安全|人|[白黑灰]色|拉布拉多|阿拉斯加|奥迪|雅迪|松吉|富士|尼桑|道奇|道客|特斯拉|马自达|奥拓|巴士|比亚|比克|莫桑|哈尔滨|卡塔尔|哈萨克|巴基斯坦|尼日利亚|布达拉"
)


def find_names(views: Views) -> Iterator[Span]:
    """Names by both neighbours, names with a middle dot, and long runs of transliterating characters."""
    view = views.written
    yield from _dotted(view)
    yield from _transliterated(view)
    for before in START.finditer(view.text):
        if found := _between(view.text, before):
            end, certainty = found
            yield view.span(before.end(), end, PERSON, "name", f"context:{before[0].strip()}", certainty)


def _between(text: str, before: re.Match[str]) -> tuple[int, float] | None:
    """End and certainty of the name after ``before``, or ``None``."""
    name = read_name(text, before.end())
    if not name or not name.usual:
        return None
    if _SURE_AFTER.match(text, name.end):
        return name.end, 0.78
    if text[before.end()] in FUNCTION_SURNAMES:
        return None
    certainty = _weigh(text, before, name)
    return (name.end, certainty) if certainty else None


def _weigh(text: str, before: re.Match[str], name: Name) -> float:
    """Certainty where nothing sure follows: the word before, what follows and the length together."""
    long = name.end - before.end() >= 3
    word = before["word"]
    strong = word is not None and word not in _WEAK_WORDS
    if _AFTER.match(text, name.end):
        if strong or word is not None and long:
            return 0.75
        if before["mark"] == "、" and (long or text[name.end] in "、和与及"):
            return 0.72
        return 0.65 if long else 0
    return 0.66 if strong and long and FOLLOW.match(text, name.end) else 0


def _dotted(view: View) -> Iterator[Span]:
    for match in DOTTED.finditer(view.text):
        start = match.start() + _head(match[0])
        end = dotted_end(view.text, start)
        if end - start >= 4:
            yield view.span(start, end, PERSON, "name", "middle dot", 0.85)
    for match in re.finditer(r"(?<=[\u4e00-\u9fff])\.(?=[\u4e00-\u9fff])", view.text):
        start, end = _around(view.text, match.start())
        if match.start() - start >= 2 and end - match.end() >= 2:
            yield view.span(start, end, PERSON, "name", "dot", 0.75)


def _head(surface: str) -> int:
    """Characters before the first dot that cannot belong to the name (…人员吉克·…)."""
    dot = min(at for at, character in enumerate(surface) if character in DOTS)
    end = len(surface[:dot].rstrip())
    start = end
    while start > 0 and surface[start - 1] in transliterated():
        start -= 1
    return start if end - start >= 2 else max(0, end - 4)


def _around(text: str, dot: int) -> tuple[int, int]:
    start = dot
    while start > 0 and text[start - 1] in transliterated():
        start -= 1
    return start, read_transliterated(text, dot + 1, 1)


def _transliterated(view: View) -> Iterator[Span]:
    text, at = view.text, 0
    while at < len(text):
        end = read_transliterated(text, at, 4)
        if end > at and follows(text, end) and not _RUN_STOP.search(text[at:end]):
            yield view.span(at, end, PERSON, "name", "transliteration", 0.6)
        at = max(end, at + 1)

"""Addresses: a chain of places from province to room, or whatever follows a word for where somebody lives."""

import re

from ..lexicon import places
from ..types import ADDRESS
from .place_shapes import name_start
from .rule import HAN_VIEWS, rule
from .shapes import HAN

_ADMIN = (
    rf"{HAN}{{1,8}}?(?:省|特别行政区|自治区|自治州|地区|市|州|盟|自治县|县|自治旗|旗|新区|开发区|园区|林区|矿区|区)"
)
_FINE = (
    rf"{HAN}{{1,8}}?(?:镇|乡|街道(?:办事处|办)?|苏木|社区|村民小组|自然村|新村|村|嘎查|(?:屯|寨|庄|塆|湾|坪|岗|集|桥)(?![村镇乡])|组|社|队|大道|大街|公路|国道|省道|辅路|路|街|巷|弄|胡同|里弄|道|"
    "小区|花园|家园|嘉园|花苑|雅苑|苑|公寓|大厦|广场|城(?![镇乡关])|国际|名都|华府|豪庭|山庄|别墅|市场|商城|工业园|产业园|宿舍|大楼|综合楼|站|码头)"
)
_NUMBER = (
    r"(?:[0-9A-Za-z一二三四五六七八九十百零〇甲乙丙丁]{1,6}(?:[\-—–~#之][0-9A-Za-z]{1,5}){0,4})"
    r"\s?(?:号楼|号院|号房|号铺|号|楼|栋|幢|座|单元|室|户|层|弄|巷|组|社|队|房|铺|门面|摊位|门|排|街|路|村|#)?"
)
_NAMED_NUMBER = rf"{HAN}{{1,4}}?(?:号楼|号院|号|栋|幢|单元|室)"
_TAIL = rf"(?:{HAN}{{0,8}}?(?:的)?(?:租住处|出租屋|出租房|停车场|停车处|车棚|卧室|仓库|工地|家中|家里|家(?=[，,。；;])|门口|门前|门市|房间|楼下|楼上|附近|旁边?|对面|[院校厂店村家房场楼屋园铺库馆厅室]内|内(?=[，,。；;将的])|处(?=[，,。；;将的])|路边|交汇处|交叉口|路口|[东南西北]侧))?"
_FIRST = re.compile(rf"(?:{_ADMIN}|{_FINE})")
#: The same pieces further on in a chain: a function word there begins another phrase.
_NO_STOP = rf"(?:(?![被至在将到从与及和的是由经向骗])(?:{HAN}))"
_ADMIN_ON, _FINE_ON, _NAMED_ON = (piece.replace(HAN, _NO_STOP) for piece in (_ADMIN, _FINE, _NAMED_NUMBER))
_CHAIN = re.compile(rf"(?P<admin>{_ADMIN})|(?P<fine>{_FINE})|(?P<number>{_NUMBER})")
_CUE = (
    r"(?:户籍(?:所在)?地(?:址)?|户籍地|户口所在地|现住址|现居住地|现住地|现住|家住|暂住地?|租住(?:于|在|地)?|居住地|居住(?:于|在)|住址|住所地?|住处|住所|地址|籍贯|出生地|出生于|"
    r"经营场所|营业地址|收货地址|寄件地址|通讯地址|送达地址|注册地址?|办公地址|坐落于?|(?<=[，,；;。])住(?![院宿]))"
)
_NOWHERE = re.compile(
    r"(?:本|该|我|全|各|某|此|同|两|多|邻|外|当|城|市|县|郊|小|大|地|山|辖|社|一|二|三|×|上述|所在|农|牧|景|库|校|厂|时|战|误|禁|特|专|分|片|张某|李某){1,3}[省市县区州旗镇乡村路街]"
)


def _kinds(surface: str) -> dict[str, int]:
    counts = {"admin": 0, "fine": 0, "number": 0}
    for piece in _CHAIN.finditer(surface):
        counts[str(piece.lastgroup)] += 1
    return counts


def chain_start(surface: str) -> int:
    """Where the first place of a chain begins."""
    first = _FIRST.match(surface)
    return name_start(first[0]) if first else 0


def _judge_chain(match: re.Match[str]) -> float:
    surface = match[0][chain_start(match[0]) :]
    if "某" in surface or "×" in surface:
        return 0
    kinds = _kinds(surface)
    if kinds["admin"] and (kinds["fine"] or kinds["number"]):
        return 0.85
    if kinds["fine"] and kinds["number"] and re.search("[0-9一二三四五六七八九十]", surface):
        return 0.8
    if kinds["admin"] >= 2 or kinds["fine"] >= 2:
        return 0.7
    return 0.6 if kinds["admin"] and not _NOWHERE.fullmatch(surface) and _is_listed(surface) else 0


_MOTION = "窜至|窜入|窜到|潜入|来到|行至|行驶至|途经|进入|前往|赶至|赶到|逃至|运至|运往|返回|停放在|停在|位于|放在|租住在|居住在|在(?![逃押案场])|到|至"
_PLACE_END = (
    "家中|家里|家|室内|屋内|店内|院内|楼内|厂内|房内|村内|区内|校内|园内|内|里|旁边|旁|边|处|附近|门口|门前|门外|楼下|楼上|对面|路段|路口|路上|出口|入口|空地|停车场|停车处|停车位|车棚|车库|工地|仓库|"
    "地下室|[东南西北]侧|[东南西北]面|[东南西北]门|出租屋|出租房|住处|住所|宿舍|宾馆|酒店|网吧|网咖|超市|商店|饭店|医院|学校|市场|广场|小区|公园|店|馆|厂|院|楼|室|房|号|村|组|街|路|巷|栋|单元"
)


def _judge_motion(match: re.Match[str]) -> float:
    place = match["v"]
    if "某" in place or "×" in place or re.search("案|罪|法|款|期间|过程|情况|规定|判|证据|本院|指控", place):
        return 0
    kinds = _kinds(place)
    return 0.72 if kinds["admin"] or (kinds["fine"] and kinds["number"]) else 0


def _is_listed(surface: str) -> bool:
    return surface[:-1] in places() or surface in places()


def _judge_cue(match: re.Match[str]) -> float:
    place = match["v"]
    if "某" in place or "×" in place:
        return 0
    return 0.9 if re.search("[省市县区州镇乡村路街号楼室组屯巷道]", place) else 0


RULES = (
    rule(
        "address-motion",
        ADDRESS,
        rf"(?:{_MOTION})(?P<v>(?:{HAN}|[0-9A-Za-z*“”\"#()\-]){{2,36}}?(?:{_PLACE_END}))(?=[，,。；;、将的盗趁拉采]|$)",
        _judge_motion,
        views=HAN_VIEWS,
    ),
    rule(
        "address-chain", ADDRESS,
        rf"(?:{_ADMIN}|{_FINE})(?:{_ADMIN_ON}|{_FINE_ON}|{_NUMBER}|{_NAMED_ON}){{0,10}}{_TAIL}", _judge_chain, views=HAN_VIEWS, trim=chain_start,
    ),
    rule(
        "address-cue", ADDRESS,
        rf"{_CUE}\s*[:：为是系在于]{{0,2}}\s*(?P<v>{HAN}(?:{HAN}|[0-9A-Za-z\-—–#()·.]){{2,48}})", _judge_cue, views=HAN_VIEWS,
    ),
)  # fmt: skip

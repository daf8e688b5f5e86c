"""Procuratorates, courts, police units, places of detention, other authorities."""

import re

from ..types import COURT
from .place_shapes import HAN_RUN, name_start, stem_of
from .rule import HAN_VIEWS, rule
from .shapes import HAN, STEMS

_UNIT = "分局|支队|大队|中队|总队|派出所|警务室|警务站|刑侦队|治安队|侦查队"
_SUFFIX = (
    rf"公安(?:厅|局|分局|处)(?:{HAN}{{1,10}}?(?:{_UNIT})){{0,3}}|"
    "人民检察院|军事检察院|铁路运输检察(?:分)?院|检察院|(?:中级|高级|基层)?人民法院|知识产权法院|海事法院|互联网法院|法院|人民法庭|"
    "看守所|拘留所|戒毒所|收教所|监狱|未成年犯管教所|社区矫正(?:中心|管理局)|派出所|司法(?:厅|局|所)|监察(?:委员会|委)|纪委监委|"
    r"(?:刑事?侦查?|刑警|治安|经济?侦查?|禁毒|交通警察|交警|网安|特警|巡警|森林公安|铁路公安|边防)(?:支队|大队|中队|总队|分局)|公证处|仲裁委员会"
)
_TOO_GENERAL = re.compile(
    rf"^(?:本|该|我|原|某|各|上述|前述|当地|辖区|本市|本区|本县|全国|全省|全市|两级|上级|下级|同级|有关|最高|人民|中级|高级|基层|一审|二审|原审|终审|执行|自治区|自治县|旗|森林|分局|经济|技术|高新|开发区|新区|园区|"
    rf"受理|审理|区|市|县|省|州|第?[一二三四]|[{STEMS}]|×)*$"
)


def _judge(match: re.Match[str]) -> float:
    stem = stem_of(match["stem"])
    return 0 if _TOO_GENERAL.match(stem) or "某" in stem else 0.9


def _trim(surface: str) -> int:
    suffix = re.search(rf"(?:{_SUFFIX})$", surface)
    return name_start(surface[: suffix.start()]) if suffix else 0


RULES = (
    rule("court", COURT, rf"(?P<v>(?P<stem>{HAN_RUN}{{1,22}}?)(?:{_SUFFIX}))", _judge, views=HAN_VIEWS, trim=_trim),
    rule(
        "police-branch", COURT,
        rf"(?P<v>(?P<stem>{HAN}{{1,8}}?)(?:分局{HAN}{{1,6}}?派出所|(?<=[市区县])分局|警务室))", _judge, views=HAN_VIEWS, trim=_trim,
    ),
)  # fmt: skip

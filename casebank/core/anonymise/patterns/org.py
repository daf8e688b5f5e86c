"""Companies, shops, offices, schools, hospitals and other organisations, by their last word."""

import re

from ..types import ORG
from .place_shapes import HAN_RUN, name_start, stem_of
from .rule import HAN_VIEWS, rule
from .shapes import HAN, STEMS

_BRANCH = rf"(?:{HAN}{{0,8}}?(?:分公司|分行|支行|分店|分部|营业部|营业厅|分理处|办事处|门市部?|分院|分校|项目部))?"
_SUFFIX = (
    r"(?:集团)?(?:股份)?有限(?:责任)?公司|集团公司|公司|集团|合伙企业(?:\(有限合伙\))?|个人独资企业|"
    "(?:农民)?(?:专业)?合作(?:联)?社|合作联社|信用(?:联)?社|农场|林场|牧场|养殖场|"
    "(?:村民|居民|社区居民)委员会|村委会|居委会|(?:律师|会计师|税务师|评估师?|审计|设计|测绘|征信)事务所|事务所|"
    "(?:司法)?鉴定(?:中心|所|机构)|价格(?:认证|认定|监督|评估)(?:检测|认定)*中心|物价认证中心|评估(?:中心|机构)|检测(?:中心|站)|"
    "(?:人民|中医|妇幼|妇产|儿童|口腔|眼科|骨科|中心|附属|社区|专科|综合|精神|肿瘤)*医院|卫生(?:院|室|所|站)|(?:社区)?卫生服务(?:中心|站)|诊所|门诊部|药房|大药房|药店|妇幼保健院|疾控中心|"
    "大学|学院|中学|小学|幼儿园|高中|初中|职业技术学校|职校|技校|党校|学校|培训(?:中心|学校|机构)|"
    "(?:商业|农村|工商|建设|农业|交通|招商|邮政储蓄|村镇)*银行|储蓄所|基金会|协会|商会|学会|研究院|研究所|委员会|管理局|管理处|管委会|服务中心|"
    "超市|商场|商行|商贸行|酒店|宾馆|旅馆|旅社|招待所|民宿|饭店|饭馆|餐馆|餐厅|酒楼|酒吧|茶楼|茶馆|网吧|网咖|KTV|歌厅|会所|浴池|浴场|洗浴中心|足浴店|按摩店|美容院|理发店|"
    "(?:烟酒|便利|五金|手机|服装|杂货|小吃|快餐|早餐|水果|母婴|建材|汽修|修理|打印|彩票|珠宝|家具|电器|文具|花)店|专卖店|专营店|经营部|批发部|门市部|"
    "加工厂|制造厂|砖厂|化工厂|服装厂|家具厂|工厂|修理厂|加油站|停车场|物流园|快递站|驿站|工作室|俱乐部|健身房|电影院|剧院"
)
_TOO_GENERAL = re.compile(
    rf"^(?:本|该|我|某|各|一|两|三|几|这|那|家|间|个|所|上述|前述|当地|附近|其他|其它|有关|相关|涉案|被害|被告|多家|同|此|大|小|新|旧|老|县|市|区|省|镇|乡|村|"
    rf"社会|人民|私营|民营|国有|地方|商业|职业|专业|农村|乡镇|中心|公立|私立|建筑|贸易|科技|投资|房地产|物流|保险|运输|外卖|快递|开发|中|高|初|[{STEMS}]|×)*$"
)


#: A label that already stands for an organisation: 送甲医院.
_LABEL = re.compile(rf"(?<![园布壮])[{STEMS}]$")


def _judge(match: re.Match[str]) -> float:
    stem = stem_of(match["stem"])
    return 0 if _TOO_GENERAL.match(stem) or "某" in stem or _LABEL.search(stem) else 0.87


def _trim(surface: str) -> int:
    suffix = re.search(rf"(?:{_SUFFIX}){_BRANCH}$", surface)
    return name_start(surface[: suffix.start()]) if suffix else 0


RULES = (
    rule("org", ORG, rf"(?P<v>(?P<stem>{HAN_RUN}{{1,22}}?)(?:{_SUFFIX}){_BRANCH})", _judge, views=HAN_VIEWS, trim=_trim),
    rule("shop-cell", ORG, rf"(?m)(?:^|[\t|,，]\s*)(?P<v>(?P<stem>{HAN}{{2,10}}?)(?:店|行|厂|馆|坊|铺|社|部))(?=\s*(?:[\t|,，]|$))", _judge, views=("written",)),
    rule("bank-name", ORG, r"中国(?:工商|农业|建设|银行|邮政储蓄|民生|光大)(?:银行)?", 0.6, views=HAN_VIEWS),
)  # fmt: skip

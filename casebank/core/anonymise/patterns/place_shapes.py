"""Where a name of a place, office or organisation begins: the left end has no mark in Chinese prose."""

import re

from ..lexicon import places
from .shapes import HAN

_PLACE = "|".join(sorted(places(), key=len, reverse=True))
_STOPS = re.compile(
    r"被告人|被告单位|犯罪嫌疑人|嫌疑人|被害人|被害单位|证人|上诉人|居民|村民|民警|公诉机关|原审|单位|职员|涉案|负责人|法定代表人|工作|就读|任职|户籍地?|住址|"
    r"地址|地点|现住|位于|暂住|租住|居住|出生地|所在地|籍贯|坐落|案号|前往|窜至|窜入|来到|进入|到达|返回|途经|行至|行驶至|驾车|驾驶|自称|名为|告诉|委托|要求|联系|通过|"
    r"伙同|期间|以及|关于|经营|开设|成立|注册|隶属|承办|移送|提交|报送|当日|当天|上午|下午|晚上|凌晨|中午|许|"
    r"检察院|法院|公安局|看守所|派出所|公司|"
    r"[在到与及由被了并把叫该赴往则又即某、（(]|和(?![平谐田县顺泰睦林政])|经(?![纪济营贸理销典纬开])|向(?![阳荣前上])|给(?!水)|时(?![代尚光])|日(?![照月昇升新化用])|"
    r"月(?![亮湖明星牙])|年(?![华丰])|的(?!士)|其(?!林)|从(?!化)|对(?!外)|系(?!统)|将(?![军乐])|至(?![诚尊善])|以(?![勒太])|让(?!胡路)|于(?![都田洪家])|为(?!民)|是"
)
_KNOWN_PLACE = re.compile(rf"(?:{_PLACE})(?:[省市州盟]|(?=.{{0,3}}[县区]))")


def name_start(left: str) -> int:
    """Offset in ``left`` (the characters up to a suffix) at which the name probably begins."""
    start = max((stop.end() for stop in _STOPS.finditer(left) if stop.end() < len(left)), default=0)
    place = _KNOWN_PLACE.search(left, start)
    return place.start() if place else start


def stem_of(left: str) -> str:
    """What names the thing in the characters before a suffix; empty when a function word stands right before it."""
    start = max((stop.end() for stop in _STOPS.finditer(left)), default=0)
    return left[max(start, name_start(left)) :]


HAN_RUN = rf"(?:{HAN}|\({HAN}{{1,6}}\))"

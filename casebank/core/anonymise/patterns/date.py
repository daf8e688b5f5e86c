"""Dates and moments: Arabic, dotted, slashed, Chinese numerals, partial, ranges."""

from ..types import DATE
from .rule import HAN_VIEWS, rule

_D = "[0-9OoIl]"
_NUMERAL = "[〇零○一二三四五六七八九十]"
_YEAR = rf"(?:[12]{_D}{{3}}|[一二][〇零○一二三四五六七八九]{{3}})\s?年"
_MONTH = rf"(?:[01]?{_D}|{_NUMERAL}{{1,2}})\s?月(?:份|初|中旬|上旬|下旬|底|末)?"
_DAY = rf"(?:[0-3]?{_D}|{_NUMERAL}{{1,3}})\s?[日号]?"
_HOUR = r"(?:\s?(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|晚|夜间|夜里|深夜|午夜))?"
_CLOCK = (
    r"(?:\s?[0-9]{1,2}(?:时|点|:[0-9]{2}(?::[0-9]{2})?)(?:\s?[0-9]{1,2}分)?(?:\s?[0-9]{1,2}秒)?半?)?(?:\s?许|左右)?"
)
_TIME = rf"{_HOUR}{_CLOCK}"
_SEASON = r"(?:年?[初中底末]|[初中晚]?[春夏秋冬](?:天|季)?|上半年|下半年|年底|年初|年末)(?:的?某?一天)?"
_SOME_DAY = r"(?:左右|期间)?(?:的?[一某]天)?"
_FULL = rf"{_YEAR}\s?(?:{_MONTH}\s?(?:{_DAY})?{_SOME_DAY}|{_SEASON}|(?=出?生)){_TIME}(?:期间)?"
_NO_YEAR = rf"(?:同年|次年|当年|去年|今年|本年|翌年)?\s?{_MONTH}\s?{_DAY}{_TIME}"
_MORE = rf"(?:\s?[至到\-—~、,]\s?(?:{_FULL}|{_NO_YEAR}|{_MONTH}|[01]?[0-9](?=[、月])|[0-3]?[0-9]日{_TIME}){_SOME_DAY}{_TIME}){{0,6}}"

RULES = (
    rule("date-full", DATE, rf"(?<![0-9〔\[(])(?P<v>{_FULL}{_MORE})", 0.95, views=HAN_VIEWS),
    rule("date-signed", DATE, rf"(?<![0-9A-Za-z./\-])(?P<v>[12]{_D}{{3}}\s?(?P<s>[\-/.])\s?{_D}{{1,2}}\s?(?P=s)\s?{_D}{{1,2}}{_TIME})(?![0-9./\-]?[0-9])", 0.9, views=HAN_VIEWS),
    rule("date-no-year", DATE, rf"(?<![0-9年])(?P<v>{_NO_YEAR}{_MORE})", 0.8, views=HAN_VIEWS),
    rule("date-month", DATE, rf"(?:同年|次年|当年|去年|今年|翌年)\s?{_MONTH}{_SOME_DAY}{_TIME}", 0.8, views=HAN_VIEWS),
    rule("date-day", DATE, rf"(?:同月|当月|次月|本月)\s?[0-3]?[0-9]日{_TIME}", 0.7, views=HAN_VIEWS),
)  # fmt: skip

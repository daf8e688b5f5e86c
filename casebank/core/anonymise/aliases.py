"""Nicknames after their cue, chat names, and other names of a person."""

import re
from collections.abc import Iterator

from .types import ALIAS, PERSON, Span
from .views import View, Views

_QUOTE = "[“\"「『‘'《【]"
_UNQUOTE = "[”\"」』’'》】]"
_CUE = r"(?:绰号|外号|诨号|诨名|浑名|人称|江湖人称|道上人称|小名|乳名|昵称|网名|艺名|代号|群昵称|微信名|微信昵称|称其为|叫其|喊其|自称|化名|别称|俗称|备注名?为?|备注)"
_QUOTED = re.compile(rf"{_CUE}(?:是|为|叫|名)?[:：]?\s?{_QUOTE}(?P<v>[^”\"」』’'》】\n]{{1,12}}){_UNQUOTE}")
_LISTED = re.compile(rf"(?<={_UNQUOTE})[、和或及,，]\s?{_QUOTE}(?P<v>[^”\"」』’'》】\n]{{1,12}}){_UNQUOTE}")
_BARE = re.compile(
    r"(?:绰号|外号|诨号|诨名|浑名|人称|小名|乳名|网名|昵称)(?:是|为|叫)?[:：]?\s?(?P<v>[\u4e00-\u9fffA-Za-z0-9]{2,4}?)(?=[,，。;；、)）\s]|$)"
)
_OTHER_NAME = re.compile(
    r"(?:曾用名|又名|别名|原名|化名|亦名|乳名|真名|实名|假名)(?:是|为|叫)?[:：]?\s?[“\"]?(?P<v>[\u4e00-\u9fff·]{2,4}?)(?=[,，。;；、)）”\"\s]|$)"
)
_BARE_QUOTE = re.compile(
    rf"(?:[与和同跟找叫喊让被向给由]|伙同|联系|认识|一个叫|名叫|叫)\s?{_QUOTE}(?P<v>[\u4e00-\u9fffA-Za-z0-9]{{2,4}}){_UNQUOTE}"
)
_NOT_NAMES = re.compile("无|没有|不详|某|×|×|律师|公司|微信|支付宝|银行|罪|案|法|款|费|货|^[0-9.]+$")


def find_aliases(views: Views) -> Iterator[Span]:
    """Nicknames (ALIAS) and second names (PERSON)."""
    view = views.written
    quoted = list(_named(view, _QUOTED, ALIAS, 0.9))
    yield from quoted
    if quoted:
        yield from _named(view, _LISTED, ALIAS, 0.7)
    yield from _named(view, _BARE, ALIAS, 0.8)
    yield from _named(view, _OTHER_NAME, PERSON, 0.85)
    yield from _named(view, _BARE_QUOTE, ALIAS, 0.65)


def _named(view: View, pattern: re.Pattern[str], type_: str, certainty: float) -> Iterator[Span]:
    for match in pattern.finditer(view.text):
        if not _NOT_NAMES.search(match["v"]):
            cue = re.match(r"[^“\"「『‘'《【:：]{0,6}", match[0])
            yield view.span(
                match.start("v"), match.end("v"), type_, "alias", f"alias:{cue[0] if cue else ''}", certainty
            )

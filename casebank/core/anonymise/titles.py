"""Short forms of a name: 王总, 李科长, 老赵, 小孙, 阿强; the given name alone; the first part of a dotted name."""

import re
from collections.abc import Iterator, Set

from .lexicon import common_surnames, common_words, compound_surnames, given_characters, single_surnames, surname_of
from .naming import DOTS, follows
from .types import PERSON, Doubt, Span
from .views import View

TITLES = (
    "副总经理|总经理|副经理|经理|董事长|董事|总监|总|老板娘|老板|副科长|科长|副局长|局长|副处长|处长|厅长|部长|副主任|主任|副院长|院长|副校长|校长|所长|副所长|队长|大队长|中队长|支队长|"
    "站长|镇长|乡长|村长|县长|市长|区长|书记|副书记|组长|班长|厂长|店长|行长|会长|秘书|助理|会计|出纳|工程师|工|警官|法官|检察官|检察长|律师|医生|大夫|主管|护士|老师|教授|师傅|"
    "先生|女士|小姐|太太|同志|哥|姐|嫂|叔|伯|婶|姨|爷|奶奶|某哥|氏"
)
_SURNAMES = "".join(sorted(single_surnames() - set("任原代时该单司副正总全党管工主会家厂农种店行公")))
_TITLED = re.compile(rf"(?P<name>{'|'.join(sorted(compound_surnames()))}|[{_SURNAMES}])(?P<title>{TITLES})")
_PREFIXED = re.compile(r"(?P<prefix>[老小阿])(?P<name>[\u4e00-\u9fff])")
_NOT_PREFIXED = re.compile(
    "[老小大][板家人婆师乡年实是区学时型心车偷米钱包方康麦店费计量龙路毛全高安石白黄金银海江山洪马牛红连成温严贵平国宁阳雪夏春冬秋水古田花房门楼厅街桥关谷祖爷舅姨姑伯叔黑庄哥姐妹弟孩子鱼虾]|阿[里拉尔]"
)
_LEFT_OK = re.compile(r"(?:[^\u4e00-\u9fff]|[求由向与和被对给找让叫经是系及跟同见为将称问的请了过把替到于在就后即])$")
SHORT_FORM = re.compile(rf"^(?:[老小阿大](?P<after>.{{1,2}})|(?P<before>.{{1,2}}?)(?:{TITLES}))$")


def find_titled(view: View, names: Set[str]) -> Iterator[Span]:
    """Surname and title, prefix and surname. ``names`` are the full names that the document holds."""
    heads = {surname_of(name) or name[:1] for name in names} | {name[:1] for name in names}
    for match in _TITLED.finditer(view.text):
        left = view.text[max(0, match.start() - 1) : match.start()]
        heard = match["name"] in heads or not left or _LEFT_OK.search(left)
        if heard and match[0] not in common_words():
            yield view.span(match.start(), match.end(), PERSON, "propagated", "surname and title", 0.75)
    for match in _PREFIXED.finditer(view.text):
        if not _NOT_PREFIXED.match(match[0]) and _prefixed(view, match, heads):
            end = match.end("name")
            yield view.span(match.start(), end, PERSON, "propagated", "prefix and surname", 0.7)


def _prefixed(view: View, match: re.Match[str], heads: Set[str]) -> bool:
    left = view.text[max(0, match.start() - 1) : match.start()]
    begins = not left or bool(_LEFT_OK.search(left))
    ends = follows(view.text, match.end("name"))
    if match["name"] in heads:
        return begins or ends
    return begins and ends and match["name"] in common_surnames()


def given_name(name: str) -> str:
    """The given name of two characters, or ``""``: one character alone cannot be looked for."""
    rest = name[len(surname_of(name)) :]
    return rest if surname_of(name) and len(rest) == 2 else ""


def short_parts(name: str) -> list[str]:
    """What else may stand for ``name``: its given name, the parts of a dotted name, the name without dots."""
    parts = re.split(rf"\s?[{DOTS}.]\s?", name)
    if len(parts) > 1:
        return ["".join(parts), *(part for part in parts if len(part) >= 2)]
    given = given_name(name)
    return [given] if given else []


def is_word(short: str) -> bool:
    """Whether a short form is an everyday word, so that only a person can tell."""
    return short in common_words() or not all(c in given_characters() for c in short) and len(short) < 3


def doubtful_words(view: View, names: Set[str]) -> Iterator[Doubt]:
    """Given names that are words: shown, not hidden."""
    for given in {given_name(name) for name in names}:
        if given and is_word(given):
            for match in re.finditer(re.escape(given), view.text):
                span = view.span(match.start(), match.end(), PERSON, "", "", 0)
                yield Doubt(span.start, span.end, PERSON, span.text, "given name that is a word")

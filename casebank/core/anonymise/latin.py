"""Names in Latin letters: pinyin, with blanks or without, and foreign names."""

import re
from collections.abc import Iterator

from .types import PERSON, Span
from .views import View, Views

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = (
    "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|o|e|i|u|v"
)
_SYLLABLE = f"(?:(?:{_INITIALS})(?:{_FINALS})|(?:ang|eng|ai|ei|ao|ou|an|en|er|a|o|e))"
_SURNAMES = (
    "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|luo|gao|zheng|liang|xie|song|tang|han|deng|feng|cao|peng|zeng|xiao|tian|dong|"
    "pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lu|lv|ding|ren|yao|shen|zhong|cui|tan|fan|wang|liao|shi|jin|jia|xia|fu|fang|zou|xiong|bai|meng|qin|qiu|hou|yin|"
    "xue|yan|duan|lei|long|tao|shi|he|mao|hao|gong|shao|wan|qian|dai|mo|kong|xiang|chang|ouyang|sima|zhuge|shangguan"
)
#: Latin letters with and without marks (Đặng, José).
_CAPITAL = "[A-ZÀ-ÞĀ-ɏḀ-ỿ]"
_SMALL = "[a-zß-ɏḀ-ỿ]"
_WORD = re.compile(
    rf"(?<![A-Za-z0-9@._\-])(?:{_CAPITAL}{_SMALL}+|{_CAPITAL}{{2,}}|[a-z]{{2,}})(?:[ ,·.\-]{{1,2}}(?:{_CAPITAL}{_SMALL}+|{_CAPITAL}{{2,}}|[a-z]{{2,}})){{0,3}}(?![A-Za-z0-9@_])"
)
_PINYIN = re.compile(rf"(?:{_SURNAMES})\s?{_SYLLABLE}(?:\s?{_SYLLABLE})?", re.IGNORECASE)
_FOREIGN = re.compile(
    rf"{_CAPITAL}{{2,}}(?: {_CAPITAL}{{2,}}){{1,4}}|{_CAPITAL}{_SMALL}+(?: {_CAPITAL}\.?)?(?: {_CAPITAL}{_SMALL}+){{1,3}}"
)
_BEFORE = re.compile(
    r"(?:外籍|外国|国籍|护照|证人|被告人|嫌疑人|被害人|姓名|英文名|备注|户名|翻译|人员|名为|名叫|收款人|付款人)\S{0,3}\s?[:：]?\s?[“\"]?$"
)
_BRANDS = re.compile(
    r"\b(?:vivo|oppo|iphone|ipad|plus|pro|max|mini|huawei|honor|xiaomi|redmi|samsung|apple|nokia|lenovo|dell|sony|canon|nikon|note|air|phone|macbook|"
    r"android|ios|windows|office|word|excel|wifi|gps|atm|pos|app|ktv|suv|bmw|audi|benz|dna|rna|ct|mri|vip|usb|sim|led|lcd|tv|pc|qq|usdt|"
    r"issey|miyake|chanel|gucci|prada|louis|vuitton|dior|burberry|hermes|nike|adidas|puma|rolex|omega|moutai|the|of|and|for|to|in|com|www|http|https|"
    r"an|li on|made|china|co|ltd|inc|bank|group|limited|company|international|trading|import|export|line|facebook|google|telegram|skype|whatsapp|wechat|alipay|paypal)\b",
    re.IGNORECASE,
)


def find_latin(views: Views) -> Iterator[Span]:
    """Pinyin that begins with a surname, and foreign names of several capitalised words."""
    view = views.written
    for match in _WORD.finditer(view.text):
        certainty, reason = _judge(view, match)
        if certainty:
            yield view.span(match.start(), match.end(), PERSON, "latin", reason, certainty)


def _judge(view: View, match: re.Match[str]) -> tuple[float, str]:
    words = match[0]
    if _BRANDS.search(words):
        return 0, ""
    spoken = _BEFORE.search(view.text, max(0, match.start() - 16), match.start()) is not None
    if _PINYIN.fullmatch(words) and (spoken or " " in words or len(words) >= 6):
        return (0.85 if spoken or " " in words else 0.65), "pinyin"
    if _FOREIGN.fullmatch(words):
        return (0.85 if spoken else 0.6), "latin name"
    return (0.7, "latin after cue") if spoken and len(words) >= 3 and words[0].isupper() else (0, "")

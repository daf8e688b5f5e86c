"""Vehicle plates: blue, new-energy, trailer, police, learner, Hong Kong and Macau, embassy, armed police."""

from ..types import PLATE
from .rule import rule
from .shapes import LEFT, RIGHT, TO_NUMBER

_PROVINCE = "[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新蒙]"
_DOT = r"[ \t·•・‧.\-]?"

RULES = (
    rule("plate", PLATE, rf"(?P<v>{_PROVINCE}{_DOT}[A-Z]{_DOT}[A-HJ-NP-Z0-9OI]{{4,6}}[学警挂港澳试超]?){RIGHT}", 0.95),
    rule("plate-lower", PLATE, rf"(?P<v>{_PROVINCE}{_DOT}[a-zA-Z]{_DOT}(?=[a-zA-Z0-9]*[0-9])[a-zA-Z0-9]{{5,6}}[学警挂港澳]?){RIGHT}", 0.8),
    rule("plate-masked", PLATE, rf"(?P<v>{_PROVINCE}[A-Z](?=[A-Z0-9*×＊]*[0-9A-Z])[A-Z0-9*×＊]{{4,6}})(?![0-9A-Za-z*])", 0.6),
    rule("plate-police", PLATE, rf"{LEFT}(?P<v>WJ{_DOT}{_PROVINCE}?{_DOT}[0-9A-Z]{{4,6}}){RIGHT}", 0.85),
    rule("plate-embassy", PLATE, rf"{LEFT}(?P<v>使{_DOT}?[0-9]{{3}}{_DOT}[0-9]{{3}}|[0-9]{{6}}使){RIGHT}", 0.85),
    rule("plate-cue", PLATE, rf"(?:车牌|牌照|号牌)(?:号码|号)?{TO_NUMBER}(?P<v>[\u4e00-\u9fff]{{0,2}}[·\-]?[A-Z0-9][A-Z0-9·\-]{{3,7}}){RIGHT}", 0.8),
)  # fmt: skip

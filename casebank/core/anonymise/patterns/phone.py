"""Mobile and landline numbers, spoken digits included."""

import re

from ..checks import plain_digits
from ..types import PHONE
from .rule import rule
from .shapes import DIGIT, LEFT, RIGHT, TO_NUMBER

_CUE = rf"(?:电话|手机|联系方式|座机|热线|传真|[Tt][Ee][Ll])(?:机)?{TO_NUMBER}"
_GAP = r"[ \t\-.·]?"
_SPOKEN = "[〇零○幺一二三四五六七八九两]"


def _mobile(match: re.Match[str]) -> float:
    surface = match["v"]
    number = plain_digits(surface)[-11:]
    if sum(character.isdecimal() for character in surface) < 5 or number[0] != "1" or number[1] not in "3456789":
        return 0
    return 0.95


def _spoken(match: re.Match[str]) -> float:
    number = plain_digits(match["v"])
    return 0.9 if number[0] == "1" and number[1] in "3456789" else 0


RULES = (
    rule(
        "mobile", PHONE,
        rf"(?<![0-9A-Za-z.])(?P<v>(?:\(?\+?\(?0{{0,2}}86\)?[ \-]?)?[1Il]{DIGIT}{{2}}{_GAP}{DIGIT}{{4}}{_GAP}{DIGIT}{{4}}){RIGHT}",
        _mobile,
    ),
    rule("mobile-344", PHONE, rf"{LEFT}(?P<v>[1Il]{DIGIT}{{3}}{_GAP}{DIGIT}{{3}}{_GAP}{DIGIT}{{4}}){RIGHT}", _mobile),
    rule("mobile-word", PHONE, r"(?<=[A-Za-z_])(?P<v>1[3-9][0-9]{9})(?![0-9])", 0.7),
    rule("mobile-spoken", PHONE, rf"(?P<v>(?:{_SPOKEN}[ \-]?){{10}}{_SPOKEN})", _spoken),
    rule(
        "landline", PHONE,
        rf"{LEFT}(?P<v>\(?0(?:10|2[0-9]|[3-9][0-9]{{2}})\)?[ \-—–]?[2-9][0-9]{{2,3}}[ \-]?[0-9]{{4}}"
        rf"(?:(?:转|分机|[ \-—–])[0-9]{{1,6}})?){RIGHT}", 0.85,
    ),
    rule("landline-cue", PHONE, rf"{_CUE}(?P<v>\(?[0-9OoIlSsBZ][0-9OoIlSsBZ() \-—–转]{{5,18}}[0-9OoIlSB]){RIGHT}", 0.85),
    rule("hotline", PHONE, rf"{LEFT}(?P<v>[48]00[ \-]?[0-9]{{3,4}}[ \-]?[0-9]{{3,4}}){RIGHT}", 0.7),
)  # fmt: skip

"""Bank cards and accounts."""

import re

from ..checks import id18_plausible, luhn_valid, plain_digits
from ..types import BANK_CARD
from .rule import rule
from .shapes import LEFT, RIGHT, TO_NUMBER

_CUE = rf"(?:银行卡|信用卡|储蓄卡|借记卡|银行账户|银行帐户|账户|帐户|账号|帐号|卡号|尾号|存折)(?:号码|号)?{TO_NUMBER}"


def _card(match: re.Match[str]) -> float:
    number = plain_digits(match["v"])
    if not 15 <= len(number) <= 19:
        return 0
    if id18_plausible(number):
        return 0.6
    if luhn_valid(number):
        return 0.97 if len(number) >= 16 else 0.7
    return 0.75 if len(number) >= 16 else 0


RULES = (
    rule("card", BANK_CARD, rf"{LEFT}(?P<v>(?:62|4|5|9558|60|3[57])[0-9]*(?:[ \-][0-9]{{2,5}}){{3,4}}){RIGHT}", _card),
    rule("card-run", BANK_CARD, rf"{LEFT}(?P<v>(?:62|4|5|9558|60|3[57])[0-9]{{13,17}}){RIGHT}", _card),
    rule("card-cue", BANK_CARD, rf"{_CUE}(?P<v>[0-9OoIlSB][0-9OoIlSB \-]{{7,24}}[0-9OoIlSB]){RIGHT}", 0.85),
    rule("card-tail", BANK_CARD, r"尾号(?:为|是)?\s*(?P<v>[0-9]{3,6})(?![0-9])", 0.7),
)

"""Chinese and Arabic numerals of legal writing: 二百六十四, 两万三, 1.2万, 8,600.00, 壹仟元, 廿, 二〇二四."""

import re
from decimal import Decimal, InvalidOperation

_DIGIT_ROWS = ("零〇○Ο", "一壹弌幺", "二贰两弍", "三叁弎", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
DIGITS = {char: value for value, row in enumerate(_DIGIT_ROWS) for char in row}
SMALL_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_UNITS = {"万": 10_000, "萬": 10_000, "亿": 100_000_000}
_TENS = {"廿": 20, "卅": 30, "卌": 40}
CHARACTERS = "".join([*DIGITS, *SMALL_UNITS, *LARGE_UNITS, *_TENS])

#: A numeral that is not part of a longer one; use it inside other patterns.
NUMERAL = rf"(?:\d[\d,]*(?:\.\d+)?[{''.join(SMALL_UNITS)}{''.join(LARGE_UNITS)}]*|[{CHARACTERS}]+)+"
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|.", re.DOTALL)


def parse_numeral(text: str) -> Decimal | None:
    """Value of a numeral, or None when ``text`` is not one.

    Short tails count in the next lower unit (两万三 = 23000, 八千六 = 8600); strings of digits are read
    place by place (二〇二四 = 2024).
    """
    text = text.strip()
    if not text:
        return None
    if all(char in DIGITS for char in text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    tokens = _TOKEN.findall(text)
    if not all(_known(token) for token in tokens):
        return None
    return _Reading().read(tokens)


def _known(token: str) -> bool:
    return token[0].isascii() and token[0].isdigit() or token in CHARACTERS


class _Reading:
    """Left-to-right reading: current number, section below the last 万 or 亿, total."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.number: Decimal | None = None
        self.last_unit = 0
        self.after_zero = False

    def read(self, tokens: list[str]) -> Decimal | None:
        try:
            for token in tokens:
                self._take(token)
        except InvalidOperation:
            return None
        if self.number is not None:
            short = self.last_unit >= 100 and self.number < 10 and not self.after_zero
            self.section += self.number * (self.last_unit // 10 if short else 1)
        return self.total + self.section

    def _take(self, token: str) -> None:
        if token in SMALL_UNITS:
            self._unit(SMALL_UNITS[token])
        elif token in LARGE_UNITS:
            self._large(LARGE_UNITS[token])
        elif token in _TENS:
            self.section += _TENS[token]
        elif token in DIGITS:
            self._digit(DIGITS[token])
        else:
            self.number = Decimal(token.replace(",", ""))

    def _digit(self, value: int) -> None:
        self.after_zero = self.after_zero or value == 0
        self.number = (self.number or Decimal(0)) * 10 + value if value else None

    def _unit(self, unit: int) -> None:
        self.section += (self.number if self.number is not None else 1) * unit
        self.number, self.last_unit, self.after_zero = None, unit, False

    def _large(self, unit: int) -> None:
        part = self.section + (self.number or 0)
        self.total = (self.total + part) * unit if unit > 10_000 else self.total + (part or 1) * unit
        self.section, self.number, self.last_unit, self.after_zero = Decimal(0), None, unit, False

"""Resident identity numbers: 18 and 15 digits, in pieces, with letters that a scanner put for digits."""

import re

from ..checks import id15_plausible, id18_plausible, id18_valid, plain_digits
from ..types import ID_NUMBER
from .rule import rule
from .shapes import DIGIT, LEFT, RIGHT, TO_NUMBER

_CUE = rf"(?:身份证|公民身份|居民身份|身份号|证件)(?:件)?{TO_NUMBER}"
_GAP = r"[ \t\-.·]?"


def _judge18(match: re.Match[str]) -> float:
    surface = match["v"]
    number = plain_digits(surface)
    if sum(character.isdecimal() for character in surface) < 11 or not id18_plausible(number):
        return 0
    return 0.99 if id18_valid(number) else 0.85


def _judge15(match: re.Match[str]) -> float:
    return 0.92 if id15_plausible(plain_digits(match["v"])) else 0


RULES = (
    rule(
        "id18", ID_NUMBER,
        rf"{LEFT}(?P<v>{DIGIT}{{6}}{_GAP}{DIGIT}{{4}}{_GAP}{DIGIT}{{4}}{_GAP}{DIGIT}{{3}}[0-9XxOoIlSBZ×]){RIGHT}", _judge18,
    ),
    rule("id15", ID_NUMBER, rf"{LEFT}(?P<v>{DIGIT}{{6}}{_GAP}{DIGIT}{{6}}{_GAP}{DIGIT}{{3}}){RIGHT}", _judge15),
    rule("id-cue", ID_NUMBER, rf"{_CUE}(?P<v>{DIGIT}[0-9OoIlSsBZXx \-]{{12,22}}[0-9XxOoIlSB]){RIGHT}", 0.9),
)  # fmt: skip

"""Sums of money and terms of imprisonment, with the role in which they stand.

Works on normalised text. A fine is not restitution, and 有期徒刑, 拘役, 管制 and the probation period of a
suspended sentence are four different things; 无期徒刑 and 死刑 are classes and never months.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from casebank.core.text.numerals import NUMERAL, parse_numeral

_MONEY = re.compile(
    rf"(?P<about>约|近|将近|至少|超过)?(?:人民币|现金)?(?P<number>{NUMERAL})(?P<more>余|多)?(?P<tail>万|亿)?(?:余|多)?(?:元|块)(?P<after>左右|以上|以下|余)?"
)
_ROLES = (
    ("fine", "罚金"),
    ("restitution", "退赔"),
    ("restitution", "退赃"),
    ("restitution", "赔偿"),
    ("bail", "保证金"),
)
_TERM = re.compile(
    r"(?P<kind>有期徒刑|拘役|管制|缓刑(?:考验期(?:限)?)?|考验期(?:限)?)(?:为)?"
    rf"(?:(?P<years>{NUMERAL})年)?(?:零|又)?(?:(?P<months>{NUMERAL})个?月)?"
)
_KINDS = {"有期徒刑": "imprisonment", "拘役": "detention", "管制": "control"}


@dataclass(frozen=True)
class Amount:
    """Money in yuan. ``role`` is fine, restitution, bail or amount; ``exact`` is False for 余, 左右, 约."""

    value: Decimal
    role: str
    exact: bool
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Term:
    """Length of a sentence in months; ``kind`` is imprisonment, detention, control or probation."""

    kind: str
    months: int
    start: int
    end: int
    text: str


def find_amounts(text: str) -> tuple[Amount, ...]:
    """All sums that end in 元 or 块, in order."""
    found = (_amount(match, text) for match in _MONEY.finditer(text))
    return tuple(item for item in found if item)


def _amount(match: re.Match[str], text: str) -> Amount | None:
    value = parse_numeral(match["number"] + (match["tail"] or ""))
    if value is None:
        return None
    before = text[max(0, match.start() - 8) : match.start()]
    before = re.split(r"[,。;、:]", before)[-1]
    role = next((role for role, word in _ROLES if word in before), "amount")
    exact = not (match["about"] or match["more"] or match["after"])
    return Amount(value, role, exact, match.start(), match.end(), match.group())


def find_terms(text: str) -> tuple[Term, ...]:
    """All terms with a length, in order."""
    return tuple(_term(match) for match in _TERM.finditer(text) if match["years"] or match["months"])


def _term(match: re.Match[str]) -> Term:
    years = parse_numeral(match["years"] or "") or 0
    months = parse_numeral(match["months"] or "") or 0
    kind = _KINDS.get(match["kind"], "probation")
    return Term(kind, int(years * 12 + months), match.start(), match.end(), match.group())

"""Charges: names of offences with their place, selective charges in any subset (贩卖、运输毒品罪).

Works on normalised text.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from casebank.core.text.charge_names import BARE, CHARGES, OTHER_NAMES

_STATED = re.compile(
    r"(?:构成|犯有|犯了|犯|涉嫌|认定为|改定|定性为)(?P<name>[\u4e00-\u9fff、()]{2,28}?)罪(?!名|行|犯|过|责|刑|轻|重|与|的事实)"
)
_NOT_A_NAME = re.compile(r"^(?:有|了|新|旧|其他|上述|数|本|该|此|同种|同)$|判处|如实|自首|(?:应当|不应).*?认定")


@dataclass(frozen=True)
class Charge:
    """A named offence. ``name`` is as written, without 罪; ``family`` is the canonical charge that it belongs to."""

    name: str
    family: str
    marked: bool
    start: int
    end: int


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    names = {*CHARGES, *OTHER_NAMES, *BARE}
    fixed = [re.escape(name) for name in sorted(names, key=len, reverse=True)]
    subsets = [pattern for pattern in map(_subset_pattern, CHARGES) if pattern]
    return re.compile("(?P<name>" + "|".join(subsets + fixed) + ")(?P<mark>罪)?")


def _subset_pattern(whole: str) -> str:
    """走私、贩卖、运输、制造毒品 → any of the verbs, in any order, before 毒品; "" for charges without that shape."""
    *verbs, last = whole.split("、")
    if not verbs or len(last) <= 2 or any(len(verb) != 2 for verb in verbs):
        return ""
    any_verb = "(?:" + "|".join([*verbs, last[:2]]) + ")"
    return f"{any_verb}(?:、{any_verb})*{re.escape(last[2:])}"


@lru_cache(maxsize=4096)
def family_of(name: str) -> str:
    """Canonical name: aliases resolved, a subset of a selective charge answers with the whole charge."""
    name = OTHER_NAMES.get(name, name)
    if name in CHARGES or "、" not in name and len(name) < 4:
        return name
    return next((whole for whole in CHARGES if "、" in whole and _is_subset(name, whole)), name)


def _is_subset(name: str, whole: str) -> bool:
    """Whether every piece of ``name`` stands, in any order, among the pieces of a selective charge."""
    rest = name
    for piece in sorted(_pieces(whole), key=len, reverse=True):
        rest = rest.replace(piece, "", 1)
    shared_head = whole[: len(name)] == name
    return (not rest.strip("、") and name[-2:] == whole[-2:]) or (shared_head and len(name) >= 6)


def _pieces(whole: str) -> list[str]:
    """走私、贩卖、运输、制造毒品 → 走私, 贩卖, 运输, 制造毒品, and the last one split as 制造 + 毒品."""
    parts = whole.split("、")
    return parts + [parts[-1][:2], parts[-1][2:]] if len(parts[-1]) > 2 else parts


def find_charges(text: str) -> tuple[Charge, ...]:
    """All charges in order. A bare word (盗窃) counts only where ``charge_names.BARE`` allows it."""
    candidates = [_charge(match) for match in _known().finditer(text) if match["mark"] or match["name"] in BARE]
    for match in _STATED.finditer(text):
        if not _NOT_A_NAME.search(match["name"]) and not _several(match["name"]):
            candidates.append(_charge(match, marked=True))
    kept: list[Charge] = []
    for charge in sorted(candidates, key=lambda one: (one.start - one.end, one.start)):
        if not any(other.start < charge.end and charge.start < other.end for other in kept):
            kept.append(charge)
    return tuple(sorted(kept, key=lambda one: one.start))


def _several(name: str) -> bool:
    """盗窃罪、抢劫 is two charges, not one."""
    return "罪" in name.replace("犯罪", "")


def _charge(match: re.Match[str], *, marked: bool = False) -> Charge:
    name = match["name"]
    return Charge(name, family_of(name), marked or bool(match["mark"]), match.start("name"), match.end())

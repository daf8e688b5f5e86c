"""Shift dates by whole days, in the form in which they were written.

Full dates move exactly. Dates without a year take the year of the date before them. A month moves as its fifteenth does,
a year as its first of July. What cannot be read as a date becomes ［日期］. An offset of 0 changes nothing.
"""

import re
import unicodedata
from datetime import date, timedelta

_ARABIC = re.compile(
    r"(?P<y>[12][0-9OoIl]{3})(?P<a>\s*年\s*|\s*[-/.]\s*)(?P<m>[0-9OoIl]{1,2})(?P<b>\s*月(?:份)?\s*|\s*[-/.]\s*)(?P<d>[0-3]?[0-9OoIl](?![0-9]*[:时点]))?"
    r"|(?P<m2>[01]?[0-9OoIl])(?P<b2>\s*月\s*)(?P<d2>[0-3]?[0-9OoIl])(?=\s*[日号])|(?P<y3>[12][0-9OoIl]{3})(?=\s*年)|(?P<m4>[01]?[0-9])(?=\s*月)"
)
_CHINESE = re.compile(
    r"(?P<y>[一二][〇零○一二三四五六七八九]{3})\s*年\s*(?:(?P<m>[一二三四五六七八九十]{1,2})\s*月\s*(?P<d>[一二三四五六七八九十]{1,3}(?=\s*[日号]))?)?"
)
_LOOKALIKE = str.maketrans("OoIl", "0011")
_NUMERALS = "〇一二三四五六七八九十"
_ASSUMED_YEAR = 2001
UNREADABLE = "［日期］"


def shift_dates(surface: str, day_offset: int, year: int | None) -> tuple[str, int | None]:
    """``surface`` moved by ``day_offset`` days, and the year that a following date without one belongs to.

    ``year`` is the (true) year of the text before. The returned year is true too, not shifted.
    """
    if not day_offset:
        return surface, _last_year(surface) or year
    plain = unicodedata.normalize("NFKC", surface)
    state = [year]
    shifted = _ARABIC.sub(lambda match: _arabic(match, day_offset, state), plain)
    shifted = _CHINESE.sub(lambda match: _chinese(match, day_offset, state), shifted)
    return (UNREADABLE if "\0" in shifted else shifted), state[0]


def _last_year(surface: str) -> int | None:
    years = re.findall(r"(?<![0-9])[12][0-9]{3}(?![0-9])", unicodedata.normalize("NFKC", surface))
    return int(years[-1]) if years else None


def _number(digits: str) -> int:
    return int(digits.translate(_LOOKALIKE))


def _moved(year: int, month: int, day: int, offset: int) -> date | None:
    try:
        return date(year, month, day) + timedelta(days=offset)
    except (ValueError, OverflowError):
        return None


def _arabic(match: re.Match[str], offset: int, state: list[int | None]) -> str:
    if match["m4"]:
        moved = _moved(state[0] or _ASSUMED_YEAR, _number(match["m4"]), 15, offset)
        return str(moved.month) if moved else "\0"
    if match["y3"]:
        year = state[0] = _number(match["y3"])
        moved = _moved(year, 7, 1, offset)
        return str(moved.year) if moved else "\0"
    if match["m2"]:
        moved = _moved(state[0] or _ASSUMED_YEAR, _number(match["m2"]), _number(match["d2"]), offset)
        return f"{_as(moved.month, match['m2'])}{match['b2']}{_as(moved.day, match['d2'])}" if moved else "\0"
    year = state[0] = _number(match["y"])
    day = _number(match["d"]) if match["d"] else 15
    moved = _moved(year, _number(match["m"]), day, offset)
    if not moved:
        return "\0"
    padded = _is_padded(match["a"], match["m"], match["d"] or "")
    month, tail = (f"{number:02d}" if padded else str(number) for number in (moved.month, moved.day))
    return f"{moved.year}{match['a']}{month}{match['b']}{tail if match['d'] else ''}"


def _is_padded(separator: str, month: str, day: str) -> bool:
    """Whether single digits were written with a zero: seen from one of them, or usual with hyphens."""
    if month.startswith(("0", "O", "o")) or day.startswith(("0", "O", "o")):
        return True
    return "-" in separator and len(month) == 2 and len(day) != 1


def _as(number: int, like: str) -> str:
    """``number`` with a leading zero where the original had one."""
    return f"{number:02d}" if like.startswith(("0", "O", "o")) else str(number)


def _chinese(match: re.Match[str], offset: int, state: list[int | None]) -> str:
    year = int("".join(str(_NUMERALS.index("〇" if c in "零○" else c)) for c in match["y"]))
    state[0] = year
    month = _read(match["m"]) if match["m"] else 7
    moved = _moved(year, month, _read(match["d"]) if match["d"] else 15 if match["m"] else 1, offset)
    if not moved:
        return "\0"
    written = "".join(_NUMERALS[int(digit)] for digit in str(moved.year)) + "年"
    if match["m"]:
        written += _write(moved.month) + "月"
    return written + (_write(moved.day) if match["d"] else "")


def _read(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    value = (_NUMERALS.index(tens) if tens else 1) * 10 if ten else 0
    return value + (_NUMERALS.index(ones) if ones else 0) if len(ones) <= 1 else 99


def _write(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens] + "十"
    return head + (_NUMERALS[ones] if ones else "")

"""Word lists of the package: surnames, characters of given names, places, everyday words."""

from functools import cache
from importlib.resources import files

_COMMON_SURNAMES = 120
#: Function words that no given name holds.
NEVER_GIVEN = frozenset("在被把对从及到说称又再即便则均都已还并或叫让给的了是不没")


@cache
def _lines(name: str) -> tuple[str, ...]:
    content = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(line.strip() for line in content.splitlines() if line.strip() and not line.startswith("#"))


@cache
def single_surnames() -> frozenset[str]:
    return frozenset("".join(_lines("surnames.txt")))


@cache
def compound_surnames() -> frozenset[str]:
    return frozenset(" ".join(_lines("compound_surnames.txt")).split())


@cache
def common_surnames() -> frozenset[str]:
    """Surnames so frequent that showing one identifies nobody."""
    ordered = dict.fromkeys("".join(_lines("surnames.txt")))
    return frozenset(list(ordered)[:_COMMON_SURNAMES])


@cache
def given_characters() -> frozenset[str]:
    return frozenset("".join(_lines("given_characters.txt"))) - NEVER_GIVEN


@cache
def transliterated() -> frozenset[str]:
    return frozenset("".join(_lines("transliterated.txt")))


@cache
def places() -> frozenset[str]:
    """Provinces and prefectures without 省, 市, 州."""
    return frozenset(" ".join(_lines("places.txt")).split())


@cache
def common_words() -> frozenset[str]:
    return frozenset(" ".join(_lines("common_words.txt")).split())


def surname_of(name: str) -> str:
    """The surname that ``name`` begins with, ``""`` if none; a compound one goes before a single one."""
    if name[:2] in compound_surnames():
        return name[:2]
    return name[:1] if name[:1] in single_surnames() else ""

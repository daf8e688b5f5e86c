"""Strings of the case record: the strongest single signal. Whatever stands in the record is hidden, wherever it stands."""

import re
from collections.abc import Iterable, Iterator

from .lexicon import surname_of
from .matching import SHORTEST, Forms, bare, digits, plain
from .naming import DOTTED, looks_like_name
from .patterns import RULES, run_rules
from .types import ADDRESS, ORG, OTHER_ID, PERSON, Known, Span
from .views import Views

_LONG_NUMBER = 8
_BARE_FROM = 4
_ADDRESS = re.compile("[省市县区镇乡村路街].*[号室楼栋组户处路村街道巷园苑]$")


def read_known(known: Iterable[str | Known]) -> tuple[Known, ...]:
    """The record strings with a type each; strings that fold to fewer than two characters cannot be looked for."""
    records = (one if isinstance(one, Known) else Known(one) for one in known)
    kept = {(plain(one.text), one.type): one for one in records if len(plain(one.text)) >= SHORTEST}
    return tuple(one if one.type else Known(one.text, guess_type(one.text), one.role) for one in kept.values())


def guess_type(text: str) -> str:
    """The type that the form of ``text`` speaks for."""
    squeezed = re.sub(r"\s+", "", text)
    if looks_like_name(squeezed) or DOTTED.fullmatch(squeezed) or re.fullmatch(r"[A-Za-z]+(?:[\s·.]+[A-Za-z]+)+", text):
        return PERSON
    whole = [s for s in run_rules(RULES, Views(text)) if s.end - s.start >= 0.8 * len(text.strip())]
    if whole:
        return max(whole, key=lambda span: (span.end - span.start, span.certainty)).type
    if _ADDRESS.search(squeezed) and not re.match(r"[A-Za-z0-9]", squeezed):
        return ADDRESS
    if any(character.isdecimal() for character in text):
        return OTHER_ID
    return PERSON if len(squeezed) <= 4 or surname_of(squeezed) and len(squeezed) <= 5 else ORG


def find_known(forms: Forms, records: Iterable[Known]) -> Iterator[Span]:
    """Every place where a record string stands, in any spelling that folds to the same."""
    for one in records:
        wanted = plain(one.text)
        yield from forms.plain.spans(wanted, one.type, "known", "record", 0.99)
        short = bare(one.text)
        if len(short) >= _BARE_FROM:
            yield from forms.bare.spans(short, one.type, "known", "record without separators", 0.95)
        number = digits(one.text)
        if len(number) >= _LONG_NUMBER and sum(c.isdecimal() for c in number) >= 0.8 * len(number):
            yield from forms.digits.spans(number, one.type, "known", "record, other digits", 0.9)

"""What must not be left in a text that may be shown: strings of the case record, and numbers that name a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .known import find_known, read_known
from .matching import Forms
from .patterns import RULES, run_rules
from .titles import is_word, short_parts
from .types import BANK_CARD, EMAIL, ID_NUMBER, PERSON, PHONE, PLATE, Known
from .views import Views

_DIRECT = frozenset({ID_NUMBER, PHONE, BANK_CARD, PLATE, EMAIL})
_SURE = 0.9


@dataclass(frozen=True)
class Leak:
    """``words`` stand in ``field`` at ``start``; ``reason`` is ``record``, ``variant`` or the number's type."""

    field: str
    words: str
    start: int
    reason: str


def find_leaks(texts: Mapping[str, str], known: Iterable[str | Known]) -> tuple[Leak, ...]:
    """Everything in ``texts`` (by field) that the gate refuses, in order, each place once.

    Record strings in any spelling that folds to them; given names and parts of dotted names, unless they are everyday
    words, which a person decides on; identity, telephone and card numbers, plates and e-mail addresses.
    """
    records = read_known(known)
    variants = tuple(Known(part, PERSON) for one in records if one.type == PERSON for part in _variants(one.text))
    return tuple(leak for field, text in texts.items() for leak in _of_field(field, text, records, variants))


def _of_field(field: str, text: str, records: Iterable[Known], variants: Iterable[Known]) -> list[Leak]:
    views = Views(text)
    forms = Forms(views.named("squeezed"))
    hits = [(span, "record") for span in find_known(forms, records)]
    hits += [(span, "variant") for span in find_known(forms, variants)]
    hits += [(span, span.type) for span in run_rules(RULES, views) if span.type in _DIRECT and span.certainty >= _SURE]
    ordered = sorted(hits, key=lambda hit: (hit[0].start, -hit[0].end))
    reach = -1
    leaks = []
    for span, reason in ordered:
        if span.end > reach:
            leaks.append(Leak(field, span.text, span.start, reason))
            reach = span.end
    return leaks


def _variants(name: str) -> list[str]:
    return [part for part in short_parts("".join(name.split())) if not is_word(part)]

"""What was found anywhere is searched everywhere in the document."""

from collections.abc import Iterable, Iterator

from .lexicon import common_words
from .matching import Forms, plain
from .titles import find_titled, is_word, short_parts
from .types import ALIAS, BANK_CARD, CASE_NO, EMAIL, ID_NUMBER, ORG, OTHER_ID, PERSON, PHONE, PLATE, QQ, WECHAT, Span
from .views import View

_NUMBERS = frozenset({ID_NUMBER, PHONE, BANK_CARD, PLATE, EMAIL, WECHAT, QQ, CASE_NO, OTHER_ID})
_SURE = 0.7
_SHORT = 2


def full_names(spans: Iterable[Span]) -> frozenset[str]:
    """Names of persons that are sure enough to be searched for."""
    return frozenset(_bare(span.text) for span in spans if span.type == PERSON and _spreads(span))


def _bare(text: str) -> str:
    return "".join(text.split())


def _spreads(span: Span) -> bool:
    name = _bare(span.text)
    return (
        span.certainty >= (_SURE if len(name) <= _SHORT else 0.64)
        and len(name) >= _SHORT
        and name not in common_words()
    )


def propagate(forms: Forms, written: View, spans: Iterable[Span]) -> Iterator[Span]:
    """Further mentions of the finds, their short forms included."""
    spans = tuple(spans)
    names = full_names(spans)
    wanted = {plain(name): (PERSON, "name again", 0.7) for name in names}
    for name in names:
        for part in short_parts(name):
            if not is_word(part):
                wanted.setdefault(plain(part), (PERSON, f"part of {len(name)} characters", 0.65))
    for span in spans:
        text = plain(span.text)
        if span.type in _NUMBERS and len(text) >= 5 and span.certainty >= _SURE:
            wanted.setdefault(text, (span.type, "number again", 0.9))
        elif (
            span.type == ORG and len(text) >= 5 or span.type == ALIAS and len(text) >= 2 and text not in common_words()
        ):
            wanted.setdefault(text, (span.type, "again", 0.75))
    for text, (type_, reason, certainty) in wanted.items():
        yield from forms.plain.spans(text, type_, "propagated", reason, certainty)
    yield from find_titled(written, names)

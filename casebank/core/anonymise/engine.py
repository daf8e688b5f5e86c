"""Run the layers in order and write the masked text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .aliases import find_aliases
from .doubts import find_doubts
from .known import find_known, read_known
from .labels import Labels, is_placeholder
from .latin import find_latin
from .mask import write_safely
from .matching import Forms, plain
from .merge import merge
from .names import find_names
from .patterns import RULES, run_rules
from .persons import resolve
from .propagate import full_names, propagate
from .pseudonyms import Replacer
from .roles import find_roles
from .tables import find_tables
from .types import TYPES, Anonymised, Known, Span, Tagger
from .views import Views


def anonymise(
    text: str,
    *,
    known: Iterable[str | Known] = (),
    taggers: Sequence[Tagger] = (),
    labels: Mapping[str, str] | None = None,
    day_offset: int = 0,
) -> Anonymised:
    """Find what identifies people in ``text`` and write the text without it.

    known: strings of the case record; none of two or more characters is left in the masked text, both sides folded.
    taggers: further voices (a name tagger); each is called with the text as written.
    labels: the ``pseudonyms`` of earlier texts of the same case, kept as they are.
    day_offset: the case's one secret offset in days; every date moves by it (0: dates stay).

    The result is a suggestion. Text outside the spans is kept byte for byte. Raises ValueError when a tagger
    returns a type that is not in TYPES or a range outside the text.
    """
    views = Views(text)
    forms = Forms(views.named("squeezed"))
    records = read_known(known)
    found = [*find_known(forms, records), *_meant([*_heard(views), *_tagged(text, taggers)])]
    found += _meant(propagate(forms, views.written, found))
    spans = merge(text, found)
    people = resolve(spans)
    forbidden = sorted({plain(one.text) for one in records})
    names = Labels(labels or {}, text, forbidden)
    replacer = Replacer(spans, people, records, names, day_offset)
    replacements = [replacer.replacement(span, text[max(0, span.start - 8) : span.start]) for span in spans]
    masked = write_safely(text, spans, replacements, forbidden)
    doubts = find_doubts(views.written, spans, people, full_names(found))
    return Anonymised(spans, doubts, masked, names.map, tuple(replacements))


def _meant(spans: Iterable[Span]) -> Iterator[Span]:
    """Without what is only a placeholder: 张某甲, 甲公司."""
    return (span for span in spans if not is_placeholder(span.text))


def _heard(views: Views) -> Iterator[Span]:
    yield from run_rules(RULES, views)
    yield from find_roles(views)
    yield from find_tables(views)
    yield from find_aliases(views)
    yield from find_latin(views)
    yield from find_names(views)


def _tagged(text: str, taggers: Iterable[Tagger]) -> Iterator[Span]:
    for tagger in taggers:
        voice = getattr(tagger, "__name__", type(tagger).__name__)
        for start, end, type_ in tagger(text):
            if type_ not in TYPES or not 0 <= start < end <= len(text):
                raise ValueError(f"tagger {voice}: {type_!r} at {start}–{end} of {len(text)} characters")
            yield Span(start, end, type_, text[start:end], "tagger", voice, 0.75)

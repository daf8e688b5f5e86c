"""Write the masked text, and make sure that no known string is left in it."""

from collections.abc import Sequence

from .matching import Forms, plain
from .types import Span
from .views import Views

_FILLERS = [chr(code) for code in (*range(0x25A0, 0x2600), *range(0x4E00, 0xA000))]


def write(text: str, spans: Sequence[Span], replacements: Sequence[str]) -> str:
    """``text`` with every span replaced; everything else byte for byte."""
    parts, at = [], 0
    for span, replacement in zip(spans, replacements, strict=True):
        parts += [text[at : span.start], replacement]
        at = span.end
    return "".join([*parts, text[at:]])


def write_safely(text: str, spans: Sequence[Span], replacements: list[str], known: Sequence[str]) -> str:
    """Like :func:`write`; replacements that complete a folded known string with their neighbours are filled.

    All known strings of the original lie inside spans, so one that is left must touch a replacement.
    """
    filler = next(f for f in _FILLERS if not any(plain(f) in one for one in known)) * 2
    for _ in range(len(replacements) + 1):
        masked = write(text, spans, replacements)
        touched = _touched(masked, text, spans, replacements, known)
        if not touched:
            return masked
        for place in touched:
            replacements[place] = filler
    return masked


def _touched(
    masked: str, text: str, spans: Sequence[Span], replacements: Sequence[str], known: Sequence[str]
) -> set[int]:
    """Places in ``replacements`` that a surviving known string touches."""
    form = Forms(Views(masked).squeezed).plain
    left = [one for one in known if one in form.text]
    if not left:
        return set()
    found = [form.view.span(start, end, "", "", "", 0) for one in left for start, end in form.find(one)]
    touched, shift = set(), 0
    for place, (span, replacement) in enumerate(zip(spans, replacements, strict=True)):
        start = span.start + shift
        end = start + len(replacement)
        shift += len(replacement) - (span.end - span.start)
        if any(one.start < end and start < one.end for one in found):
            touched.add(place)
    return touched

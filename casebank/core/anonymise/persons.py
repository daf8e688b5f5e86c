"""Which mentions mean the same person: full names first, then short forms that fit exactly one of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .lexicon import surname_of
from .matching import bare
from .titles import SHORT_FORM, short_parts
from .types import PERSON, Span


@dataclass(frozen=True)
class People:
    """``owner`` maps the folded mention to the folded full name; ``unclear`` holds mentions that fit several."""

    owner: Mapping[str, str]
    unclear: frozenset[str]


def resolve(spans: Iterable[Span]) -> People:
    """Join short forms (老王, 王总, given name, part of a dotted name) to the full name that they shorten."""
    mentions = {bare(span.text): span for span in spans if span.type == PERSON}
    short = {mention for mention, span in mentions.items() if _is_short(mention, span)}
    full = [mention for mention in mentions if mention not in short]
    parts: dict[str, set[str]] = {}
    for mention in full:
        for part in short_parts("".join(mentions[mention].text.split())):
            parts.setdefault(bare(part), set()).add(mention)
    owner: dict[str, str] = {}
    unclear: set[str] = set()
    for mention in mentions:
        fits = (
            {mention} if mention in full and mention not in parts else parts.get(mention) or _by_surname(mention, full)
        )
        owner[mention] = next(iter(fits)) if len(fits) == 1 else mention
        if len(fits) > 1:
            unclear.add(mention)
    return People(owner, frozenset(unclear))


def _is_short(mention: str, span: Span) -> bool:
    return (
        span.layer == "propagated"
        and (span.reason in {"surname and title", "prefix and surname"} or span.reason.startswith("part"))
        or (bool(SHORT_FORM.match(mention)) and not surname_of(mention))
    )


def _by_surname(mention: str, full: Iterable[str]) -> set[str]:
    form = SHORT_FORM.match(mention)
    head = (form["after"] or form["before"]) if form else ""
    return {name for name in full if head and name.startswith(head)} if head else {mention}

"""Give every span its replacement: one person, place or organisation has one label in the whole case."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .dateshift import shift_dates
from .labels import (
    NUMBER_LABELS,
    OFFICE_LABELS,
    Labels,
    alias_candidates,
    case_label,
    org_candidates,
    person_candidates,
    person_head,
)
from .matching import bare, plain
from .persons import People
from .places import organ_label, place_label
from .roles import OFFICES
from .titles import TITLES
from .types import ADDRESS, ALIAS, CASE_NO, COURT, DATE, ORG, PERSON, Known, Span

_OFFICE_OF = {cue: office for office, cues in OFFICES.items() for cue in cues}
_FOREIGN = re.compile("外籍|外国|latin name")
_TITLE = re.compile(rf"(?:{TITLES})$")


class Replacer:
    """Replacements for the spans of one text, in order."""

    def __init__(
        self, spans: Sequence[Span], people: People, records: Iterable[Known], labels: Labels, day_offset: int
    ) -> None:
        self._people = people
        self._labels = labels
        self._offset = day_offset
        self._year: int | None = None
        self._offices = {bare(one.text): one.role for one in records if one.role}
        self._foreign: set[str] = set()
        self._names: dict[str, str] = {}
        for span in spans:
            if span.type == PERSON:
                self._learn(span)
        self._heads = Counter(person_head(name) for name in set(self._names.values()))

    def _learn(self, span: Span) -> None:
        owner = self._people.owner[bare(span.text)]
        if bare(span.text) == owner:
            self._names.setdefault(owner, "".join(span.text.split()))
        cue = span.reason.partition(":")[2]
        if cue in _OFFICE_OF:
            self._offices.setdefault(owner, _OFFICE_OF[cue])
        if _FOREIGN.search(span.reason):
            self._foreign.add(owner)

    def replacement(self, span: Span, before: str = "") -> str:
        """What stands in the masked text instead of ``span``; ``before`` is the text in front of it."""
        if span.type == DATE:
            shifted, self._year = shift_dates(span.text, self._offset, self._year)
            return shifted
        if span.type == PERSON:
            label = self._person(span)
            office = next((o for o in OFFICE_LABELS.values() if label.startswith(o) and before.endswith(o)), "")
            return label.removeprefix(office)
        if span.type in {ADDRESS, COURT}:
            return (
                place_label(self._labels, span.text) if span.type == ADDRESS else organ_label(self._labels, span.text)
            )
        if span.type == CASE_NO:
            return case_label(span.text)
        if span.type in {ORG, ALIAS}:
            candidates = org_candidates(span.text) if span.type == ORG else alias_candidates()
            return self._labels.get(f"{span.type}:{plain(span.text)}", candidates)
        return NUMBER_LABELS[span.type]

    def _person(self, span: Span) -> str:
        mention = bare(span.text)
        owner = self._people.owner[mention]
        title = _TITLE.search("".join(span.text.split())) if span.reason == "surname and title" else None
        if mention in self._people.unclear:
            return person_head("".join(span.text.split()).lstrip("老小阿")) + (title[0] if title else "")
        name = self._names.get(owner, owner)
        candidates = person_candidates(
            name.lstrip("老小阿") if owner not in self._names else name,
            alone=self._heads[person_head(name)] <= 1,
            office=self._offices.get(owner, ""),
            foreign=owner in self._foreign,
        )
        return self._labels.get(f"{PERSON}:{owner}", candidates) + (title[0] if title else "")

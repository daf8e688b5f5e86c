"""What the review desk shows: the texts cut at their spans, and the spans gathered by words."""

from dataclasses import dataclass
from itertools import groupby

from casebank.core.masking import Mark, Piece, pieces
from casebank.domain.study_masking import SURE_FROM
from casebank.enums import SpanDecision
from casebank.models import MaskSpan, Study

_CONTEXT = 8


@dataclass(frozen=True)
class Place:
    """One span with a little text on either side."""

    span: MaskSpan
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Group:
    """All places of the same words and kind. ``state`` is a ``SpanDecision`` or ``mixed``."""

    first: MaskSpan
    places: list[Place]
    state: str

    @property
    def is_open(self) -> bool:
        return any(place.span.decision == SpanDecision.PENDING for place in self.places)

    @property
    def is_doubt(self) -> bool:
        return any(place.span.doubt for place in self.places)


@dataclass(frozen=True)
class MarkedText:
    """One text of a study cut at its spans; the key of a piece's mark is ``(span, pk of the group's first span)``."""

    field: str
    label: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Desk:
    texts: list[MarkedText]
    groups: list[Group]
    total: int
    decided: int
    sure: int

    @property
    def waiting(self) -> int:
        return self.total - self.decided


def desk_of(study: Study) -> Desk:
    """Everything the desk needs, in three queries however long the texts are."""
    order = {name: place for place, name in enumerate(Study.TEXT_FIELDS)}
    spans = sorted(study.spans.all(), key=lambda span: (order[span.field], span.start))
    groups = _groups(study, spans)
    leaders = {place.span.pk: group.first.pk for group in groups for place in group.places}
    open_spans = [span for span in spans if span.decision == SpanDecision.PENDING]
    return Desk(
        texts=[_marked(study, name, spans, leaders) for name, text in study.texts.items() if text],
        groups=groups,
        total=len(spans),
        decided=len(spans) - len(open_spans),
        sure=sum(not span.doubt and span.certainty >= SURE_FROM for span in open_spans),
    )


def shown_for(span: MaskSpan) -> str:
    """What stands in the masked text for ``span`` as things are decided now."""
    return span.text if span.decision == SpanDecision.KEEP else span.replacement or span.text


def _marked(study: Study, name: str, spans: list[MaskSpan], leaders: dict[int, int]) -> MarkedText:
    marks = [Mark(s.start, s.end, shown_for(s), (s, leaders[s.pk])) for s in spans if s.field == name]
    return MarkedText(name, _label(name), pieces(study.texts[name], marks))


def _groups(study: Study, spans: list[MaskSpan]) -> list[Group]:
    """In the order of the first place."""
    first = {}
    for place, span in enumerate(spans):
        first.setdefault((span.type, span.text), place)
    ordered = sorted(enumerate(spans), key=lambda item: (first[item[1].type, item[1].text], item[0]))
    found = []
    for _key, items in groupby((span for _place, span in ordered), key=lambda span: (span.type, span.text)):
        members = list(items)
        states = {span.decision for span in members}
        state = states.pop() if len(states) == 1 else "mixed"
        found.append(Group(members[0], [_place(study, span) for span in members], state))
    return found


def _place(study: Study, span: MaskSpan) -> Place:
    text = study.texts[span.field]
    before = text[max(0, span.start - _CONTEXT) : span.start].replace("\n", " ")
    after = text[span.end : span.end + _CONTEXT].replace("\n", " ")
    return Place(span, _label(span.field), before, after)


def _label(name: str) -> str:
    return str(Study._meta.get_field(name).verbose_name)

"""What the anonymiser proposes for all texts of a study, read as one document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from casebank.core.anonymise import Anonymised, Known, anonymise
from casebank.core.masking import uncovered
from casebank.domain.study_known import known_parties
from casebank.models import MaskSpan, Study

# Stands between the texts, so that no name is read across the end of one and the beginning of the next.
_SEAM = "\n※※※\n"
_DOUBT_CERTAINTY = 0.5
# The facts come first: the labels follow the order of appearance there.
_ORDER = ("facts", "title", "what_went_wrong", "rule", "right_practice", "questions")


@dataclass(frozen=True)
class Proposal:
    """Spans not yet saved, and the labels of the case as they are afterwards."""

    spans: list[MaskSpan]
    pseudonyms: Mapping[str, str]


def propose(study: Study) -> Proposal:
    """Spans and doubts for every text of ``study``, the words that people added earlier included."""
    texts = [(name, getattr(study, name)) for name in _ORDER]
    found = anonymise(
        _SEAM.join(text for _name, text in texts),
        known=[*known_parties(study), *_added_by_people(study)],
        labels=case_labels(study),
        day_offset=study.day_offset,
    )
    spans: list[MaskSpan] = []
    start = 0
    for name, text in texts:
        spans += _of_field(study, name, text, start, found)
        start += len(text) + len(_SEAM)
    return Proposal(spans, found.pseudonyms)


def label_for(study: Study, words: str, type_: str) -> tuple[str, Mapping[str, str]]:
    """What would stand for ``words`` of ``type_``, and the labels of the case afterwards."""
    found = anonymise(words, known=[Known(words, type_)], labels=case_labels(study), day_offset=study.day_offset)
    return found.text, found.pseudonyms


def case_labels(study: Study) -> dict[str, str]:
    """One map per case: the labels of all its studies, this one's last."""
    labels: dict[str, str] = {}
    others = Study.objects.filter(finding__evaluation__case=study.case).exclude(pk=study.pk)
    for other in others.order_by("pk"):
        labels |= other.pseudonyms
    return labels | study.pseudonyms


def _added_by_people(study: Study) -> list[Known]:
    added = study.spans.filter(layer="person").values_list("text", "type").distinct()
    return [Known(text, type_) for text, type_ in added]


def _of_field(study: Study, name: str, text: str, offset: int, found: Anonymised) -> Iterator[MaskSpan]:
    """The finds that lie in ``text``, which begins at ``offset`` of the whole."""
    for place, values in [*_sure(found), *_doubtful(found)]:
        first, last = place[0] - offset, place[1] - offset
        if 0 <= first < last <= len(text):
            yield MaskSpan(study=study, field=name, start=first, end=last, text=text[first:last], **values)


def _sure(found: Anonymised) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    weak = {(one.start, one.end): one.reason for one in found.doubts if one.hidden}
    for span, replacement in zip(found.spans, found.replacements, strict=True):
        place = (span.start, span.end)
        yield (
            place,
            {
                "type": span.type,
                "replacement": replacement[:200],
                "layer": span.layer,
                "reason": weak.get(place, span.reason)[:200],
                "certainty": span.certainty,
                "doubt": place in weak,
            },
        )


def _doubtful(found: Anonymised) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    """What is shown but doubted, without the parts that a span or an earlier doubt covers."""
    taken = [(span.start, span.end) for span in found.spans]
    for doubt in found.doubts:
        if doubt.hidden:
            continue
        for place in uncovered(doubt.start, doubt.end, taken):
            taken.append(place)
            yield (
                place,
                {
                    "type": doubt.type,
                    "layer": "doubt",
                    "reason": doubt.reason[:200],
                    "certainty": _DOUBT_CERTAINTY,
                    "doubt": True,
                },
            )

"""The key of an evidence-review item: reference findings and decoys, each located in the case file."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.core.casefile import Place, clean_text, locate
from assessments.domain.casefile import passages_of
from assessments.domain.item import editable, next_order
from assessments.domain.ordering import close_gaps, shift
from assessments.enums import ItemKind
from assessments.models import CaseDocument, Item, KeyFinding, Paragraph
from casebank.core.errors import Refused
from casebank.public import defect_choices, record_activity


@transaction.atomic
def add_finding(*, actor, item: Item, place: Place, quote: str, texts: dict[str, Any]) -> KeyFinding:
    """Append a reference finding at ``place`` (see ``find_place``). Raises ``Refused`` for an unknown defect code."""
    item = editable(actor, item)
    if item.kind != ItemKind.EVIDENCE_REVIEW:
        raise Refused(_("Only evidence-review items have reference findings."))
    _require_known_code(texts.get("defect_code", ""))
    finding = KeyFinding(item=item, order=next_order(item.key_findings), **texts)
    _put(finding, item, place, quote)
    record_activity(actor=actor, act="item.finding_added", subject=item, detail={"finding": finding.pk})
    return finding


@transaction.atomic
def edit_finding(*, actor, finding: KeyFinding, place: Place, quote: str, texts: dict[str, Any]) -> KeyFinding:
    """Change a reference finding. Raises ``Refused`` for an unknown defect code."""
    item = editable(actor, finding.item)
    _require_known_code(texts.get("defect_code", ""))
    for name, value in texts.items():
        setattr(finding, name, value)
    _put(finding, item, place, quote)
    record_activity(actor=actor, act="item.finding_edited", subject=item, detail={"finding": finding.pk})
    return finding


@transaction.atomic
def remove_finding(*, actor, finding: KeyFinding) -> None:
    item = editable(actor, finding.item)
    record_activity(actor=actor, act="item.finding_removed", subject=item, detail={"finding": finding.pk})
    finding.delete()
    close_gaps(item.key_findings)


@transaction.atomic
def move_finding(*, actor, finding: KeyFinding, step: int) -> None:
    """One place up (−1) or down (+1)."""
    item = editable(actor, finding.item)
    shift(item.key_findings, finding, step)


def find_place(*, item: Item, document: CaseDocument, quote: str, wanted: Place | None = None) -> Place:
    """Where ``quote`` stands in ``document``; ``wanted`` (from a selection) decides between several places.

    Raises ``Refused`` when the words are not there, or stand there more than once and none was selected.
    """
    places = locate(quote, passages_of(item, document))
    if not places:
        raise Refused(_("These words are not in “%(title)s”. Copy them exactly as they stand.") % {"title": document})
    if wanted in places:
        return wanted
    if len(places) > 1:
        raise Refused(
            _("These words stand %(count)d times in “%(title)s”. Quote a few more words, or select them in the text.")
            % {"count": len(places), "title": document}
        )
    return places[0]


def _put(finding: KeyFinding, item: Item, place: Place, quote: str) -> None:
    finding.paragraph = Paragraph.objects.get(document__item=item, pid=place.pid)
    finding.quote = clean_text(quote).strip()
    finding.start, finding.end = place.start, place.end
    if finding.decoy:
        finding.points = 0
    finding.save()


def _require_known_code(code: str) -> None:
    if code and code not in {choice.code for choice in defect_choices()}:
        raise Refused(_("“%(code)s” is not a code of the negative list.") % {"code": code})

"""Reading answers: the JSON packet of the autosave, and the plain form of browsers without scripts."""

import json
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.core.casefile import Passage, clean_text, locate
from assessments.domain.queries.question import Question
from assessments.domain.saving import Packet
from assessments.validators import FINDINGS, MAX_FINDINGS, MAX_REQUEST_BYTES
from casebank.core.errors import Refused

MAX_NUMBER = 2**31 - 1
TEXTS = ("id", "defect_code", "attribute", "consequence", "legal_basis", "remedy", "reasoning")


def packet_from_json(body: bytes) -> Packet:
    """``{client_uuid, seq, base_rev, payload[, writer, recover]}``; raises ``Refused`` naming what is wrong."""
    if len(body) > MAX_REQUEST_BYTES:
        raise Refused(gettext("The answer is larger than %(limit)d kB.") % {"limit": MAX_REQUEST_BYTES // 1024})
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        raise Refused(gettext("The answer did not arrive in a form that can be read.")) from None
    if not isinstance(data, dict):
        raise Refused(gettext("The answer did not arrive in a form that can be read."))
    return Packet(
        client_uuid=_uuid(data.get("client_uuid")),
        seq=_number(data, "seq"),
        base_rev=_number(data, "base_rev"),
        payload=data.get("payload"),
        writer=_uuid(data["writer"]) if data.get("writer") else None,
        recover=data.get("recover") is True,
    )


def payloads_from_form(data: QueryDict, question: Question) -> dict[str, dict[str, Any]]:
    """Field name → payload of the plain form of one question."""
    if question.line.is_evidence_review:
        return {FINDINGS: {"findings": _findings(data, question)}}
    return {field.name: {"text": data.get(f"text-{field.name}", "")} for field in question.fields}


class HandInForm(forms.Form):
    """The confirmation on the last page."""

    confirm = forms.BooleanField(
        label=_("I hand in my test. I know that nothing can be changed afterwards."),
        error_messages={"required": _("Tick the box to confirm that you hand in.")},
    )


def _uuid(value: Any) -> UUID:
    try:
        return UUID(value)
    except (TypeError, ValueError, AttributeError):
        raise Refused(gettext("The packet has no valid number of its own (client_uuid).")) from None


def _number(data: dict[str, Any], name: str) -> int:
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_NUMBER:
        raise Refused(gettext("“%(name)s” must be a whole number.") % {"name": name})
    return value


def _findings(data: QueryDict, question: Question) -> list[dict[str, Any]]:
    """Cards ``f-0-…``, ``f-1-…``; empty cards and those ticked for removal are left out."""
    places = place_names(question)
    passages = {one.pid: one for document in question.documents for one in document.passages}
    found = []
    for index in range(MAX_FINDINGS + 1):
        card = {name: data.get(f"f-{index}-{name}", "") for name in TEXTS}
        names, quotes = data.getlist(f"f-{index}-place"), data.getlist(f"f-{index}-quote")
        spans = [
            _span(*pair, places, passages) for pair in zip(names, quotes, strict=False) if any(map(str.strip, pair))
        ]
        written = spans or any(card[name].strip() for name in TEXTS if name != "id")
        if written and not data.get(f"f-{index}-remove"):
            found.append({**card, "id": card["id"] or f"f{index}", "spans": spans})
    return found


def place_names(question: Question) -> dict[str, str]:
    """“3.5” (document 3, paragraph 5) → paragraph id, as numbered on the page."""
    return {
        f"{document.number}.{number}": passage.pid
        for document in question.documents
        for number, passage in enumerate(document.passages, start=1)
    }


def _span(name: str, quote: str, places: dict[str, str], passages: dict[str, Passage]) -> dict[str, Any]:
    pid = places.get(name.strip(), name.strip()[:20])
    words = clean_text(quote).strip()
    found = locate(words, [passages[pid]]) if pid in passages else ()
    start, end = (found[0].start, found[0].end) if found else (None, None)
    return {"pid": pid, "start": start, "end": end, "quote": words}

"""The shape of an answer as it arrives. Only the shape: a wrong code or a bare place is still an answer.

Raises ``Refused`` with a sentence that names the finding and the field, so that nothing is dropped in silence.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from assessments.core.casefile import clean_text
from casebank.core.errors import Refused

FINDINGS = "findings"
MAX_REQUEST_BYTES = 1024 * 1024
MAX_SECTION = 60_000
MAX_FINDINGS = 60
MAX_SPANS = 10
MAX_QUOTE = 2_000
# Length limits of the text fields of a finding.
FINDING_FIELDS = {
    "id": 40,
    "defect_code": 20,
    "attribute": 10,
    "consequence": 10,
    "legal_basis": 2_000,
    "remedy": 5_000,
    "reasoning": 10_000,
}


def clean_payload(field: str, payload: Any) -> dict[str, Any]:
    """The payload of one answer field, tidied: ``{"findings": […]}`` or ``{"text": …}``."""
    if not isinstance(payload, Mapping):
        raise Refused(_("The answer did not arrive in a form that can be read."))
    if field == FINDINGS:
        return {"findings": _findings(payload.get("findings"))}
    return {"text": _section(payload.get("text"))}


def is_empty(payload: Mapping[str, Any]) -> bool:
    """Nothing was answered in this field."""
    return not payload.get("findings") and not str(payload.get("text", "")).strip()


def _section(text: Any) -> str:
    words = _text(text)
    if len(words) > MAX_SECTION:
        raise Refused(
            _("The section has %(count)d characters; at most %(limit)d can be stored. Please shorten it.")
            % {"count": len(words), "limit": MAX_SECTION}
        )
    return words


def _findings(rows: Any) -> list[dict[str, Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise Refused(_("The list of findings did not arrive in a form that can be read."))
    if len(rows) > MAX_FINDINGS:
        raise Refused(_("There can be at most %(limit)d findings.") % {"limit": MAX_FINDINGS})
    return [_finding(number, row) for number, row in enumerate(rows, start=1)]


def _finding(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    texts = {name: _limited(number, _text(row.get(name)), limit) for name, limit in FINDING_FIELDS.items()}
    return texts | {"spans": _spans(number, row.get("spans"))}


def _spans(number: int, rows: Any) -> list[dict[str, Any]]:
    rows = [] if rows is None else rows
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows) or len(rows) > MAX_SPANS:
        raise Refused(_("The place of finding %(number)d did not arrive as expected.") % {"number": number})
    return [_span(number, row) for row in rows]


def _span(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "pid": _limited(number, _text(row.get("pid")), 20),
        "start": _position(row.get("start")),
        "end": _position(row.get("end")),
        "quote": _limited(number, _text(row.get("quote")), MAX_QUOTE),
    }


def _position(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**7 else None


def _limited(number: int, words: str, limit: int) -> str:
    if len(words) > limit:
        raise Refused(
            _("A field of finding %(number)d has more than %(limit)d characters. Please shorten it.")
            % {"number": number, "limit": limit}
        )
    return words


def _text(value: Any) -> str:
    """Text that every database can hold: NFC, no control characters, no halves of surrogate pairs."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refused(_("The answer did not arrive in a form that can be read."))
    return clean_text(value.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

"""What casebank knows about who could be recognised in a study, in the words of the anonymiser."""

from casebank.core.anonymise import Known
from casebank.enums import PartyRole, SpanDecision
from casebank.models import Study

_TYPES = {
    PartyRole.ALIAS: "ALIAS",
    PartyRole.ORGANISATION: "ORG",
    PartyRole.AUTHORITY: "COURT",
    PartyRole.PLACE: "ADDRESS",
    PartyRole.CASE_NO: "CASE_NO",
    PartyRole.NUMBER: "",
}
_OFFICES = {PartyRole.HANDLER: "prosecutor", PartyRole.JUDGE: "judge", PartyRole.LAWYER: "lawyer"}
# Replaced words of these kinds identify on their own; dates and places may stand elsewhere for good reasons.
_IDENTIFYING = ("PERSON", "ID_NUMBER", "PHONE", "BANK_CARD", "PLATE", "EMAIL", "WECHAT", "QQ", "CASE_NO", "OTHER_ID")


def known_parties(study: Study) -> list[Known]:
    """The party list."""
    return [
        Known(party["name"], _TYPES.get(party["role"], "PERSON"), _OFFICES.get(party["role"], ""))
        for party in study.parties
    ]


def known_identifiers(study: Study) -> list[Known]:
    """The party list, and what people decided to replace, unless they decided to keep the same words elsewhere."""
    spans = study.spans.filter(type__in=_IDENTIFYING)
    kept = {span.text for span in spans if span.decision == SpanDecision.KEEP}
    replaced = {(span.text, span.type) for span in spans if span.decision == SpanDecision.REPLACE}
    return known_parties(study) + [Known(text, type_) for text, type_ in sorted(replaced) if text not in kept]

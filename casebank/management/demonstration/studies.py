"""Studies of the demonstration: a dozen released ones, one waiting for its reader, one being masked."""

import json
from pathlib import Path

from casebank.domain.study import edit_study, start_study
from casebank.domain.study_masking import accept_sure, decide_span, propose_masking, resolve_masking
from casebank.domain.study_release import reading_digest, release_study
from casebank.enums import PartyRole, ReadingCheck, SpanDecision
from casebank.management.demonstration.people import account
from casebank.models import Finding, Study
from casebank.states import FindingState, StudyState

CONTENT = json.loads((Path(__file__).parent / "studies.json").read_text(encoding="utf-8"))
MERE_DOUBT = 0.5
PARTY_ROLES = {
    "被告人": PartyRole.SUSPECT,
    "犯罪嫌疑人": PartyRole.SUSPECT,
    "同案人": PartyRole.SUSPECT,
    "被害人": PartyRole.VICTIM,
    "被害单位": PartyRole.ORGANISATION,
    "证人": PartyRole.WITNESS,
    "值班律师": PartyRole.LAWYER,
    "辩护人": PartyRole.LAWYER,
    "办案单位": PartyRole.AUTHORITY,
    "侦查机关": PartyRole.AUTHORITY,
    "审判机关": PartyRole.AUTHORITY,
}


def build_studies() -> None:
    """Write, mask and release the studies that are not there yet (one per defect code)."""
    trainer, reader = account("YP0602"), account("YP0402")
    there = set(Study.objects.values_list("defect__code", flat=True))
    for content in CONTENT:
        if content["code"] not in there:
            _build(trainer, reader, content)


def _build(trainer, reader, content: dict) -> None:
    finding = Finding.objects.filter(state=FindingState.CONFIRMED, defect__code=content["code"]).earliest("pk")
    study = start_study(actor=trainer, finding=finding, title=content["title"])
    study = edit_study(actor=trainer, study=study, texts=_texts(content), parties=_parties(study, content))
    study = propose_masking(actor=trainer, study=study)
    if content["state"] == StudyState.SUGGESTED:
        return
    accept_sure(actor=trainer, study=study)
    _decide_the_rest(trainer, study)
    study = resolve_masking(actor=trainer, study=study)
    if content["state"] == StudyState.RELEASED:
        release_study(actor=reader, study=study, seen=reading_digest(study), checks=list(ReadingCheck))


def _decide_the_rest(trainer, study: Study) -> None:
    """What is not sure: words that the anonymiser only wonders about are no names in these texts, the rest are."""
    for span in study.spans.filter(decision=SpanDecision.PENDING):
        if span.doubt and span.certainty <= MERE_DOUBT:
            decide_span(actor=trainer, span=span, decision=SpanDecision.KEEP, note="不是人名")
        else:
            decide_span(actor=trainer, span=span, decision=SpanDecision.REPLACE)


def _texts(content: dict) -> dict[str, str]:
    return {
        "title": content["title"],
        "facts": content["facts"],
        "what_went_wrong": content["wrong"],
        "rule": content["rule"],
        "right_practice": content["practice"]
        .replace("。二、", "。\n二、")
        .replace("。三、", "。\n三、")
        .replace("。四、", "。\n四、"),
        "questions": "\n".join(content["questions"]),
    }


def _parties(study: Study, content: dict) -> list[dict[str, str]]:
    own = [{"name": name, "role": str(PARTY_ROLES.get(role, PartyRole.PERSON))} for name, role in content["parties"]]
    return [*study.parties, *own]

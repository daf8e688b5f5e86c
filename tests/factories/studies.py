"""Invented studies at every step of their way."""

from casebank.domain.study import edit_study, start_study
from casebank.domain.study_masking import accept_sure, decide_span, propose_masking, resolve_masking
from casebank.domain.study_release import reading_digest, release_study
from casebank.enums import PartyRole, ReadingCheck, SpanDecision
from casebank.models import Study, StudyRelease, User
from tests.factories.cases import CaseFactory, EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory, UserFactory

FACTS = (
    "2026年3月5日晚,被告人欧阳志鹏(绰号“铁头”)伙同钱晓菲在云浦县城关镇解放路12号的兴旺烟酒店内窃得现金3200元。"
    "店主韩国梁于次日报案,联系电话13812345678。\n"
    "欧阳志鹏的公民身份号码为110101199003071234。承办检察官赵敏于2026年3月20日讯问了欧阳志鹏。"
)
PARTIES = [
    {"name": "欧阳志鹏", "role": str(PartyRole.SUSPECT)},
    {"name": "钱晓菲", "role": str(PartyRole.SUSPECT)},
    {"name": "韩国梁", "role": str(PartyRole.VICTIM)},
]
TEACHING = {
    "title": "欧阳志鹏盗窃案讯问笔录缺少签名",
    "what_went_wrong": "讯问欧阳志鹏的笔录没有侦查人员签名,承办人赵敏未要求补正。",
    "rule": "讯问笔录应当由侦查人员签名。",
    "right_practice": "退回补正;不能补正的,要求作出合理解释。",
    "questions": "笔录缺少签名属于瑕疵还是应当排除?\n怎样写补正要求?",
}


def author(**person) -> User:
    return UserFactory(roles=["trainer"], person=PersonFactory(**person))


def second_reader(**person) -> User:
    return UserFactory(roles=["inspector"], person=PersonFactory(**person))


def draft(by: User, *, parties: list | None = None, **changes) -> Study:
    """A written draft on a case whose handler is 赵敏."""
    case = CaseFactory(handler=PersonFactory(name="赵敏", unit=by.person.unit))
    finding = FindingFactory(confirmed=True, evaluation=EvaluationFactory(case=case))
    study = start_study(actor=by, finding=finding)
    texts = {**TEACHING, "facts": FACTS, **changes}
    return edit_study(actor=by, study=study, texts=texts, parties=[*study.parties, *(parties or PARTIES)])


def suggested(by: User, **changes) -> Study:
    return propose_masking(actor=by, study=draft(by, **changes))


def masked_by(by: User, study: Study) -> Study:
    """Everything that is proposed is replaced, and the masking closed."""
    accept_sure(actor=by, study=study)
    for span in study.spans.filter(decision=SpanDecision.PENDING):
        decide_span(actor=by, span=span, decision=SpanDecision.REPLACE)
    return resolve_masking(actor=by, study=study)


def resolved(by: User, **changes) -> Study:
    return masked_by(by, suggested(by, **changes))


def released(by: User, confirmer: User, **changes) -> StudyRelease:
    study = resolved(by, **changes)
    return release_study(actor=confirmer, study=study, seen=reading_digest(study), checks=ReadingCheck.values)

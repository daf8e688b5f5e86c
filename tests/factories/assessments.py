"""Items, papers, sittings and attempts, made through the product's own acts."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from assessments.domain import attempt as attempts
from assessments.domain import casefile, item, key, paper, rubric, sitting
from assessments.enums import ItemKind, MissingCitation, SittingKind
from casebank.models import DocumentSection, DocumentType
from tests.factories.casefile import CANARY, DECOY, DOCUMENTS, FINDINGS
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import UserFactory


def trainer(**values):
    return UserFactory(roles=["trainer"], **values)


def document_type():
    """A document type with three sections (40 / 35 / 25 points)."""
    kind, _created = DocumentType.objects.get_or_create(code="BCTG", defaults={"name": "补充侦查提纲"})
    for order, (heading, points) in enumerate(
        (("补充侦查的理由", 40), ("补充侦查的事项", 35), ("联系方式", 25)), start=1
    ):
        DocumentSection.objects.get_or_create(
            code=f"BCTG-{order}",
            defaults={
                "document_type": kind,
                "section_order": order,
                "section": heading,
                "required": "必备",
                "key_elements": f"{heading}应当具体",
                "suggested_points": points,
            },
        )
    return kind


def evidence_item(author=None, *, ready=True, title="罗志田盗窃案证据审查"):
    """The invented theft case with three findings and a decoy. Key texts hold ``CANARY``."""
    author = author or trainer()
    DefectTypeFactory()
    made = item.create_item(
        actor=author,
        kind=ItemKind.EVIDENCE_REVIEW,
        texts={"title": title, "task": "审查下列卷宗，逐项指出证据存在的问题。", "competency_codes": ["CP-01"]},
    )
    documents = [
        casefile.add_document(actor=author, item=made, title=name, evidence_kind=kind, text=text)
        for name, kind, text in DOCUMENTS
    ]
    for row in FINDINGS:
        _finding(author, made, documents, row)
    index, quote = DECOY
    place = key.find_place(item=made, document=documents[index], quote=quote)
    decoy = {"decoy": True, "statement": f"{CANARY}时间差已有说明。"}
    key.add_finding(actor=author, item=made, place=place, quote=quote, texts=decoy)
    return item.mark_ready(actor=author, item=made) if ready else made


def drafting_item(author=None, *, ready=True, title="草拟补充侦查提纲"):
    """A document of three sections with reference text and three rubric points holding ``CANARY``."""
    author = author or trainer()
    document_type()
    made = item.create_item(
        actor=author,
        kind=ItemKind.DRAFTING,
        texts={
            "title": title,
            "task": "根据卷宗草拟补充侦查提纲。",
            "document_code": "BCTG",
            "competency_codes": ["CP-08"],
            "missing_citation": MissingCitation.CAPPED,
        },
    )
    sections = [one.section for one in made.reference_sections.all()]
    rubric.write_reference(actor=author, item=made, texts={code: f"{CANARY}参考文本{code}" for code in sections})
    for code, points in zip(sections, (40, 35, 25), strict=True):
        rubric.add_criterion(
            actor=author,
            item=made,
            values={
                "section": code,
                "text": f"{CANARY}写明{code}",
                "points": Decimal(points),
                "required": [f"{CANARY}必备词"],
                "forbidden": [f"{CANARY}错误说法"],
            },
        )
    return item.mark_ready(actor=author, item=made) if ready else made


def approved_paper(*items, author=None, approver=None):
    author = author or (items[0].author if items else trainer())
    items = items or (evidence_item(author), drafting_item(author))
    made = paper.create_paper(actor=author, texts={"title": "2026年第四季度证据审查测试", "instructions": "独立作答。"})
    for one in items:
        paper.add_item(actor=author, paper=made, item=one)
    return paper.approve_paper(actor=approver or UserFactory(roles=["inspector"]), paper=made)


def open_sitting(
    *candidates, of=None, markers=(), opens_in=timedelta(hours=-1), closes_in=timedelta(hours=5), **values
):
    """An open sitting for the accounts ``candidates``; a marker is made if none is named."""
    of = of or approved_paper()
    now = timezone.now()
    fields = {"title": "第四季度测试", "kind": SittingKind.FORMAL, "minutes": 120, "grace_seconds": 180}
    fields |= {"opens_at": now + opens_in, "closes_at": now + closes_in} | values
    made = sitting.plan_sitting(actor=of.author, paper=of, values=fields)
    people = [account.person for account in candidates or (UserFactory(roles=["prosecutor"]),)]
    sitting.set_candidates(actor=of.author, sitting=made, people=people)
    sitting.set_markers(actor=of.author, sitting=made, markers=markers or [UserFactory(roles=["marker"])])
    return sitting.open_sitting(actor=of.author, sitting=made)


def started_attempt(candidate=None, **values):
    """An attempt of ``candidate`` that runs since now."""
    candidate = candidate or UserFactory(roles=["prosecutor"])
    made = open_sitting(candidate, **values)
    attempt = made.attempts.get(person=candidate.person)
    return attempts.start_attempt(actor=candidate, attempt=attempt, now=timezone.now())


def _finding(author, made, documents, row):
    index, quote, code, attribute, consequence, statement, basis, remedy, points = row
    place = key.find_place(item=made, document=documents[index], quote=quote)
    texts = {
        "defect_code": code,
        "attribute": attribute,
        "consequence": consequence,
        "statement": f"{CANARY}{statement}",
        "legal_basis": f"{basis}{CANARY}",
        "remedy": f"{remedy}{CANARY}",
        "points": Decimal(points),
    }
    key.add_finding(actor=author, item=made, place=place, quote=quote, texts=texts)

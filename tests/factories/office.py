"""A whole procuratorate with one object of every kind, made through the product's own acts where that is short."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from assessments.domain.paper import create_paper
from assessments.domain.premarking import premark_attempt
from assessments.domain.sitting import plan_sitting
from assessments.models import Result
from assessments.states import MarkingState
from casebank.domain.files import Upload, keep_file
from casebank.domain.ledger_preview import Upload as Ledger
from casebank.domain.ledger_preview import preview_import
from casebank.domain.people import grant_role
from casebank.enums import Role
from casebank.models import SupervisionPoint
from cms.domain.publishing import publish_microclass, publish_release
from tests.factories import assessments as make
from tests.factories import studies, tables
from tests.factories.cases import CaseFactory, DefectTypeFactory, EvaluationFactory, FindingFactory
from tests.factories.marking import submitted_script
from tests.factories.people import DepartmentFactory, PersonFactory, UnitFactory, UserFactory
from tests.factories.performance import EntryFactory
from tests.factories.training import EnrolmentFactory, LessonFactory, ReleaseFactory


@dataclass
class Office:
    """``people``: part → account; ``objects``: kind → what fills an address of that kind."""

    people: dict[str, Any] = field(default_factory=dict)
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)


# Part → role and department. The prosecutor handles the case, sits the tests and learns; the marker is named for the
# sitting; the head leads the prosecutor's department. The others only have the role.
PARTS = {
    "prosecutor": (Role.PROSECUTOR, "第一检察部"),
    "colleague": (Role.PROSECUTOR, "第一检察部"),
    "trainer": (Role.TRAINER, "政治部"),
    "marker": (Role.MARKER, "第二检察部"),
    "other_marker": (Role.MARKER, "第二检察部"),
    "inspector": (Role.INSPECTOR, "案件管理办公室"),
    "hr": (Role.HR, "政治部"),
    "head": (Role.HEAD, "第一检察部"),
    "other_head": (Role.HEAD, "第二检察部"),
    "administrator": (Role.ADMINISTRATOR, "办公室"),
}


def account(unit, *roles, department="办公室", **person):
    """An account of ``unit`` whose roles were granted as by an administrator, with the groups of the website."""
    place = DepartmentFactory(unit=unit, name=department)
    user = UserFactory(person=PersonFactory(unit=unit, department=place, **person))
    for role in roles:
        grant_role(actor=None, user=user, role=role)
    return user


def office(code: str) -> Office:
    unit = UnitFactory(code=code)
    people = {
        part: account(unit, role, department=place, name=f"{code}院{number}号")
        for number, (part, (role, place)) in enumerate(PARTS.items(), 1)
    }
    made = Office(people)
    made.objects = {**_cases(unit, people), **_studies(people), **_tests(people), **_lessons(people)}
    made.objects["account"] = {"pk": people["colleague"].pk}
    made.objects["person"] = {"pk": people["prosecutor"].person.pk}
    return made


def _cases(unit, people) -> dict[str, dict[str, Any]]:
    inspector, handler = people["inspector"], people["prosecutor"].person
    table = tables.ledger(tables.ledger_row(承办检察官=handler.name, 部门=handler.department.name))
    upload = Ledger("台账.xlsx", tables.xlsx(table))
    batch = preview_import(actor=inspector, unit=unit, upload=upload, tables=(table,))
    evaluation = EvaluationFactory(case=CaseFactory(handler=handler))
    EntryFactory(person=handler, evaluated=True)
    point, _made = SupervisionPoint.objects.get_or_create(
        cause="盗窃罪", defect=DefectTypeFactory(), defaults={"business_line": "刑事检察", "cases": 9}
    )
    return {
        "batch": {"pk": batch.pk},
        "evaluation": {"pk": evaluation.pk},
        "finding": {"pk": FindingFactory(evaluation=evaluation).pk},
        "confirmed": {"finding": FindingFactory(evaluation=evaluation, confirmed=True).pk},
        "point": {"pk": point.pk},
        "upload": {"pk": keep_file(actor=inspector, upload=Upload("名册.xlsx", b"x"), purpose="roster").pk},
    }


def _studies(people) -> dict[str, dict[str, Any]]:
    trainer = people["trainer"]
    release = ReleaseFactory(author=trainer, confirmed_by=people["inspector"])
    page = publish_release(actor=trainer, release_id=release.pk)
    return {
        "draft": {"pk": studies.draft(trainer).pk},
        "suggested": {"pk": studies.suggested(trainer).pk},
        "resolved": {"pk": studies.resolved(trainer).pk},
        "released": {"pk": release.study_id},
        "release": {"release": release.pk},
        "release_id": {"release_id": release.pk},
        "page": {"page_id": page.pk},
    }


def _tests(people) -> dict[str, dict[str, Any]]:
    trainer, candidate, marker = people["trainer"], people["prosecutor"], people["marker"]
    draft, drafting = make.evidence_item(trainer, ready=False), make.drafting_item(trainer, ready=False)
    paper = make.approved_paper(author=trainer, approver=people["inspector"])
    running = make.started_attempt(candidate, of=paper, markers=[marker])
    script = submitted_script(candidate, of=paper, marker=marker)
    premark_attempt(actor=marker, attempt=script)
    told = submitted_script(candidate, of=paper, marker=marker)
    premark_attempt(actor=marker, attempt=told)
    _release(told, trainer)
    item, slot = {"pk": draft.pk}, paper.slots.first()
    return {
        "item": item,
        "document": {**item, "document_pk": draft.documents.first().pk},
        "key": {**item, "finding_pk": draft.key_findings.first().pk},
        "drafting": {"pk": drafting.pk},
        "criterion": {"pk": drafting.pk, "criterion_pk": drafting.criteria.first().pk},
        "paper": {"pk": paper.pk},
        "draft_paper": {"pk": _draft_paper(trainer).pk},
        "slot": {"pk": paper.pk, "slot_pk": slot.pk},
        "sitting": {"pk": running.sitting_id},
        "candidate": {"pk": running.sitting_id, "attempt_pk": running.pk},
        "attempt": {"pk": running.pk},
        "question": {"pk": running.pk, "number": 1},
        "answer": {"pk": running.pk, "slot": slot.pk, "field": "findings"},
        "handed_in": {"pk": script.pk},
        "marked_sitting": {"pk": script.sitting_id},
        "script": {"code": script.code},
        "planned": {"pk": _planned(paper).pk},
        "released_script": {"code": told.code},
        "result": {"pk": told.pk},
    }


def _draft_paper(trainer):
    return create_paper(actor=trainer, texts={"title": "试卷草稿", "instructions": ""})


def _planned(paper):
    now = timezone.now()
    values = {"title": "下周的测试", "opens_at": now + timedelta(days=7), "closes_at": now + timedelta(days=8)}
    return plan_sitting(actor=paper.author, paper=paper, values=values)


def _release(attempt, trainer):
    attempt.marking = MarkingState.RELEASED
    attempt.save(update_fields=["marking"])
    Result.objects.create(attempt=attempt, points=60, max_points=100, sha256="0" * 64, released_by=trainer)


def _lessons(people) -> dict[str, dict[str, Any]]:
    trainer = people["trainer"]
    lesson = LessonFactory(author=trainer, is_microclass=True, study_release__confirmed_by=people["inspector"])
    publish_microclass(actor=trainer, lesson_id=lesson.pk)
    waiting = EnrolmentFactory(lesson=lesson, person=people["prosecutor"].person)
    done = EnrolmentFactory(lesson=LessonFactory(author=trainer), person=people["prosecutor"].person, state="completed")
    return {
        "lesson": {"pk": lesson.pk},
        "lesson_page": {"lesson": lesson.pk},
        "lesson_id": {"lesson_id": lesson.pk},
        "enrolment": {"pk": waiting.pk},
        "completed": {"pk": done.pk},
    }

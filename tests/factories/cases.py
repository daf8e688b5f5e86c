"""Invented cases with evaluations and findings, and negative-list codes."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from casebank.models import Case, DefectType, Evaluation, Finding
from tests.factories.people import DepartmentFactory, PersonFactory


class DefectTypeFactory(DjangoModelFactory):
    class Meta:
        model = DefectType
        django_get_or_create = ("code",)

    code = "XS-ZJ-06"
    title = "证据瑕疵未补正、未说明即采信"
    business_line = "刑事检察"
    stage = "审查起诉"
    dimension = "证据采信"
    severity = "一般"
    verify_class = "law_text"


class CaseFactory(DjangoModelFactory):
    class Meta:
        model = Case

    handler = factory.SubFactory(PersonFactory)
    unit = factory.SelfAttribute("handler.unit")
    department = factory.LazyAttribute(lambda case: case.handler.department or DepartmentFactory(unit=case.unit))
    case_no = factory.Sequence(lambda number: f"云浦检刑诉〔2026〕{number + 1}号")
    business_line = "刑事检察"
    cause = "盗窃罪"
    accepted_on = date(2026, 3, 2)
    closed_on = date(2026, 4, 1)


class EvaluationFactory(DjangoModelFactory):
    class Meta:
        model = Evaluation

    case = factory.SubFactory(CaseFactory)
    kind = "常规抽查"
    evaluator_name = "黄丽"
    evaluated_on = date(2026, 4, 20)
    score = 86
    grade = "合格"
    raw_grade = "合格"


class FindingFactory(DjangoModelFactory):
    class Meta:
        model = Finding

    evaluation = factory.SubFactory(EvaluationFactory)
    order = factory.Sequence(lambda number: number + 1)
    text = "证据瑕疵未补正即采信"

    class Params:
        confirmed = factory.Trait(state="confirmed", defect=factory.SubFactory(DefectTypeFactory))

"""Invented lines of the performance record."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from casebank.models import PerformanceEntry
from tests.factories.cases import EvaluationFactory
from tests.factories.people import PersonFactory


class EntryFactory(DjangoModelFactory):
    """A line; traits ``evaluated``, ``defective`` (an evaluation or a confirmed defect of a case) and ``tested``."""

    class Meta:
        model = PerformanceEntry

    person = factory.SubFactory(PersonFactory)
    department = factory.SelfAttribute("person.department")
    kind = "lesson"
    source = "tests"
    source_key = factory.Sequence(str)
    occurred_on = date(2026, 10, 12)
    title = "卷宗装订规范"

    class Params:
        evaluated = factory.Trait(
            kind="evaluation",
            evaluation=factory.SubFactory(EvaluationFactory, case__handler=factory.SelfAttribute("...person")),
            title=factory.SelfAttribute("evaluation.case.case_no"),
            score=86,
            grade="合格",
            detail={"kind": "常规抽查"},
        )
        defective = factory.Trait(kind="finding", title="XS-ZJ-06 证据瑕疵未补正、未说明即采信", defect_code="XS-ZJ-06")
        tested = factory.Trait(kind="formal_sitting", title="证据审查测试", score=75, competency_code="CP-01")

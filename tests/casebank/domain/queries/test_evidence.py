from datetime import date

import pytest

from casebank.domain.queries.evidence import (
    CaseCountRow,
    CaseDefectRow,
    FormalScoreRow,
    HandledCaseRow,
    business_lines,
    case_counts,
    case_defects,
    formal_scores,
    handled_cases,
)
from casebank.models import Person
from tests.factories.cases import EvaluationFactory, FindingFactory
from tests.factories.people import PersonFactory
from tests.factories.performance import EntryFactory

pytestmark = pytest.mark.django_db
YEAR = date(2025, 11, 24), date(2026, 11, 23)


@pytest.fixture
def person():
    return PersonFactory()


@pytest.fixture
def people(person):
    return Person.objects.filter(pk=person.pk)


def test_cases_are_counted_by_month_and_line(person, people):
    for day in (date(2026, 10, 2), date(2026, 10, 30), date(2026, 11, 1)):
        EntryFactory(person=person, evaluated=True, occurred_on=day)
    EntryFactory(evaluated=True)

    assert sorted(case_counts(people, *YEAR, split=date(2026, 11, 1))) == [
        CaseCountRow(person.pk, "刑事检察", date(2026, 10, 30), 2),
        CaseCountRow(person.pk, "刑事检察", date(2026, 11, 1), 1),
    ]
    assert sorted(case_counts(people, *YEAR, split=date(2026, 10, 15))) == [
        CaseCountRow(person.pk, "刑事检察", date(2026, 10, 2), 1),
        CaseCountRow(person.pk, "刑事检察", date(2026, 10, 30), 1),
        CaseCountRow(person.pk, "刑事检察", date(2026, 11, 1), 1),
    ]


def test_defects_name_their_case_by_key_only(person, people):
    evaluated = EntryFactory(person=person, evaluated=True)
    EntryFactory(person=person, defective=True, evaluation=evaluated.evaluation)
    EntryFactory(person=person, defective=True)

    assert case_defects(people, *YEAR) == [
        CaseDefectRow(person.pk, "刑事检察", date(2026, 10, 12), evaluated.evaluation_id, "XS-ZJ-06")
    ]


def test_only_final_results_with_a_competency_are_evidence(person, people):
    EntryFactory(person=person, tested=True, source_key="7:CP-01")
    EntryFactory(person=person, tested=True, status="provisional")
    EntryFactory(person=person, tested=True, competency_code="")
    EntryFactory(person=person, tested=True, score=None)

    assert formal_scores(people, *YEAR) == [FormalScoreRow(person.pk, "CP-01", date(2026, 10, 12), 75.0, "7")]


def test_handled_cases_carry_their_confirmed_codes(person, people):
    evaluation = EvaluationFactory(case__handler=person)
    FindingFactory(evaluation=evaluation, confirmed=True)
    FindingFactory(evaluation=evaluation)
    EvaluationFactory(case__handler=person, case__business_line="民事检察")

    assert handled_cases(people, "刑事检察") == [
        HandledCaseRow(evaluation.pk, person.pk, date(2026, 4, 1), frozenset({"XS-ZJ-06"}))
    ]
    assert business_lines(people) == ["刑事检察", "民事检察"]

from datetime import date
from decimal import Decimal

import pytest

from casebank.domain.queries.performance import (
    RecordSummary,
    WeakCode,
    record_lines,
    record_summary,
    weak_codes,
    yearly_hours_rule,
)
from casebank.models import PerformanceRule
from tests.factories.cases import DefectTypeFactory
from tests.factories.people import PersonFactory
from tests.factories.performance import EntryFactory

pytestmark = pytest.mark.django_db
YEAR = date(2025, 11, 24), date(2026, 11, 23)


def test_a_corrected_line_shows_as_its_correction():
    old = EntryFactory(evaluated=True, score=70)
    new = EntryFactory(person=old.person, evaluation=old.evaluation, kind="evaluation", score=80, corrects=old)

    assert list(record_lines(old.person)) == [new]


def test_a_line_taken_back_is_gone_and_so_is_its_withdrawal():
    old = EntryFactory(defective=True)
    EntryFactory(person=old.person, defective=True, corrects=old, retracts=True)

    assert list(record_lines(old.person)) == []
    assert weak_codes(old.person, *YEAR) == []


def test_filters_by_kind_and_days():
    person = PersonFactory()
    EntryFactory(person=person, occurred_on=date(2026, 1, 5))
    wanted = EntryFactory(person=person, occurred_on=date(2026, 2, 1))
    EntryFactory(person=person, tested=True, occurred_on=date(2026, 2, 1))

    assert list(record_lines(person, "lesson", date(2026, 2, 1), date(2026, 2, 1))) == [wanted]


def test_summary_counts_each_kind_and_the_hours_of_the_calendar_year():
    person = PersonFactory()
    EntryFactory(person=person, evaluated=True, score=80)
    EntryFactory(person=person, evaluated=True, score=91)
    EntryFactory(person=person, defective=True)
    EntryFactory(person=person, tested=True, competency_code="")
    EntryFactory(person=person, tested=True, competency_code="CP-01")
    EntryFactory(person=person, tested=True, competency_code="CP-11")
    EntryFactory(person=person, hours=Decimal("1.5"))
    EntryFactory(person=person, hours=2, occurred_on=date(2025, 12, 1))
    EntryFactory(hours=5)

    assert record_summary(person, *YEAR) == RecordSummary(2, Decimal("85.5"), 1, 1, 2, Decimal("1.5"))


def test_a_summary_without_evaluations_has_no_mean():
    assert record_summary(PersonFactory(), *YEAR) == RecordSummary(0, None, 0, 0, 0, Decimal(0))


def test_weak_codes_by_frequency(django_assert_num_queries):
    DefectTypeFactory()
    person = PersonFactory()
    EntryFactory(person=person, defective=True, occurred_on=date(2026, 9, 1))
    EntryFactory(person=person, defective=True, occurred_on=date(2026, 3, 1))
    EntryFactory(person=person, defective=True, defect_code="TY-99")
    EntryFactory(person=person, defective=True, occurred_on=date(2020, 1, 1))

    with django_assert_num_queries(1):
        found = weak_codes(person, *YEAR)

    assert found == [
        WeakCode("XS-ZJ-06", "证据瑕疵未补正、未说明即采信", "一般", "刑事检察", 2, date(2026, 9, 1)),
        WeakCode("TY-99", "TY-99", "", "", 1, date(2026, 10, 12)),
    ]


def test_hours_asked_for_come_from_the_knowledge_list():
    PerformanceRule.objects.all().delete()
    assert yearly_hours_rule() == ""

    PerformanceRule.objects.create(code="PF-18", topic="年度培训学时", value="90学时")
    assert yearly_hours_rule() == "90学时"

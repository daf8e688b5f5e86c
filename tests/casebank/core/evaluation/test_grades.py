from datetime import date
from decimal import Decimal

import pytest

from casebank.core.evaluation.grades import Grade, GradeReading, Scheme, grade_of_score, read_grade

OLD = Scheme(
    "旧规定",
    date(2018, 1, 1),
    date(2026, 1, 31),
    (Grade("优质", 1), Grade("合格", 2), Grade("瑕疵", 3), Grade("不合格", 4)),
)
NEW = Scheme(
    "新规定",
    date(2026, 2, 1),
    None,
    (
        Grade("优质", 1, floor=Decimal(95)),
        Grade("合格", 2, floor=Decimal(75)),
        Grade("基本合格", 3, "瑕疵", Decimal(60)),
        Grade("不合格", 4, floor=Decimal(0)),
    ),
)
SCHEMES = (OLD, NEW)


@pytest.mark.parametrize("written", ["合格", "合格案件", "合格 ", " 合格案件", "合格（复核）"])
def test_grades_as_people_write_them(written):
    assert read_grade(written, date(2025, 5, 1), SCHEMES) == GradeReading("合格", "旧规定")


def test_the_scheme_of_the_day_counts():
    assert read_grade("瑕疵", date(2026, 1, 31), SCHEMES) == GradeReading("瑕疵", "旧规定")
    assert read_grade("基本合格", date(2026, 2, 1), SCHEMES) == GradeReading("基本合格", "新规定")


def test_the_former_name_is_stored_under_the_new_one_with_a_warning():
    reading = read_grade("瑕疵案件", date(2026, 2, 1), SCHEMES)

    assert reading == GradeReading("基本合格", "新规定", warning="old_grade_name_after_2026-02-01")


@pytest.mark.parametrize(
    ("written", "day", "reason"),
    [
        ("良好", date(2025, 5, 1), "unknown_grade"),
        ("基本合格", date(2025, 5, 1), "grade_not_in_force"),
        ("合格", date(2017, 5, 1), "no_scheme_in_force"),
        ("/", date(2025, 5, 1), "missing_grade"),
    ],
)
def test_why_there_is_no_grade(written, day, reason):
    assert read_grade(written, day, SCHEMES).reason == reason


@pytest.mark.parametrize(
    ("score", "grade"), [(100, "优质"), (95, "优质"), ("94.99", "合格"), (60, "基本合格"), (0, "不合格")]
)
def test_bands(score, grade):
    assert grade_of_score(Decimal(score), NEW) == grade


def test_without_configured_bands_nothing_is_expected():
    assert grade_of_score(Decimal(50), OLD) is None

from datetime import date, datetime

import pytest

from casebank.core.evaluation.case_numbers import canonical_case_no, case_kind
from casebank.core.evaluation.cells import is_void, plain, shown
from casebank.core.evaluation.dates import DateReading, read_date, read_month
from casebank.core.evaluation.scores import read_score


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (84.0, "84"),
        (84.7, "84.7"),
        (datetime(2025, 1, 16), "2025-01-16"),
        (" a ", " a "),
    ],
)
def test_a_cell_is_shown_as_a_person_sees_it(value, text):
    assert shown(value) == text


@pytest.mark.parametrize("value", [None, "", " ", "/", "／", "无", "—", "-", float("nan")])
def test_marks_without_meaning_are_void(value):
    assert is_void(value)


@pytest.mark.parametrize("value", ["0", 0, "无罪", "合格"])
def test_content_is_not_void(value):
    assert not is_void(value)


def test_full_width_forms_are_folded():
    assert plain("８４．５　分") == "84.5 分"


@pytest.mark.parametrize(
    "value",
    [
        "青河检刑诉〔2025〕17号",
        "青河检刑诉（2025）17 号",
        "青河检刑诉[２０２５]１７号",
        " 青河检刑诉【2025】017号 ",
        "青河检刑诉〔２０２５〕第17号",
    ],
)
def test_one_spelling_for_every_way_to_type_a_case_number(value):
    assert canonical_case_no(value) == "青河检刑诉〔2025〕17号"


@pytest.mark.parametrize("value", [None, "待补", "2025-17", "青河检刑诉17号", "〔2025〕17号", "青河检刑诉〔25〕17号"])
def test_what_is_not_a_case_number_is_told_so(value):
    assert canonical_case_no(value) is None


@pytest.mark.parametrize(("number", "kind"), [("青河检刑不诉〔2025〕1号", "刑不诉"), ("青河检公益〔2025〕2号", "公益")])
def test_the_letters_of_a_case_number_name_its_kind(number, kind):
    assert case_kind(number) == kind


@pytest.mark.parametrize(
    "value",
    [
        datetime(2025, 3, 7),
        date(2025, 3, 7),
        "2025.3.7",
        "2025年3月7日",
        "20250307",
        20250307,
        20250307.0,
        "2025/3/7",
        "2025-03-07",
        "２０２５.３.７",
        " 2025 年 3 月 7 日 ",
        "2025-03-07 00:00:00",
        45723,
        "45723",
    ],
)
def test_dates_in_every_form(value):
    assert read_date(value) == DateReading(date(2025, 3, 7))


@pytest.mark.parametrize("value", ["2025.2.30", "2025年13月5日", "2026.4.31", "20250631", "2025/2/29"])
def test_days_that_never_were(value):
    assert read_date(value) == DateReading(reason="impossible_date")


@pytest.mark.parametrize("value", ["收到通知后15日内", "立行立改", "25.3.7", 12, "三月七日"])
def test_text_is_no_date(value):
    assert read_date(value) == DateReading(reason="unreadable_date")


@pytest.mark.parametrize("value", [None, "", "/", float("nan")])
def test_no_date_is_no_error(value):
    assert read_date(value) == DateReading()


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2019年7月", date(2019, 7, 1), "month"),
        ("2008.09", date(2008, 9, 1), "month"),
        (2018.1, date(2018, 10, 1), "month"),
        (datetime(2014, 8, 15), date(2014, 8, 15), "day"),
        ("2014.8.15", date(2014, 8, 15), "day"),
    ],
)
def test_year_and_month_alone(value, day, precision):
    assert read_month(value) == DateReading(day, "", precision)


@pytest.mark.parametrize("value", [89, 89.0, "89", "８９", "89分", "89.00 分"])
def test_scores_in_every_form(value):
    assert str(read_score(value).value) == "89.00"


@pytest.mark.parametrize(
    ("value", "reason"),
    [(1005, "score_out_of_range"), (-3, "score_out_of_range"), (100.5, "score_out_of_range"), ("", "missing_score"),
     ("八十九", "score_not_a_number"), ("89/90", "score_not_a_number"), ("1e2", "score_not_a_number")],
)  # fmt: skip
def test_scores_that_are_none(value, reason):
    assert read_score(value).reason == reason

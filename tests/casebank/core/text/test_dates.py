"""Dates, in three kinds of zero and carried over."""

from casebank.core.text.dates import find_dates
from casebank.core.text.normalise import normalise


def iso(text):
    return [one.iso for one in find_dates(normalise(text).text)]


def test_written_forms_are_one_date():
    assert iso("2021年3月4日 二〇二一年三月四日 二○二一年三月四日 2021-3-4") == ["2021-03-04"] * 4


def test_dates_carry_over():
    assert iso("2021年12月31日到案，次日拘留，同年5月6日，当日") == [
        "2021-12-31",
        "2022-01-01",
        "2022-05-06",
        "2022-05-06",
    ]


def test_precision_is_kept():
    assert iso("2021年5月间，2020年底") == ["2021-05", "2020"]


def test_without_an_anchor_nothing_is_guessed():
    assert iso("次日，同年5月6日") == []


def test_impossible_days_are_left_out():
    assert iso("2021年2月30日") == []


def test_carried_dates_are_marked():
    first, second = find_dates("2021年3月4日,同月5日")

    assert (first.carried, second.carried) == (False, True)

"""Numerals as legal writing has them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebank.core.text.numerals import parse_numeral

EXAMPLES = [
    ("二百六十四", 264),
    ("一百零五", 105),
    ("一千零五十", 1050),
    ("三万零五", 30005),
    ("两万三", 23000),
    ("八千六", 8600),
    ("百二", 120),
    ("十", 10),
    ("廿三", 23),
    ("卅", 30),
    ("二〇二四", 2024),
    ("二○一二", 2012),
    ("壹仟贰佰", 1200),
    ("1.2万", 12000),
    ("8,600.00", 8600),
    ("1亿2千万", 120_000_000),
    ("三亿零五万", 300_050_000),
    ("0", 0),
]


@pytest.mark.parametrize(("text", "value"), EXAMPLES)
def test_values(text, value):
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "元", "几十", "a3", "第一"])
def test_what_is_no_numeral_has_no_value(text):
    assert parse_numeral(text) is None


def written(value: int) -> str:
    """Plain Chinese numeral below ten thousand, as the law numbers its articles."""
    digits, result, pending = "零一二三四五六七八九", "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        figure, value = divmod(value, unit)
        if figure:
            result += ("零" if pending and result else "") + digits[figure] + sign
            pending = False
        else:
            pending = True
    return result


@given(st.integers(min_value=1, max_value=9999))
def test_every_article_number_is_read_back(value):
    assert parse_numeral(written(value)) == value

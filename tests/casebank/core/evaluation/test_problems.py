import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebank.core.evaluation.problems import read_codes, split_problems


@pytest.mark.parametrize(
    "text",
    ["甲缺失；乙错误", "甲缺失;乙错误;", "1.甲缺失。2.乙错误。", "（1）甲缺失；（2）乙错误；", "1、甲缺失\n2、乙错误", "①甲缺失②乙错误",
     "一、甲缺失\r\n二、乙错误", "(1)甲缺失 (2)乙错误"],
)  # fmt: skip
def test_every_way_to_list_defects(text):
    assert split_problems(text) == ("甲缺失", "乙错误")


@pytest.mark.parametrize(
    "text",
    [None, "", "无", "/", "未发现问题", "未发现明显问题。", "经评查，未发现问题", "没有发现问题", "不存在问题", "；；"],
)
def test_nothing_found(text):
    assert split_problems(text) == ()


@pytest.mark.parametrize(
    "text",
    ["案卡填录错误、漏填、逻辑矛盾", "到案经过表述含糊，影响自首认定", "3.5万元金额前后不一致", "2025.3.7笔录缺签名"],
)
def test_one_sentence_stays_whole(text):
    assert split_problems(text) == (text,)


@given(st.text(max_size=300))
def test_any_text_is_split_into_parts_of_it(text):
    for part in split_problems(text):
        assert part and part in text.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "text", ["XS-QS-10,TY-05", "XS-QS-10、TY-05", "XS-QS-10；TY-05", "XS-QS-10 TY-05", "xs－qs—10；ty-05;TY-05"]
)
def test_stated_codes(text):
    assert read_codes(text) == ("XS-QS-10", "TY-05")


def test_no_codes():
    assert read_codes("见附件") == ()

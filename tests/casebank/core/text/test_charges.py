"""Charges, selective ones in any subset."""

import pytest

from casebank.core.text.charges import family_of, find_charges

EXAMPLES = [
    ("构成诈骗罪", ["诈骗"]),
    ("不是抢夺,应定盗窃", ["抢夺", "盗窃"]),
    ("盗窃罪、诈骗罪", ["盗窃", "诈骗"]),
    ("犯运输毒品罪", ["走私、贩卖、运输、制造毒品"]),
    ("犯贩卖、制造毒品罪", ["走私、贩卖、运输、制造毒品"]),
    ("构成掩饰、隐瞒犯罪所得罪", ["掩饰、隐瞒犯罪所得"]),
    ("涉嫌伪造公司印章罪", ["伪造公司、企业、事业单位、人民团体印章"]),
    ("帮信罪", ["帮助信息网络犯罪活动"]),
    ("犯罪嫌疑人有罪供述", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_examples(text, expected):
    assert [one.family for one in find_charges(text)] == expected


def test_an_unknown_charge_stands_for_itself():
    assert family_of("某种尚未列入的行为") == "某种尚未列入的行为"


def test_charges_do_not_overlap():
    found = find_charges("构成走私、贩卖毒品罪,并构成非法持有毒品罪")

    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert len(found) == 2

import pytest

from casebank.core.evaluation.suggest import Circumstances, Code, Suggestion, SuggestionIndex, is_sure, share_out

CODES = [
    Code("TY-01", "案卡填录错误、漏填、逻辑矛盾", "通用", "各环节", "案卡与文书字段交叉校验"),
    Code("TY-05", "卷宗缺页、缺签名、缺送达回证", "通用", "归档", "卷宗目录比对"),
    Code("XS-ZB-06", "不批准逮捕未说明理由", "刑事检察", "审查逮捕", "是否有不捕理由说明书"),
    Code("XS-WS-09", "错别字、日期金额前后不一致", "刑事检察", "各环节", "数字日期一致性"),
    Code("MS-06", "不支持监督申请决定书说理不足", "民事检察", "生效裁判监督", "逐项回应检查"),
]
CRIMINAL = Circumstances("刑事检察", "刑诉")
INDEX = SuggestionIndex(CODES)


def test_the_title_itself():
    best = INDEX.suggest("案卡填录错误、漏填、逻辑矛盾。", CRIMINAL)[0]

    assert (best.code, best.reason) == ("TY-01", "same_as_title")
    assert best.score == 0.99


def test_abbreviations_are_understood_and_the_words_are_told():
    best = INDEX.suggest("不捕案件缺理由说明", CRIMINAL)[0]

    assert (best.code, best.reason) == ("XS-ZB-06", "shared_words")
    assert "不批准逮捕" in best.matched


def test_codes_of_another_business_line_are_not_proposed():
    assert [one.code for one in INDEX.suggest("不支持监督决定说理不足", CRIMINAL)] == []
    assert INDEX.suggest("不支持监督决定说理不足", Circumstances("民事检察"))[0].code == "MS-06"


def test_a_stated_code_wins():
    best = INDEX.suggest("金额前后不一致", CRIMINAL, stated=("TY-01",))[0]

    assert best == Suggestion("TY-01", 1.0, "stated_code")


def test_examples_teach():
    text = "附件装订颠倒"
    taught = SuggestionIndex(CODES, {"附件装订颠倒": {"TY-05": 3, "TY-01": 1}})

    assert INDEX.suggest(text, CRIMINAL) == ()
    assert [(one.code, one.reason) for one in taught.suggest(text, CRIMINAL)] == [
        ("TY-05", "same_as_example"), ("TY-01", "same_as_example"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "。", "！！！", "天", "xyz"])
def test_nothing_to_go_by(text):
    assert INDEX.suggest(text, CRIMINAL) == ()


def test_only_clear_cases_are_sure():
    assert is_sure([Suggestion("TY-01", 0.7, "shared_words"), Suggestion("TY-05", 0.3, "shared_words")])
    assert not is_sure([Suggestion("TY-01", 0.7, "shared_words"), Suggestion("TY-05", 0.65, "shared_words")])
    assert not is_sure([])


def test_stated_codes_are_shared_out():
    problems = ("卷宗缺页", "案卡漏填")

    assert share_out(INDEX, problems, ("TY-05", "TY-01"), CRIMINAL) == (("TY-05",), ("TY-01",))
    assert share_out(INDEX, problems, ("TY-01", "TY-05"), CRIMINAL) == (("TY-05",), ("TY-01",))
    assert share_out(INDEX, problems, ("TY-01",), CRIMINAL) == ((), ("TY-01",))
    assert share_out(INDEX, ("随便",), ("TY-01", "TY-05"), CRIMINAL) == (("TY-01", "TY-05"),)
    assert share_out(INDEX, problems, (), CRIMINAL) == ((), ())

"""Eleven kinds of difference between a judgment and its draft, on one invented judgment."""

import pytest

from assessments.core.grading.documents import compare_documents

JUDGMENT = (
    "东岭县人民法院 刑事判决书 公诉机关东岭县人民检察院。被告人赵立夏，男，1990年4月5日出生。被告人钱某某，女，1992年6月7日出生。"
    "经审理查明，2021年3月8日，被告人赵立夏、钱某某在商场内窃得手机一部，价值四千元。2021年3月9日，二人被抓获。"
    "上述事实，被告人赵立夏、钱某某在开庭审理过程中亦无异议，且有被害人陈述、证人证言、价格认定书、监控视频等证据证实，足以认定。"
    "本院认为，被告人赵立夏、钱某某以非法占有为目的，秘密窃取他人财物，数额较大，其行为均已构成盗窃罪。赵立夏如实供述，依法可以从轻处罚。"
    "依照《中华人民共和国刑法》第二百六十四条、第二十五条第一款、第六十七条第三款、第五十二条、第五十三条的规定，判决如下："
    "一、被告人赵立夏犯盗窃罪，判处有期徒刑六个月，并处罚金人民币二千元；二、被告人钱某某犯盗窃罪，判处拘役四个月，并处罚金一千元。"
    "如不服本判决，可在接到判决书的第二日起十日内，向上级人民法院提出上诉。审判长孙某 二〇二一年六月一日"
)
CHANGES = {
    "drop_article": ("、第五十三条", ""),
    "wrong_article": ("第五十二条", "第五十四条"),
    "wrong_charge": ("钱某某犯盗窃罪", "钱某某犯诈骗罪"),
    "wrong_term": ("拘役四个月", "拘役五个月"),
    "wrong_fine": ("罚金人民币二千元", "罚金人民币三千元"),
    "negate": ("均已构成盗窃罪", "均不构成盗窃罪"),
    "wrong_name": ("一、被告人赵立夏犯", "一、被告人周立夏犯"),
    "wrong_date": ("2021年3月9日", "2020年3月9日"),
}
OMISSIONS = {
    "drop_section_evidence": ("上述事实", "本院认为"),
    "drop_section_reason": ("本院认为", "依照"),
    "drop_appeal": ("如不服本判决", None),
}


def kinds(draft):
    return [one.kind for one in compare_documents(JUDGMENT, draft)]


@pytest.mark.parametrize("kind", CHANGES)
def test_a_change_is_found_at_its_place(kind):
    old, new = CHANGES[kind]
    draft = JUDGMENT.replace(old, new, 1)

    (defect,) = compare_documents(JUDGMENT, draft)

    assert defect.kind == kind
    if new:
        at = draft.index(new)
        assert at <= defect.start < defect.end <= at + len(new)


@pytest.mark.parametrize("kind", OMISSIONS)
def test_an_omission_is_found_and_nothing_else(kind):
    first, last = OMISSIONS[kind]
    start = JUDGMENT.index(first)
    draft = JUDGMENT[:start] + (JUDGMENT[JUDGMENT.index(last) :] if last else "")

    (defect,) = compare_documents(JUDGMENT, draft)

    assert (defect.kind, defect.start, defect.end) == (kind, None, None)


def test_several_defects_are_all_found():
    draft = JUDGMENT
    for kind in ("wrong_date", "negate", "wrong_term", "wrong_article"):
        draft = draft.replace(*CHANGES[kind], 1)

    assert sorted(kinds(draft)) == ["negate", "wrong_article", "wrong_date", "wrong_term"]


def test_an_article_replaced_by_one_already_listed_is_a_wrong_article():
    assert kinds(JUDGMENT.replace("第五十二条", "第五十三条", 1)) == ["wrong_article"]


HARMLESS = {
    "nothing": JUDGMENT,
    "traditional": JUDGMENT.replace("经审理查明", "經審理查明")
    .replace("证据证实", "證據證實")
    .replace("构成盗窃罪", "構成盜竊罪"),
    "arabic": JUDGMENT.replace("第二百六十四条", "第264条").replace("第五十二条", "第52条"),
    "full width": JUDGMENT.translate({ord("0") + d: ord("０") + d for d in range(10)}),
    "order": JUDGMENT.replace("第五十二条、第五十三条", "第五十三条、第五十二条"),
    "synonyms": JUDGMENT.replace("依照", "根据").replace("的规定", "之规定"),
    "short law": JUDGMENT.replace("《中华人民共和国刑法》", "《刑法》"),
    "annex": JUDGMENT + "附：相关法律条文《中华人民共和国刑法》第二百六十四条盗窃公私财物……",
    "blanks": JUDGMENT.replace("。", "。 \n"),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_rewriting_is_no_defect(name):
    assert kinds(HARMLESS[name]) == []


def test_texts_that_are_no_judgments_do_not_break_it():
    assert compare_documents("", "") == ()
    assert compare_documents(JUDGMENT, "")[0].kind == "drop_section_reason"


def test_another_paragraph_of_the_same_article_is_no_other_article():
    assert kinds(JUDGMENT.replace("第六十七条第三款", "第六十七条第一款", 1)) == []


def test_a_surname_that_is_also_a_function_word_is_a_name():
    reference = JUDGMENT.replace("赵立夏", "于立其")

    (defect,) = compare_documents(reference, reference.replace("一、被告人于立其", "一、被告人周立其", 1))

    assert (defect.kind, defect.detail) == ("wrong_name", "于立其→周立其")


def test_witnesses_named_elsewhere_do_not_hide_a_missing_evidence_sentence():
    listed = "被害人陈述、证人证言、价格认定书、监控视频等证据证实"
    reference = JUDGMENT.replace("二人被抓获。", f"二人被抓获。案卷中有{listed}的内容。")
    start, end = reference.index("上述事实"), reference.index("本院认为")

    (defect,) = compare_documents(reference, reference[:start] + reference[end:])

    assert defect.kind == "drop_section_evidence"

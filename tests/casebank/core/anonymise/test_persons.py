"""Names by role, table, neighbourhood and alias. All people are invented."""

import pytest

from casebank.core.anonymise import anonymise

FOUND = [
    ("被告人兰立新在吴忠市被抓获。", "兰立新"),
    ("被告人兰新在家中被抓获。", "兰新"),
    ("证人虎小燕、慕容雪的证言", "慕容雪"),
    ("承办人：仇英达", "仇英达"),
    ("承办人 仇 英 达", "仇 英 达"),
    ("签名：兰　立新    记录人：虎燕", "兰　立新"),
    ("后兰立新伙同虎大鹏离开。", "虎大鹏"),
    ("赃物卖给虎大鹏，得款二百元。", "虎大鹏"),
    ("（绰号“铁锤”）", "铁锤"),
    ("被告人兰立新，曾用名兰卫东，男", "兰卫东"),
    ("证人阿依努尔·买买提的证言", "阿依努尔·买买提"),
    ("证人阿依努尔•买买提因故未到庭", "阿依努尔•买买提"),
    ("收款人Lan Lixin", "Lan Lixin"),
    ("外籍证人MARIA CLARA SANTOS，", "MARIA CLARA SANTOS"),
    ("翻译Đặng Thị Lan到场", "Đặng Thị Lan"),
    ("答：兰立新是我表姐。", "兰立新"),
    ("被害人兰\n立新陈述", "兰\n立新"),
    ("翻译人员其其格玛在场", "其其格玛"),
]


@pytest.mark.parametrize(("text", "name"), FOUND)
def test_name_is_hidden_whole(text, name):
    result = anonymise(text)

    start = text.index(name)
    assert any(s.start <= start and s.end >= start + len(name) and s.type in {"PERSON", "ALIAS"} for s in result.spans)


@pytest.mark.parametrize(
    "text",
    [
        "被告人在家中被抓获。", "被害人陈述、证人证言、鉴定意见均已质证。", "被告人及其辩护人提出异议。", "经审理查明，上述事实清楚。", "证人出庭作证。",
        "黄金、白银、钱款均已追回。", "被告人王在逃。", "经依法审查查明：事实如下。", "应当从轻处罚，但是可以适用缓刑。",
    ],
)  # fmt: skip
def test_words_are_not_names(text):
    assert [span.text for span in anonymise(text).spans if span.type == "PERSON"] == []


def test_column_under_a_header_holds_names():
    text = "序号\t姓名\t金额\n1\t兰立新\t20元\n2\t虎大鹏\t30元\n"

    result = anonymise(text)

    assert [s.text for s in result.spans] == ["兰立新", "虎大鹏"]


def test_column_without_a_header_is_seen_by_its_cells():
    text = "1 | 兰立新 | 已还\n2 | 虎大鹏 | 未还\n3 | 马晓燕 | 未还\n"

    result = anonymise(text)

    assert [s.text for s in result.spans] == ["兰立新", "虎大鹏", "马晓燕"]


def test_every_later_mention_is_hidden_too():
    text = "被告人兰立新供述。兰立新还说，立新是其小名，老兰是别人的叫法，兰科长不认识。"

    result = anonymise(text)

    assert "立新" not in result.text
    assert "老兰" not in result.text
    assert "兰科长" not in result.text


def test_a_given_name_that_is_a_word_is_a_doubt_and_stays():
    text = "被告人兰建国供述，建国以来，当地一直如此。"

    result = anonymise(text)

    assert "建国以来" in result.text
    assert [d.text for d in result.doubts if d.reason == "given name that is a word"] == ["建国"]


def test_a_short_form_of_two_persons_is_hidden_and_doubtful():
    text = "被告人张立新、张大鹏到案。张总称不知情。"

    result = anonymise(text)

    assert [(d.text, d.hidden) for d in result.doubts if d.reason == "fits several persons"] == [("张总", True)]
    assert result.text.endswith("张某总称不知情。")

"""Statute citations with their traps."""

import pytest

from casebank.core.text.citations import canonical_law, find_citations
from casebank.core.text.normalise import normalise


def read(text):
    return [(c.law, *c.in_full) for c in find_citations(normalise(text).text)]


EXAMPLES = [
    ("《中华人民共和国刑法》第二百六十四条", [("刑法", 264, 0, (), ())]),
    ("刑诉法118条", [("刑事诉讼法", 118, 0, (), ())]),
    ("刑法二百七十一条第一款", [("刑法", 271, 0, (1,), ())]),
    ("刑法第一百三十三条之一第一款第（二）项", [("刑法", 133, 1, (1,), (2,))]),
    ("刑法第六十五条第一、三款", [("刑法", 65, 0, (1, 3), ())]),
    ("刑法第五十二条、第五十三条", [("刑法", 52, 0, (), ()), ("刑法", 53, 0, (), ())]),
    ("《关于办理案件的解释》第四条", [("关于办理案件的解释", 4, 0, (), ())]),
    ("刑法第六十七条。第七十二条", [("刑法", 67, 0, (), ()), ("", 72, 0, (), ())]),
    ("高检规则第226条，刑法第20条", [("人民检察院刑事诉讼规则", 226, 0, (), ()), ("刑法", 20, 0, (), ())]),
    ("讯问时不得少于二人", []),
    ("附有三条线索", []),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_examples(text, expected):
    assert read(text) == expected


def test_a_law_name_inside_book_marks_is_one_law():
    text = "《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第九十八条"

    assert read(text) == [("刑事诉讼法解释", 98, 0, (), ())]


def test_the_law_of_a_list_is_the_one_named_last():
    found = read("依照《中华人民共和国刑法》第三百条、《中华人民共和国刑事诉讼法》第十五条、第十六条")

    assert [law for law, *_ in found] == ["刑法", "刑事诉讼法", "刑事诉讼法"]


def test_offsets_name_the_words():
    text = "依据刑法第二百条定罪"
    (citation,) = find_citations(text)

    assert text[citation.start : citation.end] == citation.text == "第二百条"


def test_names_are_made_canonical():
    assert canonical_law("《中华人民共和国刑法（2020年修正）》") == "刑法"
    assert canonical_law("刑诉法") == "刑事诉讼法"

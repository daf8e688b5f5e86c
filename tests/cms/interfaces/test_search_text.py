"""Text and queries as words."""

import pytest

from cms.interfaces.search.text import indexed, phrases


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("退回补充侦查", "退 回 补 充 侦 查"),
        ("刑事诉讼法(2018)第282条", "刑 事 诉 讼 法 2018 第 282 条"),
        ("XS-ZJ-06", "xs zj 06"),
        ("证据。采信", "证 据 zzbrk 采 信"),
        ("㐀𠮷〇", "㐀 𠮷 〇"),
        ("ABC全角123", "abc 全 角 123"),
        ("", ""),
    ],
)
def test_each_han_character_is_a_word(text, words):
    assert indexed(text) == words


def test_indexing_twice_changes_nothing():
    once = indexed("超过法定期限。XS-ZB-01")

    assert indexed(once) == once


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("补充侦查 提纲", ["补 充 侦 查", "提 纲"]),
        ('"引号" OR *', ["引 号", "or"]),
        ("  ,。!  ", []),
        ("刑诉法 第282条", ["刑 诉 法", "第 282 条"]),
        ("认罪。认罚", ["认 罪 认 罚"]),
    ],
)
def test_each_term_of_a_query_is_a_phrase(query, expected):
    assert phrases(query) == expected


def test_a_very_long_query_is_cut():
    assert len(phrases("字 " * 500)) == 12
    assert len(phrases("字" * 5000)[0].split()) == 200

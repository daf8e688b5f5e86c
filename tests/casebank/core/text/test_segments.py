"""Sentences, clauses and numbering."""

from casebank.core.text.segments import clauses, sentences


def test_numbering_is_not_part_of_the_sentence():
    text = "一、程序违法。\n(二)来源不明;3.应当补正"

    assert [part.text for part in sentences(text)] == ["程序违法", "来源不明", "应当补正"]


def test_decimal_numbers_are_no_labels():
    assert [part.text for part in sentences("1.5万元是赃款")] == ["1.5万元是赃款"]


def test_offsets_name_the_words():
    text = "甲。 乙 。"

    assert [text[part.start : part.end] for part in sentences(text)] == ["甲", "乙"]


def test_clauses_split_at_commas():
    assert [part.text for part in clauses("甲,乙;丙")] == ["甲", "乙", "丙"]

"""What the gate finds in texts that were meant to be clean."""

import pytest

from casebank.core.anonymise import Known, anonymise
from casebank.core.anonymise.leaks import Leak, find_leaks

KNOWN = [Known("欧阳志鹏", "PERSON"), Known("云浦检刑诉〔2026〕1号", "CASE_NO"), "兴旺烟酒店"]


@pytest.mark.parametrize(
    ("text", "leaks"),
    [
        ("某甲到案。", []),
        ("欧阳志鹏到案。", [Leak("facts", "欧阳志鹏", 0, "record")]),
        ("被告人欧阳 志\n鹏到案。", [Leak("facts", "欧阳 志\n鹏", 3, "record")]),
        ("志鹏到案。", [Leak("facts", "志鹏", 0, "variant")]),
        ("以云浦检刑诉(2026)1号起诉。", [Leak("facts", "云浦检刑诉(2026)1号", 1, "record")]),
        ("兴旺烟酒店内", [Leak("facts", "兴旺烟酒店", 0, "record")]),
        ("电话13812345678。", [Leak("facts", "13812345678", 2, "PHONE")]),
        ("×检刑诉〔20××〕×号,［手机号］,承办检察官甲", []),
        ("法发〔2021〕21号", []),
    ],
)
def test_strings_of_the_record_and_numbers_of_persons(text, leaks):
    assert list(find_leaks({"facts": text}, KNOWN)) == leaks


def test_each_field_is_named():
    found = find_leaks({"title": "欧阳志鹏案", "facts": "无", "rule": "欧阳志鹏"}, KNOWN)

    assert [leak.field for leak in found] == ["title", "rule"]


def test_given_names_that_are_words_are_left_to_people():
    assert find_leaks({"facts": "建国以来"}, [Known("张建国", "PERSON")]) == ()


def test_a_masked_text_is_clean():
    text = "欧阳志鹏(电话13812345678)在兴旺烟酒店,志鹏供述见云浦检刑诉〔2026〕1号。"

    masked = anonymise(text, known=KNOWN).text

    assert find_leaks({"facts": masked}, KNOWN) == ()
    assert find_leaks({"facts": text}, KNOWN)

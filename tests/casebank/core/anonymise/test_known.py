"""Record strings: none is left, however it is written."""

import pytest

from casebank.core.anonymise import Known, anonymise
from casebank.core.anonymise.known import guess_type
from casebank.core.anonymise.matching import digits


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("兰立新", "兰 立 新到场"),
        ("兰立新", "兰\u200b立新到场"),
        ("兰立新", "兰\n立新到场"),
        ("（2024）宁0302刑初118号", "(2024)宁0302刑初118号"),
        ("(2024)宁0302刑初118号", "〔2024〕宁0302刑初118号"),
        ("阿依努尔·买买提", "阿依努尔买买提到场"),
        ("阿依努尔买买提", "阿依努尔•买买提到场"),
        ("Lan Lixin", "LANLIXIN到场"),
        ("17799001122", "幺七七九九零零幺幺二二"),
        ("17799001122", "１７７-９９００-１１２２"),
        ("640302199102304417", "64O3O2l99102304417"),
        ("Café Orchidée", "CAFE ORCHIDÉE到场"),
    ],
)
def test_known_string_is_hidden_in_other_spellings(known, text):
    result = anonymise(text, known=[known])

    assert digits(known) not in digits(result.text)
    assert result.spans[0].start <= 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("兰立新", "PERSON"),
        ("阿依努尔·买买提", "PERSON"),
        ("Lan Lixin", "PERSON"),
        ("640302199102304417", "ID_NUMBER"),
        ("17799001122", "PHONE"),
        ("（2024）宁0302刑初118号", "CASE_NO"),
        ("宁夏兰花商贸有限公司", "ORG"),
        ("吴忠市利通区朝阳西街88号", "ADDRESS"),
    ],
)
def test_type_is_guessed_from_the_form(text, kind):
    assert guess_type(text) == kind


def test_given_type_and_role_are_kept():
    result = anonymise("石榴在场。", known=[Known("石榴", type="ALIAS")])

    assert [(s.type, s.layer) for s in result.spans] == [("ALIAS", "known")]


def test_a_known_string_inside_a_date_takes_the_date_with_it():
    result = anonymise("2024年3月9日", known=["2024年3月"])

    assert "2024年3月" not in result.text


def test_a_label_never_spells_a_known_string():
    result = anonymise("被告人张立新到案。张某不在。", known=["张立新", "张某"])

    assert "张某" not in result.text


def test_single_characters_cannot_be_looked_for():
    assert anonymise("今天很好。", known=["很", "", " "]).text == "今天很好。"

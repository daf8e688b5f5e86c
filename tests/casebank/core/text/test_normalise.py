"""The normal form folds writing habits and keeps every offset."""

from hypothesis import given
from hypothesis import strategies as st

from casebank.core.text.normalise import has_markup, normalise, simplify


def test_traditional_fullwidth_markup_and_hidden_characters_vanish():
    text = "<b>訊問</b>　筆錄\u200b１２"

    assert normalise(text).text == "讯问笔录12"


def test_offsets_lead_back_to_the_original():
    text = "甲　<i>應當</i> 補正"
    folded = normalise(text)
    at = folded.text.index("补正")

    start, end = folded.original_span(at, at + 2)

    assert text[start:end] == "補正"


def test_scripts_go_with_their_content():
    assert normalise("前<script>alert('x')</script>后").text == "前后"


def test_lines_can_be_kept():
    assert normalise("一 行\n二 行", keep_lines=True).text == "一行\n二行"


def test_markup_is_noticed_but_comparisons_are_not():
    assert has_markup("<b>x</b>")
    assert not has_markup("数额<3000元且>100元")


@given(st.text(max_size=80))
def test_the_normal_form_is_stable_and_its_map_is_complete(text):
    folded = normalise(text)

    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)


@given(st.text(max_size=60))
def test_simplifying_keeps_the_length(text):
    assert len(simplify(text)) == len(text)

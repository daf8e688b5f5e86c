"""Cutting texts at marks and writing what is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebank.core.masking import Mark, Piece, find_all, mask, pieces, uncovered


def test_marks_are_replaced_and_the_rest_stays():
    marks = [Mark(4, 7, "张某"), Mark(0, 3, "被告")]

    assert mask("被告人称张建国在场", marks) == "被告称张某在场"


def test_a_mark_inside_another_is_left_out():
    outer, inner = Mark(0, 4, "A"), Mark(1, 2, "B")

    assert pieces("一二三四五", [inner, outer]) == [Piece("一二三四", outer), Piece("五")]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6))
def test_pieces_add_up_to_the_text(text, places):
    marks = [Mark(start, min(end, len(text))) for start, end in places]

    assert "".join(piece.text for piece in pieces(text, marks)) == text


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("张建国与张建国", "张建国", [(0, 3), (4, 7)]),
        ("张 建\n国", "张建国", [(0, 5)]),
        ("电话１３８", "138", [(2, 5)]),
        ("无", "有", []),
        ("无", "  ", []),
    ],
)
def test_words_are_found_in_any_spelling(text, words, places):
    assert find_all(text, words) == places


@pytest.mark.parametrize(
    ("taken", "free"),
    [([], [(2, 8)]), ([(0, 4)], [(4, 8)]), ([(3, 5)], [(2, 3), (5, 8)]), ([(0, 9)], []), ([(8, 9)], [(2, 8)])],
)
def test_what_other_ranges_leave(taken, free):
    assert uncovered(2, 8, taken) == free

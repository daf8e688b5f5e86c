from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from assessments.core.casefile import Passage, Place, carry_ids, locate, split_paragraphs

LINES = st.lists(st.text(alphabet="甲乙丙丁𠮷ab ", min_size=1).filter(str.strip), max_size=8)


def ids():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def test_lines_become_paragraphs_without_indentation_and_blank_lines():
    assert split_paragraphs("　　第一段\r\n\r\n \u200b第二段\x00 \n") == ("第一段", "第二段")


def test_unchanged_and_rewritten_paragraphs_keep_their_ids():
    old = [Passage("p1", "甲"), Passage("p2", "乙"), Passage("p3", "丙")]

    new = carry_ids(old, ["甲", "乙改", "新", "丙"], ids())

    assert new == (Passage("p1", "甲"), Passage("p2", "乙改"), Passage("n1", "新"), Passage("p3", "丙"))


def test_positions_count_code_points_beyond_the_basic_plane():
    assert locate("证", [Passage("p1", "𠮷𠮷证据证")]) == (Place("p1", 2, 3), Place("p1", 4, 5))


def test_blank_words_are_nowhere():
    assert locate("  ", [Passage("p1", "甲")]) == ()


@given(LINES, LINES)
def test_ids_stay_unique_and_texts_are_the_new_ones(before, after):
    make = ids()
    old = carry_ids([], before, make)

    new = carry_ids(old, after, make)

    assert [one.text for one in new] == after
    assert len({one.pid for one in new}) == len(after)


@given(st.text(min_size=1, max_size=30).filter(str.strip), st.data())
def test_what_is_cut_out_is_found_again(text, data):
    paragraph = "".join(split_paragraphs(text))
    if not paragraph:
        return
    start = data.draw(st.integers(0, len(paragraph) - 1))
    words = paragraph[start : data.draw(st.integers(start + 1, len(paragraph)))]
    if words != words.strip() or not words:
        return

    places = locate(words, [Passage("p", paragraph)])

    assert all(paragraph[place.start : place.end] == words for place in places)
    assert Place("p", start, start + len(words)) in places

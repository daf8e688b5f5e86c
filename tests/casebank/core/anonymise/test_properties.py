"""What holds for every text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casebank.core.anonymise import anonymise
from casebank.core.anonymise.matching import plain

PIECES = st.sampled_from(
    ["被告人", "兰立新", "张某甲", "，", "。", "\n", "\t", " ", "　", "17799001122", "（2024）宁0302刑初118号", "吴忠市利通区", "人民检察院", "2024年3月9日", "绰号“铁锤”",
     "6217 0038 6000 1122 334", "甲公司", "有限公司", "姓名\t金额\t备注", "😀", "\u200b", "é", "e\u0301", "·", "a@b.cn", "某", "证人", "、", "老兰", "兰总", "\ud800", "ﬁ", "㈱"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=80))
KNOWN = st.lists(st.one_of(PIECES, st.text(min_size=1, max_size=6)), max_size=5)
RUNS = settings(max_examples=150, deadline=None)


@RUNS
@given(TEXTS, KNOWN)
def test_spans_map_back_in_order_and_apart(text, known):
    spans = anonymise(text, known=known).spans

    assert all(text[span.start : span.end] == span.text != "" for span in spans)
    assert all(before.end <= after.start for before, after in zip(spans, spans[1:], strict=False))


@RUNS
@given(TEXTS, KNOWN, st.integers(-180, 180))
def test_text_outside_the_spans_is_kept(text, known, day_offset):
    result = anonymise(text, known=known, day_offset=day_offset)

    at = position = 0
    for start, end in [*((span.start, span.end) for span in result.spans), (len(text), len(text))]:
        found = result.text.find(text[at:start], position)
        assert found >= 0
        position, at = found + start - at, end


@RUNS
@given(TEXTS, KNOWN, st.integers(-180, 180))
@example("张立新", ["张某", "某甲"], 0)
@example("张立新立新", ["张立新", "某立"], 0)
def test_no_known_string_survives(text, known, day_offset):
    masked = plain(anonymise(text, known=known, day_offset=day_offset).text)

    assert [one for one in known if len(plain(one)) >= 2 and plain(one) in masked] == []


@RUNS
@given(TEXTS, KNOWN)
def test_more_known_strings_never_unhide_anything(text, known):
    def hidden(result):
        return {at for span in result.spans for at in range(span.start, span.end) if not text[at].isspace()}

    assert hidden(anonymise(text)) <= hidden(anonymise(text, known=known)) | _edges(text)


def _edges(text):
    """Marks at the edge of a span may go with it or stay."""
    return {at for at, character in enumerate(text) if character in "，。；：、,;"}


CASE = (
    "吴忠市利通区人民检察院起诉书\n宁惠检刑诉〔2024〕66号\n被告人兰立新，曾用名兰卫东，身份证号640302199102304417，住吴忠市利通区朝阳西街88号。\n"
    "2024年3月9日，被告人兰立新伙同张大鹏（绰号“铁锤”）至宁夏兰花商贸有限公司，盗走张燕现金200元，张总报警。\n"
    "辩护人王燕，吴忠市石榴律师事务所律师。审判员：李晓东。证人阿依努尔·买买提的证言。\n1\t李晓\t17799001122\n2\t王强\t17799001133\n"
)


def test_anonymising_the_output_again_changes_nothing():
    once = anonymise(CASE, day_offset=14)

    assert anonymise(once.text).text == once.text


def test_the_same_input_gives_the_same_output():
    assert anonymise(CASE) == anonymise(CASE)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "😀😀", "\U0001f468\u200d\U0001f469", "𠮷野家", "17799001122", "\x00\x01", "·" * 50, "(" * 200],
)
def test_odd_texts_do_not_fail(text):
    assert isinstance(anonymise(text, known=["兰立新"]).text, str)


def test_a_text_of_one_megabyte_is_read_at_ten_thousand_characters_a_second():
    text = CASE * (1_000_000 // len(CASE.encode()) + 1)
    assert len(text.encode()) > 1_000_000

    started = time.process_time()
    result = anonymise(text, known=["兰立新", "张大鹏"])

    assert len(text) / (time.process_time() - started) > 10_000
    assert "兰立新" not in result.text


@pytest.mark.parametrize("find", [(0, 99, "PERSON"), (3, 3, "PERSON"), (0, 2, "NAME")])
def test_a_tagger_that_answers_nonsense_is_named(find):
    def crooked(text):
        return [find]

    with pytest.raises(ValueError, match="crooked"):
        anonymise("兰立新在场。", taggers=[crooked])


def test_a_tagger_is_heard_and_its_finds_are_searched_everywhere():
    def tagger(text):
        return [(text.index("拓跋氏"), text.index("拓跋氏") + 3, "PERSON")]

    result = anonymise("昨见拓跋氏。又见拓跋氏。", taggers=[tagger])

    assert "拓跋氏" not in result.text
    assert [span.layer for span in result.spans] == ["tagger", "propagated"]

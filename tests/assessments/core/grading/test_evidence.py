"""Findings against a key: parts, alternatives, decoys, false alarms, and what must always hold."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.core.grading.evidence import grade_findings
from assessments.core.grading.types import Finding, Key, PartWeights, ReferenceFinding, Verdict

LINEUP = Finding(
    "k1", "d1", "p3", "仅有五名辨认对象", 10, 18, "C-01", "合法性", "absolute",
    "人民检察院刑事诉讼规则第二百二十六条", "不得作为定案的根据", "辨认对象只有五人，违反规定，辨认笔录不得作为定案的根据",
)  # fmt: skip
SEAL = Finding(
    "k2", "d2", "p1", "取样后未封存", 0, 6, "C-02", "真实性", "curable",
    "刑诉法解释第八十六条第二款", "要求补正或者作出合理解释", "物证提取后未封存，属于瑕疵，应当补正",
)  # fmt: skip
KEY = Key(
    (ReferenceFinding(LINEUP, 10), ReferenceFinding(SEAL, 20, (replace(SEAL, document="d3", paragraph="p7"),))),
    (Finding("x1", "d4", "p2", "见证人系邻居", 4, 10, "C-03"),),
)
FAMILIES = {"C-01": "辨认", "C-02": "物证", "C-02b": "物证", "C-03": "见证"}
RIGHT = [
    Finding("a", "d1", "p3", "五名辨认对象", 12, 18, "C-01", "合法性", "absolute", "规则226条", "不能作为定案根据", "辨认对象数量不足，违反规定，不得作为定案根据"),
    Finding("b", "d2", "p1", "取样后未封存", 0, 6, "C-02", "真实性", "curable", "解释86条2款", "应予补正", "物证没有封存，存在瑕疵，应当补正"),
]  # fmt: skip
WRONG = [
    Finding("w1", "d4", "p2", "见证人系邻居", 4, 10, "C-03", "合法性", "absolute"),
    Finding("w2", "d9", "p9", "别处", 0, 2, "C-01"),
    Finding("w3", "d2", "p5", "另一段", 0, 3, "C-09", "关联性", "none", "刑法第一条", "无需处理", "没有问题"),
]


def grade(findings, key=KEY, **options):
    return grade_findings(findings, key, defect_families=FAMILIES, **options)


def parts_of(mark, reference="k2"):
    found = next(one for one in mark.findings if one.reference_id == reference)
    return {part.part: part for part in found.parts}


def test_right_findings_earn_everything():
    mark = grade(RIGHT)

    assert (mark.points, mark.maximum, mark.deduction, mark.precision, mark.recall) == (30, 30, 0, 1.0, 1.0)
    assert mark.flags == ()


def test_parts_weigh_as_agreed():
    maxima = {name: part.maximum for name, part in parts_of(grade(RIGHT)).items()}

    assert maxima == {"locate": 8, "attribute": 2, "consequence": 5, "legal_basis": 3, "remedy": 2}


def test_weights_can_be_given():
    mark = grade(RIGHT, weights=PartWeights(0.5, 0.0, 0.5, 0.0, 0.0))

    assert parts_of(mark).keys() == {"locate", "consequence"}
    assert mark.points == 30


def test_a_part_that_the_key_does_not_state_has_no_weight():
    bare = Key((ReferenceFinding(replace(LINEUP, remedy="", legal_basis=""), 10),))

    mark = grade(RIGHT[:1], bare)

    assert {part.part for part in mark.findings[0].parts} == {"locate", "attribute", "consequence"}
    assert mark.points == 10


def test_each_part_says_what_and_why():
    wrong = replace(RIGHT[1], attribute="关联性", consequence="absolute", legal_basis="解释第八十七条", remedy="")

    parts = parts_of(grade([replace(wrong, reasoning="物证没有封存，存在瑕疵")]))

    assert {name: part.verdict for name, part in parts.items()} == {
        "locate": Verdict.HIT,
        "attribute": Verdict.CONTRADICTED,
        "consequence": Verdict.CONTRADICTED,
        "legal_basis": Verdict.CONTRADICTED,
        "remedy": Verdict.ABSENT,
    }
    assert "第八十七条" in parts["legal_basis"].reason.chinese
    assert parts["legal_basis"].matched[0].quote == "第八十七条"


def test_a_reason_names_every_consequence_in_words():
    for consequence in ("absolute", "curable", "illegal", "weight", "none"):
        wrong = replace(RIGHT[1], consequence=consequence)

        assert consequence not in parts_of(grade([wrong]))["consequence"].reason.chinese


def test_the_article_without_its_paragraph_earns_two_thirds():
    part = parts_of(grade([replace(RIGHT[1], legal_basis="解释第八十六条")]))["legal_basis"]

    assert (part.points, part.verdict) == (2.0, Verdict.PARTIAL)


def test_more_articles_dilute_the_right_one():
    part = parts_of(grade([replace(RIGHT[1], legal_basis="解释第八十六条第二款、第九十条、第九十一条")]))["legal_basis"]

    assert part.points == 1.0


def test_a_sibling_code_earns_half_of_the_code():
    part = parts_of(grade([replace(RIGHT[1], code="C-02b")]))["locate"]

    assert (part.points, part.verdict) == (6.0, Verdict.PARTIAL)


def test_without_a_code_the_defect_counts_half_and_a_person_looks():
    mark = grade([RIGHT[0], replace(RIGHT[1], code="")])

    located = parts_of(mark)["locate"]
    assert (located.verdict, located.reason.key) == (Verdict.PARTIAL, "located_without_code")
    assert located.points == pytest.approx(located.maximum * 0.75)


def test_another_place_in_the_paragraph_earns_half_of_locating():
    part = parts_of(grade([replace(RIGHT[1], start=40, end=50, quote="别的文字")]))["locate"]

    assert part.points == 4.0


def test_a_place_without_the_defect_is_no_finding():
    mark = grade([Finding("z", "d2", "p1", "取样后未封存", 0, 6, "C-09", reasoning="此处字迹潦草")])

    assert (mark.earned, mark.unmatched[0].kind) == (0, "unknown")


def test_alternatives_count_fully():
    assert grade([replace(RIGHT[1], document="d3", paragraph="p7")]).points == 20


def test_reasoning_that_says_the_opposite_loses_the_place():
    turned = replace(RIGHT[1], reasoning="物证虽未封存，但不影响其效力，无需补正")

    assert parts_of(grade([turned]))["locate"].verdict is Verdict.CONTRADICTED
    assert grade([turned]).points < grade([RIGHT[1]]).points


def test_false_alarms_and_decoys_cost_a_quarter_of_an_average_finding():
    mark = grade([*RIGHT, *WRONG[:2]])

    assert [(one.kind, one.deduction) for one in mark.unmatched] == [("decoy", 3.75), ("unknown", 3.75)]
    assert mark.points == 22.5


def test_the_total_never_falls_below_zero():
    assert grade(WRONG).points == 0


def test_the_same_finding_twice_earns_once_and_costs_nothing():
    mark = grade([*RIGHT, replace(RIGHT[0], id="again")])

    assert (mark.points, mark.unmatched[0].kind, mark.unmatched[0].deduction) == (30, "duplicate", 0)


def test_trying_two_answers_at_one_place_costs():
    mark = grade([*RIGHT, replace(RIGHT[0], id="other", consequence="curable")])

    assert mark.deduction == 3.75


def test_without_findings_all_is_missed():
    mark = grade([])

    assert (mark.points, mark.flags, [one.finding_id for one in mark.findings]) == (0, ("empty",), [None, None])


def test_free_text_without_a_place_can_still_be_recognised():
    pasted = Finding("f", reasoning="辨认对象只有五人，违反规则第二百二十六条，辨认笔录不得作为定案的根据")

    mark = grade([pasted])

    assert mark.findings[0].finding_id == "f"
    assert 0 < mark.points < 10


def test_ids_must_be_unique():
    with pytest.raises(ValueError, match="unique"):
        grade([RIGHT[0], RIGHT[0]])


def variations():
    texts = st.sampled_from(
        [
            "",
            "规则226条",
            "解释第八十六条",
            "刑法第一条",
            "应当补正",
            "无需补正",
            "不得作为定案的根据",
            "辨认对象只有五人，违反规定",
        ]
    )
    return st.builds(
        Finding,
        id=st.uuids().map(str),
        document=st.sampled_from(["", "d1", "d2", "d4"]),
        paragraph=st.sampled_from(["", "p1", "p2", "p3"]),
        quote=st.sampled_from(["", "五名辨认对象", "取样后未封存"]),
        start=st.sampled_from([None, 0, 4, 12]),
        end=st.sampled_from([None, 6, 10, 18]),
        code=st.sampled_from(["", "C-01", "C-02", "C-02b", "C-09"]),
        attribute=st.sampled_from(["", "合法性", "真实性"]),
        consequence=st.sampled_from(["", "absolute", "curable", "illegal", "none"]),
        legal_basis=texts,
        remedy=texts,
        reasoning=texts,
    )


@settings(max_examples=80, deadline=None)
@given(st.lists(variations(), max_size=5, unique_by=lambda one: one.id))
def test_marks_stay_within_their_bounds(findings):
    mark = grade(findings)

    assert 0 <= mark.points <= mark.maximum
    for one in mark.findings:
        assert 0 <= one.points <= one.maximum
        assert all(0 <= part.points <= part.maximum + 0.01 for part in one.parts)


@settings(max_examples=60, deadline=None)
@given(st.lists(variations(), max_size=5, unique_by=lambda one: one.id), st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(findings, chance):
    shuffled = list(findings)
    chance.shuffle(shuffled)

    assert grade(shuffled) == grade(findings)


@settings(max_examples=60, deadline=None)
@given(st.lists(variations(), max_size=4, unique_by=lambda one: one.id), st.sampled_from(WRONG))
def test_adding_a_wrong_finding_never_raises_the_mark(findings, wrong):
    assert grade([*findings, wrong]).points <= grade(findings).points

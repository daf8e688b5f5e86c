"""Drafted documents against rubric points."""

import pytest

from assessments.core.grading.drafting import grade_document
from assessments.core.grading.types import MissingCitation, RubricPoint, Verdict

SECTIONS = {
    "head": "被不起诉人陈立春，男，1988年7月6日出生。",
    "reason": "本院认为，陈立春实施了盗窃行为，构成盗窃罪，但犯罪情节轻微，具有坦白情节，根据《中华人民共和国刑法》第三十七条的规定，不需要判处刑罚。",
    "decision": "依照《中华人民共和国刑事诉讼法》第一百七十七条第二款的规定，决定对陈立春不起诉。",
}
HEAD = RubricPoint("head", "写明被不起诉人基本情况", 2, "head", ("陈立春", "1988年7月6日"))
REASON = RubricPoint(
    "reason",
    "陈立春的行为构成盗窃罪，犯罪情节轻微，依照刑法第三十七条不需要判处刑罚",
    6,
    "reason",
    ("盗窃罪", "刑法第三十七条"),
)
DECISION = RubricPoint("decision", "依据刑事诉讼法第一百七十七条第二款决定不起诉", 4, None, (), ("应当提起公诉",))
POINTS = [HEAD, REASON, DECISION]


def grade(sections=SECTIONS, points=POINTS, policy="capped", **options):
    return grade_document(sections, points, missing_citation=policy, **options)


def changed(section, old, new):
    return {**SECTIONS, section: SECTIONS[section].replace(old, new)}


def test_a_good_draft_earns_everything():
    mark = grade()

    assert (mark.points, mark.maximum, mark.flags, mark.needs_human) == (12, 12, (), False)
    assert {one.verdict for one in mark.marks} == {Verdict.HIT}


def test_spans_name_section_and_words():
    for one in grade().marks:
        for span in one.spans:
            assert SECTIONS[span.field][span.start : span.end] == span.quote


@pytest.mark.parametrize(("policy", "points"), [("full", 6.0), ("capped", 3.0), ("zero", 0.0), ("review", 3.0)])
def test_the_policy_decides_what_a_missing_citation_is_worth(policy, points):
    draft = changed("reason", "根据《中华人民共和国刑法》第三十七条的规定，", "")

    mark = grade(draft, policy=policy)

    assert mark.marks[1].points == points
    assert mark.needs_human == (policy == "review")


def test_a_point_may_have_its_own_policy():
    draft = changed("reason", "根据《中华人民共和国刑法》第三十七条的规定，", "")
    strict = RubricPoint("r", REASON.text, 6, "reason", REASON.required, (), MissingCitation.ZERO)

    assert grade(draft, [strict], policy="full").points == 0


def test_an_unknown_policy_is_refused():
    with pytest.raises(ValueError, match="sometimes"):
        grade(policy="sometimes")


def test_ids_of_points_must_be_unique():
    with pytest.raises(ValueError, match="unique"):
        grade(points=[HEAD, HEAD])


def test_a_required_element_that_is_missing_is_named():
    mark = grade(changed("head", "1988年7月6日", "1989年7月6日")).marks[0]

    assert (mark.points, mark.verdict) == (1.0, Verdict.PARTIAL)
    assert "1988年7月6日" in mark.reason.chinese


def test_dates_and_articles_count_in_any_writing():
    draft = {**SECTIONS, "head": "被不起诉人陈立春，男，一九八八年七月六日出生。"}

    assert grade(draft).points == 12


def test_a_forbidden_assertion_loses_the_point():
    mark = grade({**SECTIONS, "decision": SECTIONS["decision"] + "本案应当提起公诉。"}).marks[2]

    assert (mark.points, mark.verdict, mark.reason.key) == (0, Verdict.CONTRADICTED, "forbidden")


def test_the_opposite_charge_loses_the_point():
    mark = grade(changed("reason", "构成盗窃罪", "不构成盗窃罪")).marks[1]

    assert (mark.points, mark.verdict) == (0, Verdict.CONTRADICTED)


def test_a_missing_section_is_said():
    mark = grade({"reason": SECTIONS["reason"]}).marks[0]

    assert (mark.points, mark.reason.key) == (0, "section_missing")


def test_an_empty_document_earns_nothing():
    mark = grade({"head": "", "reason": " "})

    assert (mark.points, mark.flags) == (0, ("empty",))


def test_hints_compare_with_the_reference():
    draft = changed("reason", "盗窃罪", "诈骗罪")

    hints = [(h.kind, h.expected, h.found) for h in grade(draft, reference=SECTIONS).hints]

    assert hints == [("charge", "盗窃罪", "诈骗罪")]


def test_hints_see_an_unsteady_date():
    draft = {"head": "1988年7月6日出生", "reason": "出生于1987年7月6日"}

    (hint,) = grade(draft, []).hints

    assert (hint.kind, hint.reason.key, hint.span.field) == ("date", "hint_inside", "reason")


def test_sections_may_be_pairs_and_their_order_costs_nothing():
    assert grade(list(SECTIONS.items())[::-1]).points == 12

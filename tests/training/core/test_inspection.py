from datetime import date

from training.core.competency import INSPECTION, Evidence
from training.core.inspection import CaseCount, CaseDefect, Link, inspection_evidence, links

MARCH = date(2026, 3, 20)
EVIDENCE_REVIEW = Link("CP-01", ("XS-ZJ",), frozenset({"刑事检察", "未成年人检察"}))


def defect(code="XS-ZJ-06", case=1, on=date(2026, 3, 2), line="刑事检察"):
    return CaseDefect("王", line, on, case, code)


def test_share_of_cases_without_a_linked_defect():
    counts = [CaseCount("王", "刑事检察", MARCH, 4)]

    found = inspection_evidence(counts, [defect()], [EVIDENCE_REVIEW])

    assert found == [Evidence("王", "CP-01", MARCH, 75.0, INSPECTION, weight=4, n=4)]


def test_two_defects_of_one_case_count_once():
    found = inspection_evidence(
        [CaseCount("王", "刑事检察", MARCH, 4)], [defect(), defect("XS-ZJ-11")], [EVIDENCE_REVIEW]
    )

    assert found[0].score == 75.0


def test_defects_of_other_codes_or_months_do_not_count():
    defects = [defect("XS-WS-04"), defect(case=2, on=date(2026, 4, 1))]

    assert inspection_evidence([CaseCount("王", "刑事检察", MARCH, 2)], defects, [EVIDENCE_REVIEW])[0].score == 100.0


def test_lines_of_a_month_are_added_up():
    counts = [CaseCount("王", "刑事检察", MARCH, 3), CaseCount("王", "未成年人检察", date(2026, 3, 25), 1)]

    found = inspection_evidence(counts, [defect(line="未成年人检察")], [EVIDENCE_REVIEW])

    assert found == [Evidence("王", "CP-01", date(2026, 3, 25), 75.0, INSPECTION, weight=4, n=4)]


def test_a_defect_on_a_line_that_does_not_speak_for_it_is_left_out():
    found = inspection_evidence([CaseCount("王", "刑事检察", MARCH, 2)], [defect(line="民事检察")], [EVIDENCE_REVIEW])

    assert found[0].score == 100.0


def test_a_line_that_cannot_have_the_defect_is_no_evidence():
    assert inspection_evidence([CaseCount("王", "民事检察", MARCH, 9)], [], [EVIDENCE_REVIEW]) == []


def test_links_know_the_business_lines_of_their_codes():
    lines = {"XS-ZJ-06": "刑事检察", "MS-01": "民事检察", "GY-01": "公益诉讼检察"}

    found = links({"CP-01": ("XS-ZJ",), "CP-10": ("MS", "GY"), "CP-09": ()}, lines)

    assert found == [EVIDENCE_REVIEW, Link("CP-10", ("MS", "GY"), frozenset({"民事检察", "公益诉讼检察"}))]

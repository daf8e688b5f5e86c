from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.core.competency import (
    INSPECTION,
    TEST,
    Assessment,
    Evidence,
    Standing,
    assess,
    below_target,
    gap,
    group_level,
    level_of,
    standing,
)
from training.core.periods import Period

YEAR = Period(date(2025, 12, 1), date(2026, 11, 30))


def scored(on=date(2026, 11, 5), score=75.0, person=1, **more):
    return Evidence(person, "CP-01", on, score, more.pop("source", TEST), **more)


@pytest.mark.parametrize(
    ("score", "level"), [(0, 1.0), (50, 3.0), (75, 4.0), (88, 4.5), (100, 5.0), (-3, 1.0), (140, 5.0)]
)
def test_level_of_a_score(score, level):
    assert level_of(score) == level


def test_no_evidence_is_not_level_zero():
    assert standing([], YEAR.end) == Standing(level=None, score=None, n=0, newest=None)


def test_evidence_of_a_year_ago_weighs_half():
    rows = [scored(date(2026, 11, 2), 90.0), scored(date(2025, 11, 28), 60.0)]

    found = standing(rows, YEAR.end, half_life=12)

    assert found == Standing(level=4.2, score=80.0, n=2, newest=date(2026, 11, 2))  # (90 + 60 / 2) / 1.5


def test_a_shorter_half_life_forgets_faster():
    rows = [scored(date(2026, 11, 2), 90.0), scored(date(2025, 11, 28), 60.0)]

    assert standing(rows, YEAR.end, half_life=3).score == 88.2


def test_half_life_must_be_positive():
    with pytest.raises(ValueError, match="half-life"):
        standing([scored()], YEAR.end, half_life=0)


def test_tests_and_inspections_stay_apart():
    found = assess([scored(score=100.0), scored(score=0.0, source=INSPECTION)], YEAR)

    assert {key: item.now.level for key, item in found.items()} == {
        (1, "CP-01", TEST): 5.0,
        (1, "CP-01", INSPECTION): 1.0,
    }


def test_trend_compares_with_the_period_of_equal_length_before():
    found = assess([scored(date(2026, 5, 1), 75.0), scored(date(2025, 5, 1), 50.0)], YEAR)

    assert found[1, "CP-01", TEST].change == 1.0
    assert found[1, "CP-01", TEST].trend == "up"


@pytest.mark.parametrize(
    ("now", "before", "trend"),
    [(4.0, 4.1, "steady"), (4.0, 4.2, "down"), (4.0, 3.0, "up"), (4.0, None, None), (None, 4.0, None)],
)
def test_trend(now, before, trend):
    assert Assessment(Standing(level=now), Standing(level=before)).trend == trend


def test_evidence_outside_both_periods_is_left_out():
    assert assess([scored(date(2020, 1, 1)), scored(date(2027, 1, 1))], YEAR) == {}


def test_few_cases_are_marked():
    assert [Standing(n=n).few for n in (0, 1, 4, 5)] == [False, True, True, False]


def test_gap_needs_both_sides():
    assert [gap(4.0, 3.2), gap(3.0, 4.0), gap(None, 3.0), gap(3.0, None)] == [0.8, -1.0, None, None]


def test_a_group_of_five_is_shown_and_one_of_four_is_hidden():
    people = [Assessment(Standing(level=level, n=2), Standing()) for level in (2.0, 3.0, 4.0, 3.0, 3.0)]

    assert (group_level(people).level, group_level(people).people, group_level(people).n) == (3.0, 5, 10)
    assert (group_level(people[:4]).level, group_level(people[:4]).hidden) == (None, True)


def test_a_group_without_evidence_is_empty_not_hidden():
    assert group_level([]).hidden is False


def test_people_below_their_own_target():
    found = assess([scored(score=50.0, person=1), scored(score=100.0, person=2)], YEAR)

    assert below_target(found, {(1, "CP-01"): 4.0, (2, "CP-01"): 4.0}) == {("CP-01", TEST): 1}


@given(st.lists(st.tuples(st.dates(YEAR.start, YEAR.end), st.floats(0, 100), st.floats(0.1, 50)), min_size=1))
def test_a_level_lies_between_its_lowest_and_highest_evidence(rows):
    evidence = [scored(on, score, weight=weight) for on, score, weight in rows]

    level = standing(evidence, YEAR.end).level

    assert level_of(min(row.score for row in evidence)) <= level <= level_of(max(row.score for row in evidence))

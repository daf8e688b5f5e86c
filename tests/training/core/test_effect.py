import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.core.effect import CaseFact, Share, beyond, change, count, newcombe, wilson


def rounded(interval):
    return round(interval.low, 4), round(interval.high, 4)


@pytest.mark.parametrize(
    ("hits", "n", "bounds"),
    [  # Newcombe 1998, table I, method 3
        (81, 263, (0.2553, 0.3662)),
        (15, 148, (0.0624, 0.1605)),
        (0, 20, (0.0, 0.1611)),
        (1, 29, (0.0061, 0.1718)),
    ],
)
def test_wilson_agrees_with_the_published_table(hits, n, bounds):
    assert rounded(wilson(Share(hits, n))) == bounds


@pytest.mark.parametrize(
    ("first", "second", "bounds"),
    [  # Newcombe 1998 (differences), table II, method 10
        (Share(56, 70), Share(48, 80), (0.0524, 0.3339)),
        (Share(9, 10), Share(3, 10), (0.1705, 0.8090)),
        (Share(10, 10), Share(0, 10), (0.6075, 1.0)),
    ],
)
def test_newcombe_agrees_with_the_published_table(first, second, bounds):
    assert rounded(newcombe(first, second)) == bounds


def test_no_share_of_nothing():
    with pytest.raises(ValueError, match="nothing"):
        wilson(Share(0, 0))


def test_hits_never_exceed_cases():
    with pytest.raises(ValueError, match="hits"):
        Share(3, 2)


def test_change_of_the_trained_group_is_clear():
    trained = change(Share(24, 165), Share(3, 116))

    assert round(trained.difference.estimate, 3) == -0.12
    assert not trained.difference.includes_zero


def test_small_groups_are_hidden():
    assert change(Share(1, 9), Share(1, 100)).hidden
    assert change(Share(1, 9), Share(1, 100)).difference is None


def test_difference_in_differences_has_an_interval():
    trained, untrained = change(Share(24, 165), Share(3, 116)), change(Share(3, 57), Share(1, 39))

    extra = beyond(trained, untrained)

    assert round(extra.estimate, 3) == -0.093
    assert extra.low < extra.estimate < extra.high
    assert beyond(trained, change(Share(0, 3), Share(0, 3))) is None


def test_count_looks_at_one_group_and_any_of_the_codes():
    cases = [
        CaseFact(True, False, frozenset({"XS-WS-04", "XS-WS-09"})),
        CaseFact(True, False, frozenset()),
        CaseFact(True, True, frozenset({"TY-01"})),
        CaseFact(False, True, frozenset({"XS-WS-04"})),
    ]
    codes = frozenset({"XS-WS-04", "XS-WS-09"})

    assert count(cases, codes, trained=True) == (Share(1, 2), Share(0, 1))
    assert count(cases, codes, trained=False) == (Share(0, 0), Share(1, 1))


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_estimate(pair):
    found = wilson(Share(*pair))

    assert 0 <= found.low <= found.estimate + 1e-12
    assert found.estimate <= found.high + 1e-12 <= 1 + 1e-12

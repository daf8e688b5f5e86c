"""Assignment, reasons, registry, similarity: small parts with a promise each."""

import re

import pytest

from assessments.core.grading.assign import assign
from assessments.core.grading.explain import MESSAGES, reason
from assessments.core.grading.similarity import common_length, containment
from assessments.core.grading.strategies import REGISTRY, Registry


def test_the_best_sum_wins_not_the_best_single_pair():
    assert assign([[0.9, 0.8], [0.85, 0.1]]) == {0: 1, 1: 0}


def test_a_pair_worth_nothing_is_not_made():
    assert assign([[0.0, 0.0], [0.4, 0.0]]) == {1: 0}
    assert assign([]) == {}
    assert assign([[]]) == {}


@pytest.mark.parametrize("key", MESSAGES)
def test_both_languages_use_the_same_parameters(key):
    english, chinese = (set(re.findall(r"%\((\w+)\)s", text)) for text in MESSAGES[key])

    assert english == chinese


def test_a_reason_is_data_and_a_sentence():
    told = reason("wrong_charge", found="诈骗")

    assert (told.key, dict(told.parameters), told.chinese) == (
        "wrong_charge",
        {"found": "诈骗"},
        "罪名认定不同：诈骗。",
    )


def test_an_unknown_reason_is_an_error():
    with pytest.raises(KeyError):
        reason("because")


def test_the_registry_refuses_doubles_and_names_what_it_knows():
    registry = Registry()
    registry.register("one", len)

    with pytest.raises(ValueError, match="already"):
        registry.register("one", max)
    with pytest.raises(LookupError, match="one"):
        registry.get("two")
    assert REGISTRY.names == ("drafting", "evidence_review", "judgment", "points", "rubric", "short_answer")


@pytest.mark.parametrize(("first", "second", "length"), [("", "", 0), ("abc", "axbxc", 3), ("甲乙丙", "丙乙甲", 1)])
def test_common_length(first, second, length):
    assert common_length(first, second) == length


def test_containment_of_a_single_character():
    assert containment("甲", "乙甲") == 1.0

"""Money with its role and terms with their type."""

from decimal import Decimal

from casebank.core.text.amounts import find_amounts, find_terms
from casebank.core.text.normalise import normalise


def amounts(text):
    return [(int(a.value), a.role, a.exact) for a in find_amounts(normalise(text).text)]


def test_values_and_roles():
    text = "并处罚金人民币五千元；责令退赔1.2万元；窃得现金8,600.00元"

    assert amounts(text) == [(5000, "fine", True), (12000, "restitution", True), (8600, "amount", True)]


def test_approximate_sums_say_so():
    assert amounts("约三千元，两万余元，5000元左右") == [
        (3000, "amount", False),
        (20000, "amount", False),
        (5000, "amount", False),
    ]


def test_a_fine_named_in_another_clause_is_no_fine():
    assert amounts("判处罚金，退还300元")[0][1] == "amount"


def test_terms_by_type():
    found = [(t.kind, t.months) for t in find_terms("判处有期徒刑一年六个月,缓刑二年;拘役四个月;管制1年")]

    assert found == [("imprisonment", 18), ("probation", 24), ("detention", 4), ("control", 12)]


def test_classes_without_length_are_no_terms():
    assert find_terms("判处无期徒刑") == ()


def test_offsets():
    text = "赃款共计六百五十元"
    (amount,) = find_amounts(text)

    assert (text[amount.start : amount.end], amount.value) == ("六百五十元", Decimal(650))

from training.core.recommend import FAMILY, SAME, Offer, Reason, Weakness, family, recommend, weakness

CURE = Offer(1, "XS-ZJ-06", "瑕疵证据的补正")
SEAL = Offer(2, "XS-ZJ-11", "电子数据的封存")
CITE = Offer(3, "XS-WS-04", "法条引用")


def test_the_same_code_beats_the_family_and_others_stay_out():
    found = recommend([weakness("XS-ZJ-06", 2, "一般")], [CITE, SEAL, CURE])

    assert [(item.offer, item.score, item.reasons) for item in found] == [
        (CURE, 4.0, (Reason("XS-ZJ-06", 2, SAME),)),
        (SEAL, 1.6, (Reason("XS-ZJ-06", 2, FAMILY),)),
    ]


def test_severity_counts():
    found = recommend([weakness("XS-WS-04", 2, "轻微"), weakness("XS-ZJ-06", 1, "严重")], [CITE, CURE])

    assert [item.offer for item in found] == [CURE, CITE]


def test_completed_lessons_are_left_out():
    assert recommend([weakness("XS-ZJ-06", 1, "一般")], [CURE], done={1}) == []


def test_reasons_add_up_strongest_first():
    found = recommend([Weakness("XS-ZJ-11", 1, 2.0), Weakness("XS-ZJ-06", 3, 6.0)], [CURE])

    assert found[0].score == 6.8
    assert [reason.code for reason in found[0].reasons] == ["XS-ZJ-06", "XS-ZJ-11"]


def test_nothing_weak_nothing_recommended():
    assert recommend([], [CURE, CITE]) == []


def test_at_most_as_many_as_asked():
    offers = [Offer(number, "XS-WS-04", f"课{number}") for number in range(9)]

    assert len(recommend([weakness("XS-WS-04", 1, "一般")], offers, most=3)) == 3


def test_family_is_the_code_without_its_number():
    assert [family("XS-ZJ-06"), family("MS-02"), family("XX")] == ["XS-ZJ", "MS", "XX"]

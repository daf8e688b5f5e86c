from datetime import date

import pytest

from casebank.core.errors import Refused
from casebank.domain.roster import import_roster
from casebank.models import Department, Person, Post, Posting, Unit
from tests.factories.people import PersonFactory, UnitFactory, UserFactory
from tests.factories.tables import roster

pytestmark = pytest.mark.django_db
ONE = ("赵 一", "YP0901", "第一检察部", "三级检察官", "检察官", "2019年7月", "100-0000-0000", None)
TWO = ("钱二", "YP0902", "第二检察部", "", "书记员", "2020.9", "", "")


def load(*rows, actor=None, **options):
    return import_roster(actor=actor, tables=[roster(*rows)], **options)


def test_an_empty_database_gets_unit_departments_posts_and_people():
    result = load(ONE, TWO, ("合计：2人",))

    assert result.counts == {"rows": 2, "created": 2, "updated": 0, "unchanged": 0, "absent": 0, "invalid": 0}
    assert (Unit.objects.get().name, Unit.objects.get().code) == ("云浦县人民检察院", "YP")
    assert set(Department.objects.values_list("name", flat=True)) == {"第一检察部", "第二检察部"}
    assert set(Post.objects.values_list("name", flat=True)) >= {"检察官", "书记员"}
    one, two = Person.objects.order_by("staff_no")
    assert (one.name, one.joined_on, one.rank, one.staff_class) == ("赵一", "2019-07", "三级检察官", "检察官")
    assert (two.staff_class, two.department.name) == ("书记员", "第二检察部")


def test_a_second_import_changes_nothing():
    load(ONE, TWO)

    result = load(ONE, TWO)

    assert (result.unchanged, result.created, result.updated) == (("YP0901", "YP0902"), (), ())
    assert Posting.objects.count() == 2


def test_a_move_told_in_the_remark_keeps_the_earlier_department():
    load(("赵一", "YP0901", "第三检察部", "", "检察官", "", "", "2025-09-01由第一检察部调入"))

    assert list(Posting.objects.order_by("ends_on").values_list("department__name", "starts_on", "ends_on")) in (
        [("第一检察部", None, date(2025, 8, 31)), ("第三检察部", date(2025, 9, 1), None)],
        [("第三检察部", date(2025, 9, 1), None), ("第一检察部", None, date(2025, 8, 31))],
    )


def test_a_changed_department_closes_the_present_posting():
    load(ONE)

    load(("赵一", "YP0901", "第二检察部", "三级检察官", "检察官", "2019年7月", "", "2026-02-01由第一检察部调入"))

    assert set(Posting.objects.values_list("department__name", "starts_on", "ends_on")) == {
        ("第一检察部", None, date(2026, 1, 31)),
        ("第二检察部", date(2026, 2, 1), None),
    }


def test_people_who_are_not_listed_stay_and_are_reported():
    load(ONE, TWO)

    result = load(ONE)

    assert result.absent == ("YP0902",)
    assert Person.objects.get(staff_no="YP0902").is_active


def test_one_faulty_row_stops_the_whole_roster():
    result = load(ONE, ("", "YP0902", "第二检察部"))

    assert [(row.number, row.errors[0].reason) for row in result.problems] == [(4, "missing_name")]
    assert Person.objects.count() == 0


@pytest.mark.parametrize("table", [roster(), roster(("合计：0人",))])
def test_a_roster_without_people_is_refused(table):
    with pytest.raises(Refused):
        import_roster(actor=None, tables=[table])


def test_a_sheet_without_the_columns_is_refused():
    with pytest.raises(Refused, match="姓名"):
        import_roster(actor=None, tables=[type(roster())("x", (("甲", "乙"),))])


def test_the_unit_must_be_known():
    with pytest.raises(Refused):
        import_roster(actor=None, tables=[roster(ONE, unit="")])

    assert load(ONE, unit_name="青河县人民检察院").unit.name == "青河县人民检察院"


@pytest.mark.parametrize(("roles", "allowed"), [
    (["inspector"], True), (["hr"], True), (["administrator"], True),
    (["prosecutor"], False), (["head"], False), (["trainer"], False), ([], False),
])  # fmt: skip
def test_who_may_import(roles, allowed):
    user = UserFactory(roles=roles)

    if allowed:
        assert load(ONE, actor=user).created == ("YP0901",)
    else:
        with pytest.raises(Refused):
            load(ONE, actor=user)


def test_the_roster_of_another_unit_is_refused():
    user = UserFactory(roles=["hr"])

    with pytest.raises(Refused, match="青河"):
        import_roster(actor=user, tables=[roster(ONE, unit="青河县人民检察院")])


def test_a_staff_number_of_another_unit_is_not_taken_over():
    PersonFactory(unit=UnitFactory(code="QH"), staff_no="YP0901")

    with pytest.raises(Refused, match="YP0901"):
        load(ONE)

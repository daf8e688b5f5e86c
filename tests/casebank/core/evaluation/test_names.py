from casebank.core.evaluation.names import Departments, Match, Member, Members

PEOPLE = Members(
    [
        Member("Q1", "赵一", frozenset({"第一检察部"})),
        Member("Q2", "钱二", frozenset({"第一检察部"})),
        Member("Q3", "钱二", frozenset({"第二检察部", "第三检察部"})),
    ]
)


def test_blanks_inside_a_name_do_not_matter():
    assert PEOPLE.find(" 赵　一 ", "第一检察部") == Match("Q1")


def test_one_person_is_found_in_whatever_department():
    assert PEOPLE.find("赵一", "第三检察部") == Match("Q1")


def test_two_people_of_one_name_are_told_apart_by_department():
    assert PEOPLE.find("钱二", "第一检察部") == Match("Q2")
    assert PEOPLE.find("钱二", "第三检察部") == Match("Q3")
    assert PEOPLE.find("钱二", "第四检察部") == Match(reason="handler_ambiguous")


def test_nobody():
    assert PEOPLE.find("/", "第一检察部") == Match(reason="missing_handler")
    assert PEOPLE.find("孙三", "第一检察部") == Match(reason="handler_not_in_roster")


def test_department_aliases():
    departments = Departments(["第一检察部", "案件管理部"], {"案管办": "案件管理部"})

    assert [departments.find(text) for text in ("一部", "第一部", "第一检察部（刑检）", "案管办", "九部")] == [
        "第一检察部", "第一检察部", "第一检察部", "案件管理部", None,
    ]  # fmt: skip

"""Reading the starter pack and deciding what a refresh may change."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from casebank.core.knowledge_pack import Merge, PackError, merge, plain, read_pack

FOLDER = Path(__file__).resolve().parents[3] / "casebank" / "knowledge_pack"


@pytest.fixture(scope="module")
def lists():
    return {item.name: item for item in read_pack(FOLDER)}


def test_every_list_of_the_pack_is_read(lists):
    assert {name: len(item.rows) for name, item in lists.items()} == {
        "negative_list": 120,
        "evidence_kinds": 11,
        "evidence_issues": 60,
        "document_types": 12,
        "document_sections": 92,
        "grades": 12,
        "competencies": 12,
        "deadlines": 67,
        "review_items": 16,
        "key_review_types": 13,
        "risk_rules": 16,
        "sentencing_factors": 26,
        "anonymisation_rules": 17,
        "performance_rules": 21,
        "ranks_departments": 33,
        "exam_formats": 8,
        "sources": 54,
    }


def test_codes_are_unique_in_each_list(lists):
    for item in lists.values():
        codes = [row.code for row in item.rows]
        assert len(set(codes)) == len(codes)


def test_values_have_the_types_of_their_columns(lists):
    grade = next(row for row in lists["grades"].rows if row.code == "2017规定-1")
    section = next(row for row in lists["document_sections"].rows if row.code == "QSS-2")

    assert (grade.fields["rank"], grade.fields["effective_from"]) == (1, date(2018, 1, 1))
    assert (section.parent, section.fields["suggested_points"]) == ("QSS", Decimal(12))


def test_sections_of_each_document_type_make_a_hundred_points(lists):
    totals: dict[str, Decimal] = {}
    for row in lists["document_sections"].rows:
        totals[row.parent] = totals.get(row.parent, Decimal(0)) + row.fields["suggested_points"]

    assert set(totals.values()) == {Decimal(100)}
    assert set(totals) == {row.code for row in lists["document_types"].rows}


def test_local_examples_placeholders_and_unconfirmed_time_limits_rest(lists):
    resting = {row.code for item in lists.values() for row in item.rows if not row.fields["is_active"]}

    assert resting == {
        "PF-09", "PF-10", "PF-11", "KR-00",
        "QX-MS-01", "QX-MS-03", "QX-XZ-01", "QX-GY-03", "QX-GY-04", "QX-GY-05", "QX-JY-01",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("current", "shipped", "delivered", "expected"),
    [
        ("旧", "旧", "新", Merge({"title": "新"}, frozenset())),
        ("本院改", "旧", "新", Merge({}, frozenset({"title"}))),
        ("本院改", "旧", "旧", Merge({}, frozenset({"title"}))),
        ("新", "旧", "新", Merge({}, frozenset())),
        ("旧", "旧", "旧", Merge({}, frozenset())),
    ],
)
def test_only_untouched_fields_are_refreshed(current, shipped, delivered, expected):
    assert merge({"title": current}, {"title": shipped}, {"title": delivered}) == expected


def test_a_field_that_was_never_shipped_counts_as_edited():
    assert merge({"title": "甲"}, {}, {"title": "乙"}) == Merge({}, frozenset({"title"}))


def test_decimals_compare_by_value():
    assert plain(Decimal("12.0")) == plain(Decimal("12")) == "12"
    assert merge({"points": Decimal("12.0")}, {"points": "12"}, {"points": Decimal("12")}).changes == {}


def test_a_broken_file_is_named_with_its_line(tmp_path):
    for file in FOLDER.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    broken = tmp_path / "quality_grades.csv"
    broken.write_text(broken.read_text(encoding="utf-8-sig").replace("2018-01-01", "2018年"), encoding="utf-8")

    with pytest.raises(PackError, match="quality_grades.csv, line 2, column effective_from: “2018年”"):
        read_pack(tmp_path)


def test_a_row_with_too_few_cells_is_refused(tmp_path):
    for file in FOLDER.glob("*.csv"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "sources.csv").write_text("id,what,address,kind,reliability\nS01,一\n", encoding="utf-8")

    with pytest.raises(PackError, match="sources.csv, line 2: the number of cells"):
        read_pack(tmp_path)

"""What we write can be opened without anything being run, and read back as it was."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from casebank.interfaces.exporters.workbook import Sheet, csv_file, workbook
from casebank.interfaces.importers.tables import read_tables

RISKY = [
    "=1+1",
    '=HYPERLINK("http://x")',
    "+86",
    "-5起",
    "@cmd",
    "\tx",
    "＝1",
    "'=1",
    "''=1",
    "http://example.org",
    "12",
]


def test_no_cell_is_a_formula_or_link():
    data = workbook(Sheet("表", ["=甲"], [[text] for text in RISKY]))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall(r"<f[ >]|<hyperlink", sheet) == []


@pytest.mark.parametrize("write", [(workbook, "x.xlsx"), (csv_file, "x.csv")], ids=["xlsx", "csv"])
def test_text_comes_back_as_it_was(write):
    writer, name = write

    (table,) = read_tables(writer(Sheet("表", ["甲"], [[text] for text in RISKY])), name)

    assert [row[0] for row in table.rows[1:]] == RISKY


@given(st.text(alphabet="='+-@＝甲1", min_size=1, max_size=8))
def test_csv_round_trip(text):
    (table,) = read_tables(csv_file(Sheet("表", ["甲"], [[text, "乙"]])), "x.csv")

    assert table.rows[1][0] == text


def test_protected_csv_cells_begin_with_an_apostrophe():
    text = csv_file(Sheet("表", ["甲"], [[text] for text in RISKY])).decode("utf-8-sig")

    assert not re.search(r"(^|\r\n)\"?[=+@＝-]", text)


def test_numbers_and_dates_keep_their_kind():
    data = workbook(Sheet("x/y:z", ["a", "b", "c", "d"], [[Decimal("84.5"), date(2026, 5, 1), None, -3]]))

    (table,) = read_tables(data, "x.xlsx")

    assert table.rows[1][0] == 84.5
    assert table.rows[1][1].date() == date(2026, 5, 1)
    assert table.rows[1][2:] == (None, -3)


def test_negative_numbers_stay_numbers_in_csv():
    assert csv_file(Sheet("x", ["a"], [[-3]])).endswith(b"-3\r\n")


def test_a_sheet_prints_on_the_width_of_a_page_with_its_header():
    book = load_workbook(io.BytesIO(workbook(Sheet("表", ["甲", "乙"], [["一", 2]]))))

    sheet = book["表"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")

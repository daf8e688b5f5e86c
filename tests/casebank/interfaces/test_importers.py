"""Files that people bring, good and bad."""

import io
import zipfile

import pytest

from casebank.core.errors import Refused
from casebank.interfaces.importers import guards
from casebank.interfaces.importers.delimited import read_delimited
from casebank.interfaces.importers.tables import read_tables
from tests.factories.tables import ledger, ledger_row, xlsx

WORKBOOK = xlsx(ledger(ledger_row()))


def archive(**members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return stream.getvalue()


def reworked(**changes):
    """The good workbook with members replaced or added."""
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as source:
        members = {name: source.read(name) for name in source.namelist()}
    return archive(**(members | changes))


def test_a_workbook_keeps_its_row_numbers_and_cells():
    (table,) = read_tables(WORKBOOK, "台账.XLSX")

    assert table.name == "台账"
    assert table.rows[2] == ledger_row()


def test_leading_empty_rows_count():
    (table,) = read_tables(xlsx(type(ledger())("x", ((), (), ("a",)))), "x.xlsx")

    assert table.rows[2][0] == "a"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "x.xlsx", "empty"),
        (b"  \n", "x.csv", "empty"),
        ("只是文字".encode(), "x.xlsx", "not an Excel workbook"),
        (b"PK\x03\x04 broken", "x.xlsx", "not an Excel workbook"),
        (archive(**{"word/document.xml": "x"}), "x.xlsx", "not an Excel workbook"),
        (WORKBOOK, "x.xlsm", "macros"),
        (reworked(**{"xl/vbaProject.bin": b"x"}), "x.xlsx", "macros"),
        (guards._OLE + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"), "x.xlsx", "password"),
        (guards._OLE + b"x" * 600, "x.xlsx", ".xls"),
        (b"x", "x.xls", ".xls"),
        (b"x", "x.pdf", ".csv"),
        (b"x", "x", ".csv"),
        (reworked(**{"xl/worksheets/sheet1.xml": b"<worksheet"}), "x.xlsx", "cannot be read"),
        (reworked(**{"xl/worksheets/sheet1.xml": b" " * 60_000_000}), "x.xlsx", "unpacks"),
        (reworked(**{f"m{n}": b"" for n in range(2_001)}), "x.xlsx", "unpacks"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\x81", "x.csv", "encoding"),
        (b"a,b\x00c", "x.csv", "encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "data",
)
def test_bad_files_are_refused_with_a_reason(data, name, words, settings):
    from django.utils import translation

    with translation.override("en"), pytest.raises(Refused, match=words):
        read_tables(data, name)


def test_two_cells_a_billion_apart_do_not_end_the_server():
    sheet = b"""<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
    <row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"""

    with pytest.raises(Refused):
        read_tables(reworked(**{"xl/worksheets/sheet1.xml": sheet}), "x.xlsx")


def test_entities_are_not_expanded():
    bomb = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>"""

    try:
        tables = read_tables(reworked(**{"xl/sharedStrings.xml": bomb}), "x.xlsx")
    except Refused:
        return
    assert "aaaa" not in repr(tables)


def test_a_file_over_the_limit(monkeypatch):
    monkeypatch.setattr(guards, "MOST_BYTES", 1_000)

    with pytest.raises(Refused):
        read_tables(b"a,b\n" * 1_000, "x.csv")


TEXT = '姓名,工号\r\n王㛃,YP1\r\n杨䶮,"两\r\n行"\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_csv(encoding):
    (table,) = read_delimited(TEXT.encode(encoding))

    assert table.rows == (("姓名", "工号"), ("王㛃", "YP1"), ("杨䶮", "两\r\n行"))


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_separators_of_csv(separator):
    (table,) = read_delimited(f"甲{separator}乙\n一{separator}二\n".encode())

    assert table.rows == (("甲", "乙"), ("一", "二"))


def test_one_column():
    (table,) = read_tables("案号\n某检刑诉〔2026〕1号\n".encode(), "x.csv")

    assert table.rows[0] == ("案号",)

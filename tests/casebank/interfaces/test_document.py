"""Word documents: good ones, and those that must not reach a parser."""

import io
import time
import zipfile

import pytest
from docx import Document

from casebank.core.errors import Refused
from casebank.interfaces.importers.document import read_document

TYPES = "[Content_Types].xml"
BODY = "word/document.xml"
HEAD = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
TAIL = "</w:body></w:document>"


def docx(*paragraphs, table=()):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        document.add_paragraph("表后")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_part(data, name, content):
    """``data`` with the member ``name`` added or replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return stream.getvalue()


def test_paragraphs_and_tables_come_in_order():
    data = docx("经审查查明", "被告人王某", table=[["姓名", "电话"], ["李某", "无"]])

    assert read_document(data, "审查报告.DOCX") == "经审查查明\n被告人王某\n姓名\t电话\n李某\t无\n表后"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.docx", "文件|empty"),
        (b"plain text", "a.docx", "Word"),
        (b"plain text", "a.txt", "docx"),
        (docx("正文"), "a.docm", "宏|macros"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.docx", "doc"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            "密码|password",
        ),
        (with_part(docx("正文"), "word/vbaProject.bin", b"x"), "a.docx", "宏|macros"),
        (docx("正文")[:800], "a.docx", "Word"),
        (docx(), "a.docx", "文字|text"),
        (with_part(docx("正文"), BODY, HEAD + "<w:p>"), "a.docx", "Word|cannot"),
    ],
    ids=["empty", "text", "suffix", "docm", "old-doc", "encrypted", "macro", "cut", "no-text", "broken-xml"],
)
def test_what_is_no_plain_document_is_refused(data, name, words):
    with pytest.raises(Refused, match=words):
        read_document(data, name)


def test_a_workbook_in_disguise_is_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(TYPES, "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(Refused):
        read_document(stream.getvalue(), "a.docx")


@pytest.mark.parametrize(
    "bomb",
    [
        lambda: with_part(docx("正文"), BODY, HEAD + "<w:p/>" * 2_000_000 + TAIL),
        lambda: with_part(docx("正文"), "word/media/a.bin", b"\0" * 60_000_000),
    ],
    ids=["paragraphs", "zeros"],
)
def test_bombs_are_refused_quickly(bomb):
    data = bomb()
    began = time.monotonic()

    with pytest.raises(Refused):
        read_document(data, "a.docx")

    assert time.monotonic() - began < 2


def test_entities_are_not_expanded_from_files():
    evil = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + HEAD[21:]
    data = with_part(docx("正文"), BODY, evil + "<w:p><w:r><w:t>甲&x;乙</w:t></w:r></w:p>" + TAIL)

    try:
        text = read_document(data, "a.docx")
    except Refused:
        return
    assert "root" not in text


def test_too_long_a_document_is_refused():
    with pytest.raises(Refused):
        read_document(docx(*["事实" * 5000] * 25), "a.docx")

"""Handing out files that only some people may have."""

from urllib.parse import quote

from django.http import FileResponse, HttpResponse

from casebank.interfaces.exporters.workbook import XLSX, Sheet, workbook

__all__ = ["Sheet", "attachment", "private_file", "workbook_attachment"]


def attachment(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """``content`` as a download named ``name`` (any script), never cached, never sniffed."""
    response = HttpResponse(content, content_type=content_type)
    return _guard(response, name)


def workbook_attachment(*sheets: Sheet, name: str) -> HttpResponse:
    """``sheets`` as an XLSX download; whatever a cell begins with, it stays text."""
    return attachment(workbook(*sheets), name=name, content_type=XLSX)


def private_file(file) -> FileResponse:
    """The stored upload ``file`` (a ``PrivateFile``) as a download; the caller has checked the permission."""
    response = FileResponse(file.file.open("rb"), content_type="application/octet-stream")
    return _guard(response, file.name)


def _guard(response, name: str):
    plain = name.encode("ascii", "ignore").decode().replace('"', "") or "download"
    response["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response

"""The text of a Word document, checked first and parsed by python-docx in a child process with limits."""

import io
import json
import re
import zipfile
from pathlib import Path, PurePath
from zlib import error as zlib_error

from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.interfaces.importers.child import parse_in_child
from casebank.interfaces.importers.guards import MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, check_size

ACCEPTED = ".docx"
_CHILD = Path(__file__).with_name("document_child.py")
_SECONDS = 20
_STEP = 1024 * 1024
_RATIO_COUNTS_FROM = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PARTS = {"[Content_Types].xml", "word/document.xml"}


def read_document(data: bytes, name: str) -> str:
    """Text of paragraphs and tables of the .docx called ``name``.

    Comments, foot-notes, headers, text boxes and tracked changes are not read. Raises ``Refused`` with a sentence
    that says what to do: for other kinds of file, passwords, macros, and what unpacks to too much.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in (".docm", ".dotm"):
        raise Refused(_macros())
    if suffix != ACCEPTED:
        raise Refused(_("Please choose a Word document (.docx)."))
    check_size(data)
    _check_package(data)
    text = re.sub(r"\n{3,}", "\n\n", json.loads(_parse(data))).strip()
    if not text:
        raise Refused(_("The document holds no text. Scanned pages must be typed or recognised first."))
    return text


def _check_package(data: bytes) -> None:
    if data.startswith(_OLE):
        raise Refused(_protected() if _ENCRYPTED in data else _("This is an old .doc file. Please save it as .docx."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive)
            _check_unpacked(archive, len(data))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib_error) as error:
        raise Refused(_no_document()) from error


def _check_members(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(members) > MOST_MEMBERS:
        raise Refused(_too_large())
    if any(member.flag_bits & 0x1 for member in members):
        raise Refused(_protected())
    if not names >= _PARTS:
        raise Refused(_no_document())
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise Refused(_macros())


def _check_unpacked(archive: zipfile.ZipFile, packed: int) -> None:
    """Count by unpacking: the sizes in the directory may lie."""
    most = min(MOST_UNPACKED, max(packed * MOST_RATIO, _RATIO_COUNTS_FROM))
    total = 0
    for member in archive.infolist():
        with archive.open(member) as stream:
            while step := stream.read(_STEP):
                total += len(step)
                if total > most:
                    raise Refused(_too_large())


def _parse(data: bytes) -> bytes:
    damaged = _("The document cannot be read; it may be damaged. Please open it in Word and save it again.")
    return parse_in_child(_CHILD, data, seconds=_SECONDS, too_large=_too_large(), damaged=damaged)


def _no_document() -> str:
    return _("This is not a Word document, whatever its name says, or it is damaged.")


def _protected() -> str:
    return _("The document is protected by a password. Please remove the password and upload it again.")


def _macros() -> str:
    return _("The document contains macros. Please save it as .docx without macros.")


def _too_large() -> str:
    return _("The document is too large to be read. Please keep to the facts that the study needs.")

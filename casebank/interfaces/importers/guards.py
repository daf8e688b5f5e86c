"""Refusing files that are not what they say, or that would eat the machine, before any parser sees them.

Limits: 20 MB upload, 2,000 members, 50 MB unpacked, ratio 100. What is packed is counted by unpacking, because the
sizes in a zip directory may lie.
"""

import io
import zipfile
from zlib import error as zlib_error

from django.utils.translation import gettext as _

from casebank.core.errors import Refused

MOST_BYTES = 20 * 1024 * 1024
MOST_MEMBERS = 2_000
MOST_UNPACKED = 50 * 1024 * 1024
MOST_RATIO = 100
_RATIO_COUNTS_FROM = 1024 * 1024
_STEP = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def check_size(data: bytes) -> None:
    """Raises ``Refused`` for an empty or too big file."""
    if not data.strip():
        raise Refused(_("The file is empty."))
    if len(data) > MOST_BYTES:
        raise Refused(
            _("The file is larger than %(limit)d MB. Please split it.") % {"limit": MOST_BYTES // 1024 // 1024}
        )


def check_workbook(data: bytes) -> None:
    """Raises ``Refused`` unless ``data`` is a plain, unencrypted workbook without macros and of sane size."""
    if data.startswith(_OLE):
        raise Refused(
            _encrypted() if _ENCRYPTED in data else _("This is an old .xls workbook. Please save it as .xlsx.")
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_members(archive)
            _check_unpacked(archive, len(data))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib_error) as error:
        raise Refused(_("This is not an Excel workbook, whatever its name says, or it is damaged.")) from error


def _encrypted() -> str:
    return _("The workbook is protected by a password. Please remove the password and upload it again.")


def _check_members(archive: zipfile.ZipFile) -> None:
    names = {member.filename for member in archive.infolist()}
    if len(archive.infolist()) > MOST_MEMBERS:
        raise Refused(_too_big())
    if any(member.flag_bits & 0x1 for member in archive.infolist()):
        raise Refused(_encrypted())
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        raise Refused(_("This is not an Excel workbook, whatever its name says, or it is damaged."))
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Refused(_("The workbook contains macros. Please save it as .xlsx without macros."))


def _check_unpacked(archive: zipfile.ZipFile, packed: int) -> None:
    most = min(MOST_UNPACKED, max(packed * MOST_RATIO, _RATIO_COUNTS_FROM))
    total = 0
    for member in archive.infolist():
        with archive.open(member) as stream:
            while step := stream.read(_STEP):
                total += len(step)
                if total > most:
                    raise Refused(_too_big())


def _too_big() -> str:
    return _("The workbook unpacks to far more than its size suggests. It was not opened.")

"""CSV files to tables: encoding and separator are found, cells protected by exports are freed again."""

import csv
import io

from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Table

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUESSES = ("utf-8", "gb18030")
_SEPARATORS = ",\t;|"
_PROTECTED = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MOST_ROWS = 100_000


def read_delimited(data: bytes) -> tuple[Table, ...]:
    """One table. Raises ``Refused`` when the bytes are no text or no table."""
    text = decode(data)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False))
    except csv.Error as error:
        raise Refused(_("This is not a table with one record per line.")) from error
    if len(rows) > _MOST_ROWS:
        raise Refused(_("The file has more than %(limit)d rows. Please split it.") % {"limit": _MOST_ROWS})
    return (Table("", tuple(tuple(map(_freed, row)) for row in rows)),)


def decode(data: bytes) -> str:
    """Text by byte order mark, else UTF-8, else GB18030 (which holds every character of a Chinese name)."""
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    for encoding in (marked,) if marked else _GUESSES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refused(_("The encoding of the file is not known. Please save it as CSV UTF-8 or as .xlsx."))


def _separator(text: str) -> str:
    """The character that most of the first lines hold, the comma when none stands in half of them."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    best = max(
        _SEPARATORS, key=lambda mark: (sum(mark in line for line in lines), sum(line.count(mark) for line in lines))
    )
    return best if 2 * sum(best in line for line in lines) >= len(lines) else ","


def _freed(cell: str) -> str:
    """Without the apostrophe that our own exports put before formula characters."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").startswith(_PROTECTED) else cell

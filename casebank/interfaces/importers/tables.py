"""One door for table files, whatever their kind."""

from pathlib import PurePath

from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.core.evaluation.cells import Table
from casebank.interfaces.importers.delimited import read_delimited
from casebank.interfaces.importers.guards import check_size
from casebank.interfaces.importers.workbook import read_workbook

ACCEPTED = (".xlsx", ".csv")
_READERS = {".xlsx": read_workbook, ".csv": read_delimited}


def read_tables(data: bytes, name: str) -> tuple[Table, ...]:
    """Sheets of the file called ``name``. Raises ``Refused`` with a sentence that says what to do."""
    suffix = PurePath(name).suffix.lower()
    if suffix in (".xlsm", ".xltm", ".xlsb"):
        raise Refused(_("The workbook contains macros. Please save it as .xlsx without macros."))
    if suffix == ".xls":
        raise Refused(_("This is an old .xls workbook. Please save it as .xlsx."))
    if suffix not in _READERS:
        raise Refused(_("Please choose an Excel workbook (.xlsx) or a CSV file (.csv)."))
    check_size(data)
    return _READERS[suffix](data)

"""Parses a foreign file in a child process, so that a hostile one hurts nobody but its child."""

import subprocess
import sys
from pathlib import Path

from casebank.core.errors import Refused
from casebank.interfaces.importers import document_child, workbook_child

TOO_LARGE = {document_child.TOO_LARGE, workbook_child.TOO_LARGE}


def parse_in_child(script: Path, data: bytes, *, seconds: int, too_large: str, damaged: str) -> bytes:
    """What ``script`` prints for ``data``.

    Raises ``Refused`` saying ``too_large`` when the child reaches a limit or is killed, ``damaged`` when it fails otherwise.
    """
    command = [sys.executable, "-I", str(script)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise Refused(too_large) from error
    if done.returncode in TOO_LARGE or done.returncode < 0 or b"MemoryError" in done.stderr:
        raise Refused(too_large)
    if done.returncode:
        raise Refused(damaged)
    return done.stdout

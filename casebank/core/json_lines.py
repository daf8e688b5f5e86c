"""Files of one JSON object a line, as the batch commands write them."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def json_line(row: dict[str, Any]) -> bytes:
    """One line in UTF-8. A lone surrogate, which came in escaped, goes out escaped."""
    try:
        return (json.dumps(row, ensure_ascii=False) + "\n").encode()
    except UnicodeEncodeError:
        return (json.dumps(row) + "\n").encode()


def write_json_lines(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write ``rows`` to a file beside ``path`` and rename it when the last one stands; returns their number.

    Whatever ``rows`` raises passes through, and so does OSError; ``path`` is then left as it was.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with part.open("wb") as out:
            for row in rows:
                out.write(json_line(row))
                count += 1
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count

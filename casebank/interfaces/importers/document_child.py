"""Reads a Word document from standard input in a process of its own and writes its text as JSON.

Run as a script by :mod:`casebank.interfaces.importers.document`. The process has limited memory and time: a hostile
document (millions of empty paragraphs) ends it, not the server.
"""

import io
import json
import resource
import sys
from collections.abc import Iterator

MEMORY = 512 * 1024 * 1024
SECONDS = 10
MOST_CHARACTERS = 200_000
TOO_LARGE = 3


def limit() -> None:
    """Bound memory and processor time of this process."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def read(data: bytes) -> str:
    """Paragraphs and tables in order; the cells of a row are parted by tabs."""
    from docx import Document

    lines: list[str] = []
    size = 0
    for line in _lines(Document(io.BytesIO(data))):
        size += len(line) + 1
        if size > MOST_CHARACTERS:
            sys.exit(TOO_LARGE)
        lines.append(line)
    return "\n".join(lines)


def _lines(document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text


def _rows(table) -> Iterator[str]:
    for row in table.rows:
        cells = {id(cell._tc): " ".join(cell.text.split()) for cell in row.cells}  # merged cells repeat
        yield "\t".join(cells.values())


if __name__ == "__main__":
    limit()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)

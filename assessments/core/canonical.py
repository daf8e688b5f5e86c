"""One way to turn data into bytes, so that equal content has equal hashes."""

import json
import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

_BLANK = re.compile(r"\s")


def canonical_json(data: Any) -> str:
    """JSON with sorted keys, no blanks, characters as they are."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(data: Any) -> str:
    """SHA-256 (hex) of the canonical JSON in UTF-8."""
    return sha256(canonical_json(data).encode()).hexdigest()


def total_digest(lines: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over the ``(name, digest)`` lines in the order of their names: ``name digest\\n`` each."""
    return sha256("".join(f"{name} {value}\n" for name, value in sorted(lines)).encode()).hexdigest()


def characters(text: str) -> int:
    """Length as people count it in Chinese: code points without white space."""
    return len(_BLANK.sub("", text))

"""One normal form for every text that is compared: folded, simplified, without markup or blanks.

The result is a :class:`~casebank.core.text.folding.Folded`, so a match found in the normal form is
mapped back to the exact characters that a person typed.
"""

import re
from functools import lru_cache
from importlib.resources import files

from casebank.core.text.folding import Folded, fold

_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,200}>", re.DOTALL)
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "﹐": ",", "丶": "、"})


@lru_cache(maxsize=1)
def _simplified_by_traditional() -> dict[int, str]:
    """Character table traditional → simplified (OpenCC's TSCharacters, first reading)."""
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if "\t" in line)
    return {ord(pair[0]): pair[1].split(" ")[0] for pair in pairs if len(pair[0]) == 1 and pair[1].split(" ")[0]}


def simplify(text: str) -> str:
    """Traditional characters become simplified ones; the length never changes."""
    return text.translate(_simplified_by_traditional()) if text else text


def normalise(text: str, *, squeeze: bool = True, keep_lines: bool = False, limit: int | None = None) -> Folded:
    """Normal form of ``text``.

    ``squeeze`` drops all blanks (with ``keep_lines`` all but line breaks); ``limit`` reads that many characters only.
    """
    folded = fold(text if limit is None else text[:limit])
    plain = simplify(folded.text).translate(_QUOTES)
    if len(plain) != len(folded.text):
        plain = folded.text
    dropped = _markup(plain)
    if squeeze:
        dropped |= {at for at, char in enumerate(plain) if char.isspace() and not (keep_lines and char == "\n")}
    return _without(Folded(plain, folded.starts, folded.ends, folded.hidden), dropped)


def has_markup(text: str) -> bool:
    """Whether ``text`` carries HTML-like tags."""
    return bool(_TAG.search(fold(text).text))


def _markup(text: str) -> set[int]:
    if "<" not in text:
        return set()
    spans = [match.span() for pattern in (_SCRIPT, _TAG) for match in pattern.finditer(text)]
    return {at for start, end in spans for at in range(start, end)}


def _without(folded: Folded, dropped: set[int]) -> Folded:
    if not dropped:
        return folded
    kept = [at for at in range(len(folded.text)) if at not in dropped]
    return Folded(
        "".join(folded.text[at] for at in kept),
        tuple(folded.starts[at] for at in kept),
        tuple(folded.ends[at] for at in kept),
        folded.hidden,
    )

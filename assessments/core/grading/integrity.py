"""What kind of text is this, before any mark: flags inform and route, only the score costs marks.

``screen`` also names the units that cannot be read as statements (copied, listed, shuffled, instructions).
"""

import re
from dataclasses import dataclass

from assessments.core.grading import lexicon
from assessments.core.grading.elements import read
from assessments.core.grading.segment import READ_LIMIT, Source, Unit
from casebank.core.text.normalise import has_markup, normalise

FLAGS = (
    "empty", "too_short", "too_long", "hidden_characters", "markup", "copied_case_file", "keyword_list", "shuffled",
    "overclaiming", "conflicting", "retracted", "instruction_text", "repeated",
)  # fmt: skip
#: Flags after which a person must look whatever the verdicts say.
HUMAN_FLAGS = frozenset(
    {"conflicting", "retracted", "keyword_list", "shuffled", "overclaiming", "instruction_text", "too_long"}
)
GRAM = 8
COPIED_UNIT = 0.6
COPIED_ANSWER = 0.6
_BLANKS = re.compile(r"[ \t\u3000]+")
_PUNCTUATION = re.compile(r"[,。;:!?、()]")
_OTHERS = re.compile(r"(?:辩护人|被告人|嫌疑人|律师|起诉意见书|侦查机关|公安机关|上诉人)[^。]{0,14}$")


@dataclass(frozen=True)
class Screening:
    """Flags in fixed order and the units left to be read."""

    flags: tuple[str, ...]
    readable: tuple[Unit, ...]
    copied: tuple[Unit, ...]


def screen(source: Source, *, references: tuple[str, ...] = (), case_file: str = "") -> Screening:
    """Flags for one text. ``references`` are normalised point texts, ``case_file`` the original file text."""
    text = source.folded.text
    found = {name for name, seen in _surface(source).items() if seen}
    if not text.strip():
        return Screening(("empty",), (), ())
    copied = _copied_units(source, case_file)
    if sum(len(unit.text) for unit in copied) > COPIED_ANSWER * max(1, sum(len(unit.text) for unit in source.units)):
        found.add("copied_case_file")
    if _shuffled(text, references):
        found.add("shuffled")
    found |= _list_flags(source)
    readable = () if found & {"shuffled", "keyword_list"} else _readable(source, copied)
    return Screening(tuple(flag for flag in FLAGS if flag in found), readable, copied)


def _surface(source: Source) -> dict[str, bool]:
    text, length = source.folded.text, len(source.folded.text.strip())
    return {
        "too_short": 0 < length < 6,
        "too_long": len(source.original) > READ_LIMIT,
        "hidden_characters": source.folded.hidden >= 3,
        "markup": "<" in source.original[:READ_LIMIT] and has_markup(source.original[:READ_LIMIT]),
        "retracted": any(not _OTHERS.search(text[: found.start()]) for found in lexicon.RETRACTION.finditer(text)),
        "instruction_text": bool(lexicon.INSTRUCTION.search(text)),
        "repeated": source.repeated > 0.5 * max(1, length),
        "keyword_list": _keyword_list(source.original[:READ_LIMIT]),
    }


def _list_flags(source: Source) -> set[str]:
    charges = {family for unit in source.units for family in read(unit.text).asserted}
    return {"overclaiming"} if len(charges) >= 4 or any(_enumeration(unit) for unit in source.units) else set()


def _keyword_list(original: str) -> bool:
    """Many fragments parted by blanks instead of punctuation."""
    lines = [line for line in original.splitlines() if line.strip()]
    fragments = [
        piece for line in lines for piece in _BLANKS.split(line.strip()) if re.search(r"[\u4e00-\u9fff]", piece)
    ]
    marks = len(_PUNCTUATION.findall(normalise(original).text))
    longest = sum(len(piece) for piece in fragments) / max(1, len(fragments))
    return len(fragments) - len(lines) >= 6 and longest < 14 and marks < len(fragments) / 3


def _shuffled(text: str, references: tuple[str, ...]) -> bool:
    """The reference's characters without the reference's order, or punctuation that no sentence has."""
    plain = re.sub(r"\s", "", text)
    if len(plain) < 40:
        return False
    odd = len(re.findall(r"[,。、;:][,。、;:]", plain)) / len(plain)
    if odd > 0.012 and len(re.findall(r"[,。、;:][,。、;:]", plain)) >= 3:
        return True
    pool = "。".join(references)
    single, double, four = (_contained(plain, pool, size) for size in (1, 2, 4))
    return single > 0.85 and (double < 0.35 * single or single > 0.97 and four < 0.35)


def _contained(text: str, pool: str, size: int) -> float:
    grams = {text[at : at + size] for at in range(len(text) - size + 1)}
    known = {pool[at : at + size] for at in range(len(pool) - size + 1)}
    return len(grams & known) / len(grams) if grams else 0.0


def _copied_units(source: Source, case_file: str) -> tuple[Unit, ...]:
    pool = normalise(case_file).text if case_file else ""
    if not pool:
        return ()
    known = {pool[at : at + GRAM] for at in range(len(pool) - GRAM + 1)}
    return tuple(unit for unit in source.units if _copied(unit.text, known, pool))


def _copied(text: str, known: set[str], pool: str) -> bool:
    if len(text) < GRAM:
        return text in pool
    grams = [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]
    return sum(gram in known for gram in grams) >= COPIED_UNIT * len(grams)


def _readable(source: Source, copied: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple(
        unit
        for unit in source.units
        if unit not in copied and not _enumeration(unit) and not lexicon.INSTRUCTION.search(unit.text)
    )


def _enumeration(unit: Unit) -> bool:
    """A list of short claims (讯问违法、扣押违法、管辖错误 …), or of charges, instead of a statement."""
    items = [item for item in re.split(r"[、,]", unit.text) if item]
    claims = [
        item
        for item in items
        if len(item) <= 9
        and (lexicon.COMPLIANCE_BAD.search(item) or lexicon.PROOF_BAD.search(item) or lexicon.DEFICIENCY.search(item))
    ]
    return len(claims) >= 6 and len(claims) > 0.6 * len(items) or len(read(unit.text).asserted) >= 4


def needs_human(flags: tuple[str, ...]) -> bool:
    """Whether one of the flags must be seen by a person."""
    return bool(HUMAN_FLAGS & set(flags))

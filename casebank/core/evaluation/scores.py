"""Scores as ledgers hold them: number, text, full-width digits, with 分."""

import re
from dataclasses import dataclass
from decimal import Decimal

from casebank.core.evaluation.cells import Cell, is_void, squeezed

_NUMBER = re.compile(r"^[-−]?\d{1,6}(\.\d{1,6})?$")
LOWEST, HIGHEST = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class ScoreReading:
    """A score in points (0 to 100, two decimals), or the reason why there is none."""

    value: Decimal | None = None
    reason: str = ""


def read_score(value: Cell) -> ScoreReading:
    """Reasons: ``missing_score``, ``score_not_a_number``, ``score_out_of_range``."""
    if is_void(value):
        return ScoreReading(reason="missing_score")
    text = squeezed(value).removesuffix("分")
    if not _NUMBER.match(text):
        return ScoreReading(reason="score_not_a_number")
    number = Decimal(text.replace("−", "-"))
    if not LOWEST <= number <= HIGHEST:
        return ScoreReading(reason="score_out_of_range")
    return ScoreReading(number.quantize(Decimal("0.01")))

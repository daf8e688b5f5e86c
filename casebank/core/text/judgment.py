"""Where the parts of a judgment begin: facts, reasoning, statutes, operative part, notice of appeal."""

import re
from dataclasses import dataclass

from casebank.core.text.folding import Folded
from casebank.core.text.normalise import normalise

_REASON = "本院认为"
_ORDER = re.compile(r"判决如下|裁定如下")
_APPEAL = re.compile(r"如?不服本(?:判决|裁定)")
_ANNEX = re.compile(
    r"(?:本案适用(?:的)?(?:相关)?(?:法律)?(?:条文|法条|法律)|附[:,](?!录像)|附(?:本判决)?(?:相关|有关|适用|本案)?(?:法律|法条|条文)|相关法律(?:条文|规定)[:附])"
)
_STATUTES = re.compile(r"(?:依照|依据|根据|按照)(?=[^。]{0,40}(?:第|[》法]))")


@dataclass(frozen=True)
class Sections:
    """Normal form of a judgment and the offsets at which its parts begin (−1 when absent)."""

    folded: Folded
    text: str
    reason: int
    statutes: tuple[int, ...]
    order: int
    appeal: int

    @property
    def facts(self) -> tuple[int, int]:
        """Everything before the reasoning."""
        ends = [at for at in (self.reason, self.statutes[-1] if self.statutes else -1, self.order) if at >= 0]
        return 0, ends[0] if ends else len(self.text)

    @property
    def operative(self) -> tuple[int, int]:
        return (self.order, self.appeal if self.appeal >= 0 else len(self.text)) if self.order >= 0 else (0, 0)

    @property
    def reasoning(self) -> tuple[int, int]:
        return (self.reason, self.order if self.order >= 0 else len(self.text)) if self.reason >= 0 else (0, 0)


def read_sections(text: str) -> Sections:
    """Cut a judgment into facts, reasoning, statutes, operative part and notice of appeal."""
    folded = normalise(text)
    plain = folded.text
    order = _last(_ORDER, plain)
    reason = plain.find(_REASON, 0, order if order >= 0 else None)
    appeal = next((m.start() for m in _APPEAL.finditer(plain, max(order, 0))), -1)
    annex = next((m.start() for m in _ANNEX.finditer(plain, max(order, appeal, 0))), -1)
    if annex >= 0:
        plain = plain[:annex]
    floor = max(reason, 0)
    statutes = tuple(m.start() for m in _STATUTES.finditer(plain, floor, order if order >= 0 else len(plain)))
    return Sections(folded, plain, reason, statutes, order, appeal)


def _last(pattern: re.Pattern[str], text: str) -> int:
    """First 判决如下 after 本院认为, else the first one at all."""
    reason = text.find(_REASON)
    found = [m.start() for m in pattern.finditer(text)]
    return next((at for at in found if at > reason), found[0] if found else -1)

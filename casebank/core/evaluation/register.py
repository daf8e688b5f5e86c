"""What a ledger is read against: people, departments, schemes, business lines, codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casebank.core.evaluation.grades import Scheme
from casebank.core.evaluation.names import Departments, Members

KINDS: Mapping[str, tuple[str, ...]] = {
    "常规抽查": ("常规抽查", "常规", "抽查", "随机抽查"),
    "重点评查": ("重点评查", "重点", "逐案评查", "逐案重点评查"),
    "专项评查": ("专项评查", "专项"),
    "交叉评查": ("交叉评查", "交叉", "交叉互查"),
    "提级评查": ("提级评查", "提级", "上级评查"),
}
"""Evaluation kinds (2017 rule: the first three; public reports: the others) and other ways to write them."""


@dataclass(frozen=True)
class Register:
    """Facts of the unit at the time of the import."""

    members: Members
    departments: Departments
    schemes: tuple[Scheme, ...]
    business_lines: tuple[str, ...]
    codes: frozenset[str]
    today: date

    def business_line(self, text: str) -> str | None:
        """``刑事`` and ``刑事检察`` are one line."""
        return next((name for name in self.business_lines if text in (name, name.removesuffix("检察"))), None)

    @staticmethod
    def kind(text: str) -> str | None:
        return next((name for name, words in KINDS.items() if text in words), None)

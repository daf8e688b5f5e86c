"""Patterns, one file per kind. ``RULES`` is the table of all of them."""

from . import address, bank_card, case_no, court, date, email, id_number, org, other_id, phone, plate, qq, wechat
from .rule import Rule, run_rules

RULES: tuple[Rule, ...] = tuple(
    one
    for kind in (
        id_number, phone, bank_card, plate, email, wechat, qq, case_no, other_id, address, org, court, date,
    )
    for one in kind.RULES
)  # fmt: skip

__all__ = ["RULES", "Rule", "run_rules"]

"""QQ numbers: 5 to 12 digits after the cue."""

from ..types import QQ
from .rule import rule

RULES = (
    rule("qq-cue", QQ, r"(?:[Qq]{2}|扣扣|企鹅)\s*(?:账号|帐号|号码|号|群号|群)?(?:是|为|系)?\s*[:：(（“\"]?\s*(?P<v>[1-9][0-9 \-]{3,12}[0-9])(?![0-9])", 0.95),
)  # fmt: skip

"""Every reason has words on the screen and a line in the reference."""

import re
from pathlib import Path

from django.utils import translation

from casebank.interfaces.ledger_texts import REASONS, issue_text, reason_text

ROOT = Path(__file__).parents[3]
CORE = ROOT / "casebank" / "core" / "evaluation"
ROW_KINDS = {"blank", "repeated_header", "subtotal", "note"}


def emitted():
    """Reason codes that the core writes: arguments of error(), warn(), Issue() and reason=."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in CORE.glob("*.py"))
    found = set(re.findall(r'(?:error|warn)\("\w+", "(\w+)"\)', source))
    found |= set(re.findall(r'reason="(\w+)"', source)) | set(re.findall(r'Issue\("\w+", "(\w+)"', source))
    return found


def test_every_reason_the_core_gives_has_words():
    assert emitted() - REASONS.keys() == set()
    assert len(emitted()) > 15


def test_the_reference_lists_every_reason():
    text = (ROOT / "docs" / "reference" / "ledger-import.md").read_text(encoding="utf-8")

    assert {code for code in REASONS if f"`{code}`" not in text} == ROW_KINDS


def test_an_objection_is_a_sentence():
    with translation.override("en"):
        assert issue_text({"field": "score", "value": "1005", "code": "score_out_of_range"}) == (
            "Score “1005”: The score is not between 0 and 100"
        )
        assert issue_text({"field": "score", "value": "", "code": "missing_score"}) == "Score: The score is missing"
        assert reason_text("old_grade_name_after_2026-02-01").startswith("Old name of a grade after 2026-02-01")
        assert reason_text("something_new") == "something_new"

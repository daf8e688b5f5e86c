"""Who opens which address: one line for every named address of the product.

``name: Rule(kind, parts)``. ``kind`` is an entry of ``tests.factories.office`` (or literal parts of the address, or
nothing); ``parts`` are the people of that office who get through to the page or act with the office's own objects.
For everybody else the address does not exist (404). ``act``: only POST. ``shared``: the object belongs to no unit.
"""

from dataclasses import dataclass
from typing import Any

from tests.factories.office import PARTS

EVERYBODY = " ".join(PARTS)
HEADS = "head other_head"


@dataclass(frozen=True)
class Rule:
    kind: str | dict[str, Any] = ""
    parts: str = ""
    act: bool = False
    shared: bool = False
    script: bool = False  # spoken to by scripts, in JSON
    open: bool = False  # also without signing in

    def fill(self, objects: dict[str, dict[str, Any]]) -> dict[str, Any]:
        return self.kind if isinstance(self.kind, dict) else objects.get(self.kind, {})

    @property
    def of_a_unit(self) -> bool:
        return bool(self.kind) and isinstance(self.kind, str) and not self.shared


def page(kind: Any, parts: str, **more: Any) -> Rule:
    return Rule(kind, parts, **more)


def act(kind: Any, parts: str, **more: Any) -> Rule:
    return Rule(kind, parts, act=True, **more)


CMS = {
    "desk": page("", EVERYBODY),
    "search": page("", EVERYBODY, open=True),
    "defect_code": page({"code": "XS-ZJ-06"}, EVERYBODY),
    "publishing": page("", "trainer inspector"),
    "publish_release": act("release_id", "trainer inspector"),
    "publish_microclass": act("lesson_id", "trainer inspector"),
    "unpublish_page": act("page", "trainer inspector"),
}

CASEBANK = {
    "ledger_list": page("", "inspector"),
    "ledger_upload": page("", "inspector"),
    "ledger_bands": page("", "inspector"),
    "ledger_detail": page("batch", "inspector"),
    "ledger_columns": page("batch", "inspector"),
    "ledger_choose": act("batch", "inspector"),
    "ledger_commit": act("batch", "inspector"),
    "ledger_cancel": act("batch", "inspector"),
    "ledger_errors": page("batch", "inspector"),
    "roster": page("", f"trainer inspector hr {HEADS} administrator"),
    "roster_upload": page("", "inspector hr administrator"),
    "evaluation_list": page("", f"prosecutor colleague inspector {HEADS}"),
    "evaluation_export": page({"kind": "csv"}, f"prosecutor colleague inspector {HEADS}"),
    "evaluations_confirm": act("", "inspector"),
    "evaluation_detail": page("evaluation", "prosecutor inspector head"),
    "evaluation_confirm": act("evaluation", "inspector"),
    "finding_codes": page("finding", "inspector"),
    "finding_confirm": act("finding", "inspector"),
    "finding_dismiss": act("finding", "inspector"),
    "finding_reopen": act("finding", "inspector"),
    "study_list": page("", "trainer inspector"),
    "study_choose": page("", "trainer"),
    "study_start": page("confirmed", "trainer"),
    "study_detail": page("draft", "trainer inspector"),
    "study_edit": page("draft", "trainer"),
    "study_propose": act("draft", "trainer inspector"),
    "study_masking": page("suggested", "trainer inspector"),
    "study_decide": act("suggested", "trainer inspector"),
    "study_add_span": act("suggested", "trainer inspector"),
    "study_accept": act("suggested", "trainer inspector"),
    "study_resolve": act("suggested", "trainer inspector"),
    "study_reading": page("resolved", "inspector"),
    "study_send_back": act("resolved", "inspector"),
    "study_withdraw": act("released", "trainer inspector"),
    "knowledge": page("", "trainer inspector"),
    "knowledge_list": page({"slug": "negative-list"}, "trainer inspector"),
    "knowledge_row": page({"slug": "negative-list", "code": "XS-ZJ-06"}, "trainer inspector"),
    "knowledge_row_edit": page({"slug": "negative-list", "code": "XS-ZJ-06"}, "inspector"),
    "knowledge_row_use": act({"slug": "negative-list", "code": "XS-ZJ-06"}, "inspector"),
    "supervision_points": page("", "inspector"),
    "supervision_draft": act("", "inspector"),
    "supervision_decide": act("point", "inspector", shared=True),
    "account_list": page("", "administrator"),
    "account_create": page("", "administrator"),
    "account": page("account", "administrator"),
    "account_roles": act("account", "administrator"),
    "account_password": act("account", "administrator"),
    "account_active": act("account", "administrator"),
    "my_record": page("", EVERYBODY),
    "record_list": page("", f"inspector hr {HEADS}"),
    "person_record": page("person", "inspector hr head"),
    "file": page("upload", "inspector"),
}

ASSESSMENTS = {
    "item_list": page("", "trainer"),
    "item_new": page({"kind": "drafting"}, "trainer"),
    "item_detail": page("item", "trainer"),
    "item_edit": page("item", "trainer"),
    "item_preview": page("item", "trainer"),
    "item_ready": act("item", "trainer"),
    "item_draft": act("item", "trainer"),
    "item_archive": act("item", "trainer"),
    "item_duplicate": act("item", "trainer"),
    "document_new": page("item", "trainer"),
    "document_edit": page("document", "trainer"),
    "document_move": act("document", "trainer"),
    "document_remove": act("document", "trainer"),
    "finding_new": page("item", "trainer"),
    "finding_edit": page("key", "trainer"),
    "finding_move": act("key", "trainer"),
    "finding_remove": act("key", "trainer"),
    "reference_edit": page("drafting", "trainer"),
    "criterion_new": page("drafting", "trainer"),
    "criterion_edit": page("criterion", "trainer"),
    "criterion_move": act("criterion", "trainer"),
    "criterion_remove": act("criterion", "trainer"),
    "paper_list": page("", f"trainer inspector {HEADS}"),
    "paper_new": page("", "trainer"),
    "paper_detail": page("paper", f"trainer inspector {HEADS}"),
    "paper_edit": page("draft_paper", "trainer"),
    "paper_print": page("paper", f"trainer inspector {HEADS}"),
    "paper_key": page("paper", f"trainer inspector {HEADS}"),
    "paper_add": act("draft_paper", "trainer"),
    "slot_move": act("slot", "trainer"),
    "slot_remove": act("slot", "trainer"),
    "paper_approve": act("draft_paper", f"trainer inspector {HEADS}"),
    "paper_archive": act("paper", "trainer"),
    "sitting_list": page("", f"trainer {HEADS}"),
    "sitting_new": page("", "trainer"),
    "sitting_detail": page("sitting", f"trainer {HEADS}"),
    "sitting_edit": page("planned", "trainer"),
    "sitting_people": page("sitting", "trainer"),
    "sitting_open": act("planned", "trainer"),
    "sitting_cancel": act("sitting", "trainer"),
    "sitting_extend": act("sitting", "trainer"),
    "extra_time": page("candidate", "trainer"),
    "my_attempts": page("", EVERYBODY),
    "attempt_detail": page("attempt", "prosecutor"),
    "attempt_start": act("attempt", "prosecutor"),
    "attempt_question": page("question", "prosecutor"),
    "attempt_answer": act("answer", "prosecutor", script=True),
    "attempt_clock": page("attempt", "prosecutor", script=True),
    "attempt_hand_in": page("attempt", "prosecutor"),
    "attempt_receipt": page("handed_in", "prosecutor"),
    "marking_list": page("", "marker other_marker"),
    "marking_sitting": page("marked_sitting", "marker"),
    "marking_premark": act("marked_sitting", "marker"),
    "marking_script": page("script", "marker"),
    "marking_accept": act("script", "marker"),
    "marking_confirm": act("script", "marker"),
    "marking_reopen": act("script", "marker"),
    "result_list": page("", "trainer"),
    "result_script": page("released_script", "trainer"),
    "result_release": act("released_script", "trainer"),
    "result": page("result", "prosecutor"),
}

TRAINING = {
    "lesson_list": page("", f"trainer {HEADS}"),
    "lesson_choose": page("", "trainer"),
    "lesson_new": page("release", "trainer"),
    "lesson_detail": page("lesson", f"trainer {HEADS}"),
    "lesson_edit": page("lesson", "trainer"),
    "lesson_publish": act("lesson", "trainer"),
    "lesson_revise": act("lesson", "trainer"),
    "lesson_archive": act("lesson", "trainer"),
    "lesson_assign": page("lesson", f"trainer {HEADS}"),
    "lesson_progress": page("lesson", f"trainer {HEADS}"),
    "enrolment_cancel": act("enrolment", "trainer head"),
    "my_lessons": page("", EVERYBODY),
    "lesson_read": page("enrolment", "prosecutor"),
    "lesson_start": act("enrolment", "prosecutor"),
    "lesson_answer": act("enrolment", "prosecutor"),
    "lesson_receipt": page("completed", "prosecutor"),
    "lesson_open": page("lesson_page", EVERYBODY),
    "lesson_take": act("lesson_page", EVERYBODY),
    "my_growth": page("", EVERYBODY),
    "competency_report": page("", "hr"),
    "competency_xlsx": page("", "hr"),
    "competency_pdf": page("", "hr"),
    "competency_person": page("person", "hr"),
    "post_targets": page("", "hr"),
    "effect": page("", "trainer inspector hr"),
}

RIGHTS: dict[str, Rule] = {
    **CMS,
    **{f"casebank:{name}": rule for name, rule in CASEBANK.items()},
    **{f"assessments:{name}": rule for name, rule in ASSESSMENTS.items()},
    **{f"training:{name}": rule for name, rule in TRAINING.items()},
}

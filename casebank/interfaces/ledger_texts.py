"""Words for what the importer found: fields, reasons, warnings. Codes stay in the data, words on the screen."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

Text = str | Promise

FIELDS: dict[str, Text] = {
    "seq": gettext_lazy("Serial number"),
    "case_no": gettext_lazy("Case number"),
    "cause": gettext_lazy("Cause of action"),
    "business_line": gettext_lazy("Business line"),
    "handler": gettext_lazy("Handler"),
    "department": gettext_lazy("Department"),
    "accepted_on": gettext_lazy("Accepted on"),
    "closed_on": gettext_lazy("Closed on"),
    "kind": gettext_lazy("Evaluation kind"),
    "evaluator": gettext_lazy("Evaluator"),
    "evaluated_on": gettext_lazy("Evaluated on"),
    "score": gettext_lazy("Score"),
    "grade": gettext_lazy("Grade"),
    "problems": gettext_lazy("Problems found"),
    "codes": gettext_lazy("Defect codes"),
    "due": gettext_lazy("Rectification deadline"),
    "rectification": gettext_lazy("Rectification"),
    "remark": gettext_lazy("Remark"),
    "name": gettext_lazy("Name"),
    "staff_no": gettext_lazy("Staff number"),
    "rank": gettext_lazy("Rank"),
    "post": gettext_lazy("Post"),
    "joined_on": gettext_lazy("Started work"),
    "phone": gettext_lazy("Phone"),
}

REASONS: dict[str, Text] = {
    "exact_duplicate": gettext_lazy("Copy of another row"),
    "same_case_written_differently": gettext_lazy("Same case as another row, only written differently"),
    "already_stored": gettext_lazy("Already imported, nothing new"),
    "same_case_no_different_grade": gettext_lazy("Same case number with another score or grade"),
    "same_case_no_different_values": gettext_lazy("Same case number with other values"),
    "stored_with_different_grade": gettext_lazy("Already imported with another score or grade"),
    "stored_with_different_values": gettext_lazy("Already imported with other values"),
    "missing_case_no": gettext_lazy("The case number is missing"),
    "malformed_case_no": gettext_lazy("This is not a case number, such as 某检刑诉〔2026〕1号"),
    "missing_business_line": gettext_lazy("The business line is missing"),
    "unknown_business_line": gettext_lazy("This business line is not known"),
    "missing_handler": gettext_lazy("The handler is missing"),
    "handler_not_in_roster": gettext_lazy("Nobody of this name is in the roster"),
    "handler_ambiguous": gettext_lazy("Several people bear this name; the department does not tell which one"),
    "missing_department": gettext_lazy("The department is missing"),
    "unknown_department": gettext_lazy("This department is not known"),
    "missing_closed_on": gettext_lazy("The closing date is missing"),
    "missing_evaluated_on": gettext_lazy("The date of the evaluation is missing"),
    "impossible_date": gettext_lazy("This day does not exist"),
    "unreadable_date": gettext_lazy("This is not a date"),
    "end_before_start": gettext_lazy("Closed before it was accepted"),
    "missing_score": gettext_lazy("The score is missing"),
    "score_not_a_number": gettext_lazy("The score is not a number"),
    "score_out_of_range": gettext_lazy("The score is not between 0 and 100"),
    "missing_grade": gettext_lazy("The grade is missing"),
    "unknown_grade": gettext_lazy("This grade does not exist"),
    "grade_not_in_force": gettext_lazy("This grade was not in force on the day of the evaluation"),
    "no_scheme_in_force": gettext_lazy("No grading scheme was in force on the day of the evaluation"),
    "missing_name": gettext_lazy("The name is missing"),
    "missing_staff_no": gettext_lazy("The staff number is missing"),
    "malformed_staff_no": gettext_lazy("A staff number has letters, digits and hyphens only"),
    "staff_no_twice": gettext_lazy("The staff number occurs more than once"),
    "text_too_long": gettext_lazy("The text is too long"),
    "score_and_grade_disagree": gettext_lazy("Score and grade do not fit the bands of the unit"),
    "evaluator_is_handler": gettext_lazy("Evaluator and handler have the same name"),
    "evaluated_before_closed": gettext_lazy("Evaluated before the case was closed"),
    "date_in_future": gettext_lazy("The date lies in the future"),
    "missing_kind": gettext_lazy("The evaluation kind is missing"),
    "unknown_kind": gettext_lazy("This evaluation kind is not known; kept as written"),
    "missing_cause": gettext_lazy("The cause of action is missing"),
    "unknown_code": gettext_lazy("A code is not in the negative list; left out"),
    "code_without_problem": gettext_lazy("A code is given but no problem is described"),
    "text_cut": gettext_lazy("The text was too long and was cut"),
    "blank": gettext_lazy("Blank row"),
    "repeated_header": gettext_lazy("Repeated header"),
    "subtotal": gettext_lazy("Total"),
    "note": gettext_lazy("Note"),
}
_OLD_GRADE = "old_grade_name_after_"

SUGGESTED_BY: dict[str, Text] = {
    "stated_code": gettext_lazy("Stated in the ledger"),
    "same_as_title": gettext_lazy("Same words as the title of the code"),
    "same_as_example": gettext_lazy("Like a problem that was given this code before"),
    "shared_words": gettext_lazy("Shared words"),
}


def field_label(name: str) -> Text:
    """The word for a field; an unknown one stays as it is."""
    return FIELDS.get(name, name)


def reason_text(code: str) -> Text:
    """A sentence for a reason or warning code."""
    if code.startswith(_OLD_GRADE):
        return _("Old name of a grade after %(day)s; stored under the new name") % {
            "day": code.removeprefix(_OLD_GRADE)
        }
    return REASONS.get(code, code)


def issue_text(issue: dict[str, Any]) -> str:
    """``得分 "1005": 得分不在0到100之间`` for one stored objection."""
    values = {"field": field_label(issue["field"]), "value": issue["value"], "reason": reason_text(issue["code"])}
    if not issue["value"]:
        return _("%(field)s: %(reason)s") % values
    return _("%(field)s “%(value)s”: %(reason)s") % values

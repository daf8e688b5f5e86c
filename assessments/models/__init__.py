"""Tables of assessments: items, papers, sittings, attempts, marking, results."""

from assessments.models.attempt import Answer, AnswerRevision, Attempt, AttemptEvent
from assessments.models.item import CaseDocument, Criterion, Item, KeyFinding, Paragraph, ReferenceSection
from assessments.models.marking import MarkStep, PreMark, PreMarkSheet
from assessments.models.paper import Paper, Slot
from assessments.models.result import Result
from assessments.models.sitting import Sitting

__all__ = [
    "Answer",
    "AnswerRevision",
    "Attempt",
    "AttemptEvent",
    "CaseDocument",
    "Criterion",
    "Item",
    "KeyFinding",
    "MarkStep",
    "Paper",
    "Paragraph",
    "PreMark",
    "PreMarkSheet",
    "ReferenceSection",
    "Result",
    "Sitting",
    "Slot",
]

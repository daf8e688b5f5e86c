"""Tables of casebank: people, cases, inspection data, knowledge lists, studies, performance records."""

from casebank.models.activity import Activity
from casebank.models.case import Case
from casebank.models.evaluation import Evaluation, Finding, FindingSuggestion
from casebank.models.files import PrivateFile
from casebank.models.knowledge import (
    AnonymisationRule,
    CaseTypeKeyReview,
    Competency,
    Deadline,
    DefectType,
    DocumentSection,
    DocumentType,
    EvidenceIssue,
    EvidenceKind,
    ExamFormat,
    Grade,
    PerformanceRule,
    RankOrDepartment,
    ReviewItem,
    RiskRule,
    SentencingFactor,
    Source,
)
from casebank.models.ledger_import import ImportBatch, ImportRow
from casebank.models.people import Department, Person, Post, Posting, RoleGrant, Unit, User
from casebank.models.performance import PerformanceEntry
from casebank.models.study import MaskSpan, Study, StudyRelease
from casebank.models.supervision import SupervisionPoint

__all__ = [
    "Activity",
    "AnonymisationRule",
    "Case",
    "CaseTypeKeyReview",
    "Competency",
    "Deadline",
    "DefectType",
    "Department",
    "DocumentSection",
    "DocumentType",
    "Evaluation",
    "EvidenceIssue",
    "EvidenceKind",
    "ExamFormat",
    "Finding",
    "FindingSuggestion",
    "Grade",
    "ImportBatch",
    "ImportRow",
    "MaskSpan",
    "PerformanceEntry",
    "PerformanceRule",
    "Person",
    "Post",
    "Posting",
    "PrivateFile",
    "RankOrDepartment",
    "ReviewItem",
    "RiskRule",
    "RoleGrant",
    "SentencingFactor",
    "Source",
    "Study",
    "StudyRelease",
    "SupervisionPoint",
    "Unit",
    "User",
]

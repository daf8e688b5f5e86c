"""What other apps offer people to choose from: codes, documents, issues, colleagues."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from casebank.enums import Role
from casebank.models import Competency, DefectType, Department, DocumentType, EvidenceIssue, EvidenceKind, Person, User


@dataclass(frozen=True)
class CodeChoice:
    """A code with the words people know it by; ``group`` is a heading, ``words`` further text to search."""

    code: str
    title: str
    group: str = ""
    words: str = ""


@dataclass(frozen=True)
class IssueChoice:
    """A common violation as an answer key needs it."""

    code: str
    issue: str
    evidence: str
    attribute: str
    consequence: str
    statement: str
    legal_basis: str
    remedy: str


@dataclass(frozen=True)
class SectionChoice:
    """A section of a document type; ``guidance`` are its required elements."""

    code: str
    heading: str
    required: bool
    guidance: str
    points: Decimal


def defect_choices() -> list[CodeChoice]:
    """Every code of the negative list in use, by business line and code."""
    rows = DefectType.objects.active().order_by("business_line", "code")
    return [CodeChoice(row.code, row.title, row.business_line, f"{row.stage} {row.dimension}") for row in rows]


def competency_choices() -> list[CodeChoice]:
    return [CodeChoice(row.code, row.dimension) for row in Competency.objects.active()]


def evidence_kind_choices() -> list[CodeChoice]:
    """Kinds of evidence in statutory order (刑诉法 50)."""
    rows = EvidenceKind.objects.active().order_by("statutory_order", "code")
    return [CodeChoice(row.code, row.subtype, row.kind) for row in rows]


def document_type_choices() -> list[CodeChoice]:
    rows = DocumentType.objects.active().order_by("business_line", "code")
    return [CodeChoice(row.code, row.name, row.business_line) for row in rows]


def document_section_choices(document_code: str) -> list[SectionChoice]:
    """The sections of one document type in order; empty for an unknown code."""
    found = DocumentType.objects.filter(code=document_code).first()
    rows = found.sections.active() if found else []
    return [
        SectionChoice(row.code, row.section, row.required == "必备", row.key_elements, row.suggested_points)
        for row in rows
    ]


def issue_choices() -> list[IssueChoice]:
    """The common violations in use, by evidence and code."""
    rows = EvidenceIssue.objects.active().order_by("evidence_subtype", "code")
    return [
        IssueChoice(
            row.code,
            row.issue,
            row.evidence_subtype,
            row.attribute,
            row.consequence,
            row.standard_answer_points,
            row.legal_basis,
            row.supplement_request,
        )
        for row in rows
    ]


def people_in_service(unit_id: int) -> QuerySet:
    """People of the unit by department and staff number."""
    rows = Person.objects.filter(unit_id=unit_id, is_active=True).select_related("department")
    return rows.order_by("department__order", "department__name", "staff_no")


def departments_of(unit_id: int) -> QuerySet:
    return Department.objects.filter(unit_id=unit_id)


def accounts_with_role(unit_id: int, role: Role) -> QuerySet:
    """Active accounts of the unit that hold ``role`` now."""
    held = User.objects.filter(grants__role=role, grants__revoked_at=None, is_active=True, person__unit_id=unit_id)
    return held.select_related("person__department").order_by("person__staff_no").distinct()

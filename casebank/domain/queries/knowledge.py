"""Reading the knowledge lists: what a person may see of them, searched and filtered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from casebank import models
from casebank.enums import VerifyClass
from casebank.rules import may_see_unverified_knowledge


@dataclass(frozen=True)
class KnowledgeList:
    """A list as people browse it: ``columns`` are shown, ``searched`` fields are looked through."""

    slug: str
    model: type[Model]
    columns: tuple[str, ...]
    searched: tuple[str, ...]
    filters: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return str(self.model._meta.verbose_name_plural)


LISTS: dict[str, KnowledgeList] = {
    item.slug: item
    for item in (
        KnowledgeList(
            "negative-list",
            models.DefectType,
            ("title", "business_line", "stage", "severity"),
            ("title", "legal_basis", "check_method", "rectification"),
            ("business_line", "stage", "severity"),
        ),
        KnowledgeList(
            "common-violations",
            models.EvidenceIssue,
            ("evidence_subtype", "issue", "attribute", "consequence"),
            ("issue", "how_it_shows_in_file", "standard_answer_points", "supplement_request", "legal_basis"),
            ("evidence_subtype", "attribute", "consequence"),
        ),
        KnowledgeList(
            "evidence-kinds",
            models.EvidenceKind,
            ("kind", "subtype", "absolute_exclusion"),
            ("kind", "subtype", "authenticity_points", "relevance_points", "legality_points", "absolute_exclusion"),
        ),
        KnowledgeList("document-types", models.DocumentType, ("name", "business_line"), ("name",)),
        KnowledgeList(
            "document-sections",
            models.DocumentSection,
            ("document_type", "section", "required", "suggested_points"),
            ("section", "key_elements", "common_errors", "document_type__name"),
        ),
        KnowledgeList(
            "grades",
            models.Grade,
            ("scheme", "grade", "effective_from", "effective_to"),
            ("scheme", "grade", "criteria"),
            ("scheme",),
        ),
        KnowledgeList(
            "competencies",
            models.Competency,
            ("dimension", "description", "linked_negative_prefix"),
            ("dimension", "description"),
        ),
        KnowledgeList(
            "time-limits",
            models.Deadline,
            ("name", "business_line", "length", "unit", "legal_basis"),
            ("name", "trigger_event", "special_rule", "legal_basis"),
            ("business_line",),
        ),
        KnowledgeList(
            "review-items",
            models.ReviewItem,
            ("dimension", "item", "suggested_max"),
            ("dimension", "item", "deduct_rule", "grade_ceiling"),
        ),
        KnowledgeList(
            "key-review-types",
            models.CaseTypeKeyReview,
            ("case_type", "business_line", "source_layer"),
            ("case_type", "detect_rule"),
        ),
        KnowledgeList(
            "risk-rules",
            models.RiskRule,
            ("risk", "level", "suggested_action"),
            ("risk", "reason", "suggested_action"),
            ("level",),
        ),
        KnowledgeList(
            "sentencing-factors",
            models.SentencingFactor,
            ("factor", "direction", "min_pct", "max_pct"),
            ("factor", "offence_limits", "criminal_law_basis"),
        ),
        KnowledgeList(
            "masking-rules",
            models.AnonymisationRule,
            ("object", "rule", "example"),
            ("object", "rule", "method", "example"),
        ),
        KnowledgeList(
            "assessment-rules", models.PerformanceRule, ("topic", "rule", "value", "scope"), ("topic", "rule", "value")
        ),
        KnowledgeList("ranks-and-departments", models.RankOrDepartment, ("name", "type"), ("name", "type"), ("type",)),
        KnowledgeList(
            "exam-formats",
            models.ExamFormat,
            ("format", "duration_hours", "outputs"),
            ("format", "material", "outputs"),
        ),
        KnowledgeList("sources", models.Source, ("what", "kind", "reliability"), ("what", "address")),
    )
}


def negative_list(user: Any) -> QuerySet:
    """Codes in use that ``user`` may see; unverified ones only for trainers and inspectors."""
    return _readable(models.DefectType.objects.active(), user)


def common_violations(user: Any) -> QuerySet:
    """Common violations in use that ``user`` may see."""
    return _readable(models.EvidenceIssue.objects.active(), user)


def defect_titles(codes: Iterable[str]) -> dict[str, str]:
    """Title by code, retired codes included; unknown codes are left out."""
    return dict(models.DefectType.objects.filter(code__in=set(codes)).values_list("code", "title"))


def searched(rows: QuerySet, terms: str, fields: Iterable[str], *, code: str = "code") -> QuerySet:
    """Rows that hold every blank-separated word of ``terms`` in the field ``code`` or one of ``fields``."""
    for term in terms.split():
        rows = rows.filter(_anywhere(term, (code, *fields)))
    return rows


def distinct_values(rows: QuerySet, field: str) -> list[str]:
    """The values of ``field`` in order of how often they occur."""
    counts: dict[str, int] = {}
    for value in rows.order_by().values_list(field, flat=True):
        if value:
            counts[value] = counts.get(value, 0) + 1
    return sorted(counts, key=lambda value: (-counts[value], value))


def _anywhere(term: str, fields: Iterable[str]) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": term})
    return found


def _readable(rows: QuerySet, user: Any) -> QuerySet:
    return rows if may_see_unverified_knowledge(user) else rows.exclude(verify_class=VerifyClass.UNVERIFIED)

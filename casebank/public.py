"""The door of casebank: what other apps may call. Each name is documented where it is defined."""

from casebank.domain.activity import record_activity
from casebank.domain.lifecycle import move
from casebank.domain.people import create_account, grant_role
from casebank.domain.performance import record_performance
from casebank.domain.queries.choices import (
    accounts_with_role,
    competency_choices,
    defect_choices,
    departments_of,
    document_section_choices,
    document_type_choices,
    evidence_kind_choices,
    issue_choices,
    people_in_service,
)
from casebank.domain.queries.evidence import (
    CaseCountRow,
    CaseDefectRow,
    CompetencyRow,
    DefectTypeRow,
    FormalScoreRow,
    HandledCaseRow,
    business_lines,
    case_counts,
    case_defects,
    competencies,
    defect_types,
    formal_scores,
    handled_cases,
    posts,
)
from casebank.domain.queries.knowledge import (
    common_violations,
    defect_titles,
    distinct_values,
    negative_list,
    searched,
)
from casebank.domain.queries.performance import record_lines, record_summary, weak_codes
from casebank.domain.queries.releases import ReleasedStudy, list_releases, release, release_by_id
from casebank.domain.queries.supervision import published_points, shown_count
from casebank.domain.queries.waiting import waiting_for
from casebank.domain.record_access import note_opening
from casebank.models.append_only import AppendOnlyModel

__all__ = [
    "AppendOnlyModel",
    "CaseCountRow",
    "CaseDefectRow",
    "CompetencyRow",
    "DefectTypeRow",
    "FormalScoreRow",
    "HandledCaseRow",
    "ReleasedStudy",
    "accounts_with_role",
    "business_lines",
    "case_counts",
    "case_defects",
    "common_violations",
    "competencies",
    "competency_choices",
    "create_account",
    "defect_choices",
    "defect_titles",
    "defect_types",
    "departments_of",
    "distinct_values",
    "document_section_choices",
    "document_type_choices",
    "evidence_kind_choices",
    "formal_scores",
    "grant_role",
    "handled_cases",
    "issue_choices",
    "list_releases",
    "move",
    "negative_list",
    "note_opening",
    "people_in_service",
    "posts",
    "published_points",
    "record_activity",
    "record_lines",
    "record_performance",
    "record_summary",
    "release",
    "release_by_id",
    "searched",
    "shown_count",
    "waiting_for",
    "weak_codes",
]

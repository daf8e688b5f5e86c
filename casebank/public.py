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
    issue_choices,
    people_in_service,
)
from casebank.domain.queries.evidence import (
    business_lines,
    case_counts,
    case_defects,
    code_lines,
    competency_prefixes,
    defect_facts,
    formal_scores,
    handled_cases,
)
from casebank.domain.queries.performance import record_lines, record_summary, weak_codes
from casebank.domain.queries.releases import ReleasedStudy, list_releases, release, release_by_id
from casebank.domain.queries.waiting import waiting_for
from casebank.domain.record_access import note_opening
from casebank.models.append_only import AppendOnlyModel

__all__ = [
    "AppendOnlyModel",
    "ReleasedStudy",
    "accounts_with_role",
    "business_lines",
    "case_counts",
    "case_defects",
    "code_lines",
    "competency_choices",
    "competency_prefixes",
    "create_account",
    "defect_choices",
    "defect_facts",
    "departments_of",
    "document_section_choices",
    "document_type_choices",
    "formal_scores",
    "grant_role",
    "handled_cases",
    "issue_choices",
    "list_releases",
    "move",
    "note_opening",
    "people_in_service",
    "record_activity",
    "record_lines",
    "record_performance",
    "record_summary",
    "release",
    "release_by_id",
    "waiting_for",
    "weak_codes",
]

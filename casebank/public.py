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

__all__ = [
    "accounts_with_role",
    "competency_choices",
    "create_account",
    "defect_choices",
    "departments_of",
    "document_section_choices",
    "document_type_choices",
    "grant_role",
    "issue_choices",
    "move",
    "people_in_service",
    "record_activity",
    "record_performance",
]

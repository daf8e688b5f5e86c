"""The door of casebank: what other apps may call. Each name is documented where it is defined."""

from casebank.domain.activity import record_activity
from casebank.domain.lifecycle import move
from casebank.domain.people import create_account, grant_role
from casebank.domain.performance import record_performance

__all__ = ["create_account", "grant_role", "move", "record_activity", "record_performance"]

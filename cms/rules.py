"""Who may do what on the website."""

from typing import Any

from casebank.enums import Role
from casebank.rules import has_role


def may_publish(user: Any) -> bool:
    """Put a released study or a micro-class on the website: trainers and inspectors."""
    return has_role(user, Role.TRAINER, Role.INSPECTOR)

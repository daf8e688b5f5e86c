"""Who may do what in assessments: small predicates over an account and, where one matters, a row.

Sets of rows speak through ``visible_to`` of their querysets. A person who still has a test before them never
sees the paper, its items or its key, whatever roles they hold.
"""

from typing import Any

from assessments.states import ItemState, PaperState, SittingState
from casebank.enums import Role
from casebank.rules import has_role, same_unit


def has_unit(user: Any, *roles: Role) -> bool:
    """An active account with a roster row, holding any of ``roles``."""
    return has_role(user, *roles) and user.person_id is not None


def may_author(user: Any) -> bool:
    """Write items and papers, within the own unit."""
    return has_unit(user, Role.TRAINER)


def may_see_papers(user: Any) -> bool:
    """Trainers, and those who may approve as the second person."""
    return has_unit(user, Role.TRAINER, Role.INSPECTOR, Role.HEAD)


def may_plan_sittings(user: Any) -> bool:
    return has_unit(user, Role.TRAINER)


def may_see_sittings(user: Any) -> bool:
    return has_unit(user, Role.TRAINER, Role.HEAD)


def may_take_tests(user: Any) -> bool:
    return bool(user.is_authenticated and user.is_active and user.person_id)


def may_edit_item(user: Any, item: Any) -> bool:
    """A trainer of the unit, while the item is a draft that no approved paper uses."""
    open_item = item.state == ItemState.DRAFT and item.frozen_at is None
    return open_item and may_author(user) and same_unit(user, item.unit_id)


def may_edit_paper(user: Any, paper: Any) -> bool:
    return paper.state == PaperState.DRAFT and may_author(user) and same_unit(user, paper.unit_id)


def may_approve_paper(user: Any, paper: Any) -> bool:
    """The second person: another trainer, an inspector or a head of the unit; never the author."""
    return (
        paper.state == PaperState.DRAFT
        and may_see_papers(user)
        and same_unit(user, paper.unit_id)
        and paper.author_id != user.pk
    )


def may_run_sitting(user: Any, sitting: Any) -> bool:
    """Open, cancel, extend, name candidates and markers."""
    return may_plan_sittings(user) and same_unit(user, sitting.unit_id)


def may_edit_sitting(user: Any, sitting: Any) -> bool:
    return sitting.state == SittingState.PLANNED and may_run_sitting(user, sitting)


def owns_attempt(user: Any, attempt: Any) -> bool:
    """Only the candidate reads and writes an attempt; trainers, heads and administrators do not."""
    return may_take_tests(user) and attempt.person_id == user.person_id


def may_mark_attempt(user: Any, attempt: Any) -> bool:
    """A marker named for the sitting, and never the candidate."""
    return (
        has_role(user, Role.MARKER)
        and attempt.person_id != user.person_id
        and attempt.sitting.markers.filter(pk=user.pk).exists()
    )


def may_mark(user: Any) -> bool:
    """Open the marking pages at all; which scripts is ``may_mark_attempt``."""
    return has_unit(user, Role.MARKER)


def may_release_result(user: Any, attempt: Any) -> bool:
    """A second person: a trainer of the unit who is neither the candidate nor marked the script."""
    return (
        has_unit(user, Role.TRAINER)
        and same_unit(user, attempt.sitting.unit_id)
        and attempt.person_id != user.person_id
        and not attempt.premark_sheets.filter(marks__steps__marker=user).exists()
    )

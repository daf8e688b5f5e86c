"""Somebody opens the record of somebody else: allowed by right, and written down."""

from casebank.domain.activity import record_activity
from casebank.models import Activity, Person, User


def note_opening(*, actor: User, person: Person, page: str) -> Activity | None:
    """Write down that ``actor`` opened ``page`` about ``person``; one's own record leaves no line.

    One single row, so it needs no transaction of its own.
    """
    if actor.person_id == person.pk:
        return None
    return record_activity(actor=actor, act="performance.opened", subject=person, detail={"page": page})

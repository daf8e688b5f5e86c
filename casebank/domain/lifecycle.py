"""One way to move a row from state to state."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from casebank.core.errors import Conflict, Refused
from casebank.domain.activity import record_activity
from casebank.models import User


def move(
    row: Any,
    *,
    to: str,
    moves: Mapping[Any, set],
    actor: User | None,
    expected: str | None = None,
    field: str = "state",
    detail: dict | None = None,
    **changes: Any,
) -> Any:
    """Lock ``row``, check that ``moves`` allows the step, store state and ``changes``, log it; returns the locked row.

    Raises ``Refused`` for a pair that the table does not hold and ``Conflict`` when the state is no longer
    ``expected``. Must run inside a transaction.
    """
    locked = type(row)._base_manager.select_for_update().get(pk=row.pk)
    current = getattr(locked, field)
    if expected is not None and current != expected:
        raise Conflict(_("Somebody has changed this in the meantime. Please look at it again."))
    if to not in moves.get(current, set()):
        labels = dict(locked._meta.get_field(field).flatchoices)
        raise Refused(
            _("This cannot go from “%(old)s” to “%(new)s”.")
            % {"old": labels.get(current, current), "new": labels.get(to, to)}
        )
    for name, value in {field: to, **changes}.items():
        setattr(locked, name, value)
        setattr(row, name, value)
    locked.save()
    record_activity(
        actor=actor, act=f"{locked._meta.model_name}.{to}", subject=locked, detail={"from": current, **(detail or {})}
    )
    return locked

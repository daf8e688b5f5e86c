"""The roles of a person in words."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLE_LABELS: dict[str, Promise] = {
    "prosecutor": _("Prosecutor"),
    "trainer": _("Trainer"),
    "marker": _("Marker"),
    "inspector": _("Inspector"),
    "hr": _("Personnel officer"),
    "head": _("Head of department"),
    "administrator": _("Administrator"),
}


def role_labels(codes: Iterable[str]) -> list[Promise]:
    """Labels of the held roles in the fixed order of the table; unknown codes are left out."""
    held = frozenset(codes)
    return [label for code, label in ROLE_LABELS.items() if code in held]

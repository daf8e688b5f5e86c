"""Settings that a unit keeps for itself."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.domain.activity import record_activity
from casebank.models import Unit, User
from casebank.rules import may_import, same_unit


@transaction.atomic
def set_score_bands(*, actor: User, unit: Unit, bands: Mapping[str, float]) -> Unit:
    """Rank of a grade → lowest score that earns it; stored evaluations keep their grades. Raises ``Refused``."""
    if not (may_import(actor) and same_unit(actor, unit.pk)):
        raise Refused(_("Only inspectors of the unit set its score bands."))
    old, unit.score_bands = unit.score_bands, dict(bands)
    unit.save(update_fields=["score_bands"])
    record_activity(actor=actor, act="unit.bands_set", subject=unit, detail={"from": old, "to": unit.score_bands})
    return unit

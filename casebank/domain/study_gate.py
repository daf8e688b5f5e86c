"""The gate: nothing that names somebody passes, and nobody can override it. Whoever is stopped repairs the text."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from casebank.core.anonymise.leaks import find_leaks
from casebank.core.errors import Refused
from casebank.domain.study_known import known_identifiers, known_parties
from casebank.models import Study


def refuse_leaks(study: Study, texts: Mapping[str, str]) -> None:
    """Raises ``Refused``, naming field and words, if anything known is left in ``texts`` (by field name)."""
    leaks = find_leaks(texts, known_identifiers(study))
    if not leaks:
        return
    places = dict.fromkeys((leak.field, leak.words) for leak in leaks)
    named = _("; ").join(
        _("“%(words)s” in “%(field)s”") % {"words": words, "field": _label(field)} for field, words in places
    )
    raise Refused(_("These words still name somebody: %(places)s. Please replace them.") % {"places": named})


def refuse_names(study: Study, words: str) -> None:
    """Raises ``Refused`` if a replacement would itself name a party."""
    if find_leaks({"": words}, known_parties(study)):
        raise Refused(_("“%(words)s” names somebody itself. Please choose other words.") % {"words": words})


def _label(field: str) -> str:
    return str(Study._meta.get_field(field).verbose_name) if field in Study.TEXT_FIELDS else field

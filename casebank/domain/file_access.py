"""Handing out private files, with a line in the history for each."""

from django.db import transaction
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.domain.activity import record_activity
from casebank.domain.study import open_facts
from casebank.models import PrivateFile, Study, User
from casebank.rules import may_fetch_file, may_open_facts


@transaction.atomic
def fetch_file(*, actor: User, file: PrivateFile) -> PrivateFile:
    """Write down that ``actor`` takes ``file``; the original of a study counts as opening its real facts.

    Raises ``Refused`` for who may not have it.
    """
    studies = list(Study.objects.filter(upload=file).select_related("finding__evaluation__case"))
    if not may_fetch_file(actor, file) or not all(may_open_facts(actor, study) for study in studies):
        raise Refused(_("This file is closed to you."))
    for study in studies:
        open_facts(actor=actor, study=study)
    record_activity(actor=actor, act="file.fetched", subject=file, detail={"purpose": file.purpose})
    return file

"""What the website does on news from below."""

from typing import Any

from django.dispatch import receiver

from casebank.signals import study_withdrawn
from cms.domain.publishing import withdraw_pages


@receiver(study_withdrawn, dispatch_uid="cms.take_withdrawn_study_off")
def take_withdrawn_study_off(sender: Any, *, release_ids: list[int], **_kwargs: Any) -> None:
    withdraw_pages(release_ids=release_ids)

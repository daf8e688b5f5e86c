"""What the website does on news from below."""

from typing import Any

from django.db.models.signals import post_migrate
from django.dispatch import receiver
from wagtail.signals import page_published

from casebank.signals import study_withdrawn
from cms.domain.indexing import index_pages_of_migrations
from cms.domain.publishing import is_withdrawn, withdraw_pages


@receiver(study_withdrawn, dispatch_uid="cms.take_withdrawn_study_off")
def take_withdrawn_study_off(sender: Any, *, release_ids: list[int], **_kwargs: Any) -> None:
    withdraw_pages(release_ids=release_ids)


@receiver(post_migrate, dispatch_uid="cms.index_pages_after_migrating")
def index_pages_after_migrating(sender: Any, **_kwargs: Any) -> None:
    if sender.name == "cms":
        index_pages_of_migrations()


@receiver(page_published, dispatch_uid="cms.keep_withdrawn_study_off")
def keep_withdrawn_study_off(sender: Any, *, instance: Any, **_kwargs: Any) -> None:
    """Approved workflows, schedules and bulk actions publish without asking; a withdrawn study never stays live."""
    if is_withdrawn(instance):
        instance.unpublish()

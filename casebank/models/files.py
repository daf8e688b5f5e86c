"""Uploaded files that only a permission check may hand out; they never lie in the public media folder."""

import uuid
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage():
    """The storage outside ``MEDIA_ROOT``."""
    return storages["private"]


def random_name(instance, filename: str) -> str:
    """A name that tells nothing: folder by two characters, the suffix kept."""
    token = uuid.uuid4().hex
    return f"{token[:2]}/{token}{PurePath(filename).suffix.lower()[:8]}"


class PrivateFile(models.Model):
    """One upload. ``purpose`` and ``owner`` decide who may fetch it: see ``casebank.rules.may_fetch_file``."""

    file = models.FileField(_("file"), storage=private_storage, upload_to=random_name, max_length=120)
    name = models.CharField(_("file name"), max_length=200)
    purpose = models.CharField(_("purpose"), max_length=30)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("owner"))
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")

    def __str__(self):
        return self.name

"""What every row of a knowledge list has: its code, where it comes from, how far it was verified."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.core.knowledge_pack import plain
from casebank.enums import VerifyClass


class KnowledgeQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)


class KnowledgeRow(models.Model):
    """Base of the lists of the starter pack.

    ``shipped`` keeps the field values as the pack delivered them, so that a refresh changes a field only while
    nobody has edited it here. Rows are retired (``is_active``), never deleted, and codes never reused.
    """

    code = models.CharField(_("code"), max_length=20, unique=True)
    source = models.TextField(_("source"), blank=True)
    verify_status = models.CharField(_("verification"), max_length=120, blank=True)
    verify_class = models.CharField(
        _("verification class"), max_length=15, choices=VerifyClass, default=VerifyClass.UNVERIFIED
    )
    is_active = models.BooleanField(_("in use"), default=True)
    shipped = models.JSONField(default=dict, blank=True, editable=False)

    objects = KnowledgeQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["code"]

    @property
    def needs_verification(self) -> bool:
        """Shown as 待核 wherever the row is quoted."""
        return self.verify_class in (VerifyClass.UNVERIFIED, VerifyClass.MIXED)

    @property
    def edited_fields(self) -> list[str]:
        """Names of the fields that were changed here since the pack delivered them; none for a row made here."""
        return [name for name, value in self.shipped.items() if plain(getattr(self, name)) != value]


def line(label: str, length: int = 120) -> models.CharField:
    """An optional line of text."""
    return models.CharField(label, max_length=length, blank=True)


def text(label: str) -> models.TextField:
    """An optional paragraph."""
    return models.TextField(label, blank=True)

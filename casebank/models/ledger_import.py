"""An import of a ledger file: what was read, what was thought of each row, what was decided."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.enums import RowStatus
from casebank.models.files import PrivateFile
from casebank.models.people import Unit
from casebank.states import ImportState


class ImportBatch(models.Model):
    """One file on its way in. ``mapping``: field → column index; ``counts``: the JSON line of the command."""

    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="imports", verbose_name=_("unit"))
    source = models.ForeignKey(PrivateFile, models.PROTECT, null=True, verbose_name=_("file"))
    file_name = models.CharField(_("file name"), max_length=200)
    sha256 = models.CharField(max_length=64)
    sheet = models.CharField(_("sheet"), max_length=60, blank=True)
    header_rows = models.JSONField(_("header rows"), default=list)
    columns = models.JSONField(_("columns"), default=list)
    mapping = models.JSONField(_("columns recognised"), default=dict)
    state = models.CharField(_("state"), max_length=12, choices=ImportState, default=ImportState.PREVIEWED)
    counts = models.JSONField(_("counts"), default=dict)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("uploaded by")
    )
    created_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    committed_at = models.DateTimeField(_("imported at"), null=True, blank=True)

    class Meta:
        verbose_name = _("ledger import")
        verbose_name_plural = _("ledger imports")
        ordering = ["-pk"]

    def __str__(self):
        return self.file_name


class ImportRow(models.Model):
    """One row of the file. ``reasons``/``warnings``: list of {code, field, value, message}; ``parsed``: ISO primitives."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    status = models.CharField(_("status"), max_length=10, choices=RowStatus)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    reasons = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    raw = models.JSONField(default=list)
    parsed = models.JSONField(default=dict)
    conflict_key = models.CharField(max_length=80, blank=True, db_index=True)
    chosen = models.BooleanField(_("chosen version"), null=True)

    class Meta:
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="import_row_number")]

    def __str__(self):
        return f"{self.batch_id}:{self.number}"

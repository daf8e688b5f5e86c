"""Who did what, to which object, when: the history entry that belongs to every act."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.models.append_only import AppendOnlyModel


class Activity(AppendOnlyModel):
    """One act. ``subject`` is ``app.Model:pk``; ``detail`` holds primitives, never case text or names."""

    at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    act = models.CharField(_("act"), max_length=60, db_index=True)
    subject = models.CharField(_("object"), max_length=80, db_index=True)
    detail = models.JSONField(_("detail"), default=dict, blank=True)

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.act} {self.subject}"

"""The released result of an attempt."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import Attempt


class Result(models.Model):
    """``breakdown``: per criterion {slot, label, points, max, comment}; ``competencies``: code → {points, max}."""

    attempt = models.OneToOneField(Attempt, models.PROTECT, related_name="result")
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2)
    max_points = models.DecimalField(_("at most"), max_digits=6, decimal_places=2)
    breakdown = models.JSONField(default=list)
    competencies = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("released by")
    )
    released_at = models.DateTimeField(_("released at"), auto_now_add=True)

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self):
        return f"{self.attempt_id}: {self.points}"

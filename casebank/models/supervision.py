"""Supervision points (类案监督要点): what to watch in cases of one cause, drawn from confirmed findings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.models.knowledge import DefectType
from casebank.states import PointState


class SupervisionPoint(models.Model):
    """One point. ``cases`` is how many evaluated cases spoke for it when it was drafted (small counts are hidden)."""

    cause = models.CharField(_("cause of action"), max_length=80, db_index=True)
    business_line = models.CharField(_("business line"), max_length=20)
    defect = models.ForeignKey(DefectType, models.PROTECT, related_name="supervision_points", verbose_name=_("defect"))
    text = models.TextField(_("what to check"))
    cases = models.PositiveIntegerField(_("cases"), default=0)
    state = models.CharField(_("state"), max_length=12, choices=PointState, default=PointState.DRAFT)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )

    class Meta:
        verbose_name = _("supervision point")
        verbose_name_plural = _("supervision points")
        ordering = ["business_line", "cause", "-cases"]
        constraints = [models.UniqueConstraint(fields=["cause", "defect"], name="supervision_point_once")]

    def __str__(self):
        return f"{self.cause} {self.defect_id}"

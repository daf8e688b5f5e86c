"""Marks: what the machine proposes and what people decide. A mark is never overwritten; the last step counts."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from assessments.enums import CriterionPart
from assessments.models.attempt import Attempt
from assessments.models.paper import Slot
from casebank.public import AppendOnlyModel


class PreMarkSheet(models.Model):
    """What the machine noticed about one question of one script.

    ``flags``: codes of odd text (see ``assessments.core.grading.integrity``), informing and costing nothing;
    ``hints``: differences from the reference document as [{kind, expected, found, zh, en}].
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="premark_sheets")
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    flags = models.JSONField(default=list)
    hints = models.JSONField(default=list)
    engine = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["attempt", "slot__order"]
        constraints = [models.UniqueConstraint(fields=["attempt", "slot"], name="premark_sheet_once")]

    def __str__(self):
        return f"{self.attempt_id}/{self.slot_id}"


class PreMark(models.Model):
    """The machine's proposal for one criterion of a script.

    ``criterion``: ``finding:<KeyFinding id>:<part>``, ``point:<Criterion id>`` or ``alarm:<id of the answer's finding>``;
    a false alarm proposes a deduction, so its points lie between ``min_points`` (negative) and 0. ``spans``: matched
    words as [{field, start, end, quote}]. ``route``: suggest, review or must_review.
    """

    sheet = models.ForeignKey(PreMarkSheet, models.CASCADE, related_name="marks")
    criterion = models.CharField(max_length=80)
    label = models.TextField(_("criterion"))
    part = models.CharField(_("part"), max_length=12, choices=CriterionPart)
    min_points = models.DecimalField(_("at least"), max_digits=6, decimal_places=2, default=0)
    max_points = models.DecimalField(_("at most"), max_digits=6, decimal_places=2)
    points = models.DecimalField(_("proposed points"), max_digits=6, decimal_places=2)
    verdict = models.CharField(_("verdict"), max_length=15)
    spans = models.JSONField(default=list)
    reason_zh = models.TextField(_("reason"), blank=True)
    reason_en = models.TextField(blank=True)
    route = models.CharField(max_length=12, default="review")
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["sheet", "order"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="premark_once"),
            models.CheckConstraint(
                condition=Q(points__gte=F("min_points")) & Q(points__lte=F("max_points")), name="premark_in_range"
            ),
        ]

    def __str__(self):
        return self.label[:40]


class MarkStep(AppendOnlyModel):
    """A person's decision on one criterion; the newest one is in force."""

    premark = models.ForeignKey(PreMark, models.PROTECT, related_name="steps")
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marker"))
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2)
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta(AppendOnlyModel.Meta):
        ordering = ["premark", "pk"]

    def __str__(self):
        return f"{self.premark_id}: {self.points}"

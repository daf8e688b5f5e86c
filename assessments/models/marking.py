"""Marks: what the machine proposes and what people decide. A mark is never overwritten; the last step counts."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.attempt import Attempt
from assessments.models.paper import Slot


class PreMark(models.Model):
    """The machine's proposal for one criterion.

    ``criterion``: ``finding:<KeyFinding id>:<part>``, ``point:<Criterion id>`` or ``false_alarms``;
    ``spans``: matched words as [{field, start, end, quote}]; ``reason`` is a Chinese sentence;
    ``route``: suggest, review or must_review.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="premarks")
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    criterion = models.CharField(max_length=60)
    label = models.CharField(_("criterion"), max_length=300)
    max_points = models.DecimalField(_("at most"), max_digits=6, decimal_places=2)
    points = models.DecimalField(_("proposed points"), max_digits=6, decimal_places=2)
    verdict = models.CharField(_("verdict"), max_length=15)
    spans = models.JSONField(default=list)
    reason = models.TextField(_("reason"), blank=True)
    route = models.CharField(max_length=12, default="review")
    engine = models.CharField(max_length=40)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["attempt", "slot", "order"]
        constraints = [models.UniqueConstraint(fields=["attempt", "slot", "criterion"], name="premark_once")]

    def __str__(self):
        return self.label[:40]


class MarkStep(models.Model):
    """A person's decision on one criterion; the newest one is in force."""

    premark = models.ForeignKey(PreMark, models.PROTECT, related_name="steps")
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marker"))
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2)
    comment = models.CharField(_("comment"), max_length=500, blank=True)
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering = ["premark", "pk"]

    def __str__(self):
        return f"{self.premark_id}: {self.points}"

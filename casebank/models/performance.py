"""The performance record (业绩档案): every result that counts for a person, beside the inspection data."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casebank.enums import EntryKind, EntryStatus
from casebank.models.append_only import AppendOnlyModel, AppendOnlyQuerySet
from casebank.models.people import Department, Person


class PerformanceQuerySet(AppendOnlyQuerySet):
    def visible_to(self, user):
        return self.filter(person__in=Person.objects.visible_to(user))

    def in_force(self):
        """Entries that no later entry corrects."""
        return self.filter(corrections=None).exclude(retracts=True)


class PerformanceEntry(AppendOnlyModel):
    """One line. ``score`` is 0..100 where the kind has one; a correction is a new row naming what it corrects.

    ``(source, source_key)`` makes recording idempotent. ``competency_code`` and ``defect_code`` are codes of
    the knowledge lists; ``department`` is the one of the time of the event. ``evaluation`` is set for the kinds
    evaluation and finding: reports count cases with it (share of evaluated cases without a defect).
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="performance", verbose_name=_("person"))
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, related_name="+", verbose_name=_("department at the time")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=EntryKind)
    source = models.CharField(_("source"), max_length=40)
    source_key = models.CharField(_("source key"), max_length=80)
    occurred_on = models.DateField(_("date"), db_index=True)
    title = models.CharField(_("title"), max_length=160)
    score = models.DecimalField(_("score"), max_digits=6, decimal_places=2, null=True, blank=True)
    grade = models.CharField(_("grade"), max_length=20, blank=True)
    defect_code = models.CharField(_("defect code"), max_length=20, blank=True, db_index=True)
    competency_code = models.CharField(_("competency"), max_length=20, blank=True, db_index=True)
    hours = models.DecimalField(_("training hours"), max_digits=5, decimal_places=1, null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=EntryStatus, default=EntryStatus.FINAL)
    evaluation = models.ForeignKey(
        "casebank.Evaluation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="performance",
        verbose_name=_("evaluation"),
    )
    detail = models.JSONField(_("detail"), default=dict, blank=True)
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrections", verbose_name=_("corrects")
    )
    retracts = models.BooleanField(_("takes back"), default=False)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)

    objects = PerformanceQuerySet.as_manager()

    class Meta(AppendOnlyModel.Meta):
        verbose_name = _("performance entry")
        verbose_name_plural = _("performance record")
        ordering = ["-occurred_on", "-pk"]
        indexes = [models.Index(fields=["person", "kind", "occurred_on"], name="performance_reading")]
        constraints = [
            models.UniqueConstraint(fields=["source", "source_key"], name="performance_source_once"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 100)), name="performance_score_range"
            ),
        ]

    def __str__(self):
        return self.title

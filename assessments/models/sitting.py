"""Sittings: when whom sits which paper."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.enums import SittingKind
from assessments.models.paper import Paper
from assessments.rules import may_see_sittings
from assessments.states import SittingState


class SittingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Sittings of the unit for trainers and heads. Candidates reach theirs through their attempt."""
        return self.filter(unit_id=user.person.unit_id) if may_see_sittings(user) else self.none()


class Sitting(models.Model):
    """A sitting (场次). The limit runs per person from the start, and never past ``closes_at``."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sittings", verbose_name=_("paper"))
    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=10, choices=SittingKind, default=SittingKind.FORMAL)
    opens_at = models.DateTimeField(_("opens at"))
    closes_at = models.DateTimeField(_("closes at"))
    minutes = models.PositiveIntegerField(_("minutes"), default=480)
    grace_seconds = models.PositiveIntegerField(_("grace in seconds"), default=180)
    state = models.CharField(_("state"), max_length=10, choices=SittingState, default=SittingState.PLANNED)
    unit = models.ForeignKey("casebank.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    markers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="marks_sittings", verbose_name=_("markers")
    )

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["-opens_at"]
        constraints = [
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="sitting_window")
        ]

    def __str__(self):
        return self.title

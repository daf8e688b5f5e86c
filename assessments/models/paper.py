"""Papers: items in an order with points."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models.candidacy import families_before
from assessments.models.item import Item
from assessments.rules import may_see_papers
from assessments.states import PaperState


class PaperQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Papers of the unit for trainers and approvers, without those with an item that the person is still to sit."""
        if not may_see_papers(user):
            return self.none()
        papers = self.filter(unit_id=user.person.unit_id)
        return papers.exclude(slots__item__family__in=families_before(user))


class Paper(models.Model):
    """A paper (试卷); approved by somebody other than its author, then immutable."""

    title = models.CharField(_("title"), max_length=120)
    instructions = models.TextField(_("instructions"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=PaperState, default=PaperState.DRAFT)
    unit = models.ForeignKey("casebank.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("approved by")
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["-updated_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True) | ~models.Q(approved_by=models.F("author")),
                name="paper_needs_second_person",
            )
        ]

    def __str__(self):
        return self.title


class Slot(models.Model):
    """An item in a paper."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="slots")
    order = models.PositiveSmallIntegerField(_("order"))
    item = models.ForeignKey(Item, models.PROTECT, related_name="slots", verbose_name=_("item"))

    class Meta:
        ordering = ["paper", "order"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "item"], name="item_once_in_paper"),
        ]

    def __str__(self):
        return f"{self.paper_id}/{self.order}"

"""Who was given which lesson, and how far they are."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.models.lesson import Lesson
from training.states import EnrolmentState


class Enrolment(models.Model):
    """A lesson for a person. ``answers``: question id → chosen index of the last try."""

    lesson = models.ForeignKey(Lesson, models.PROTECT, related_name="enrolments", verbose_name=_("lesson"))
    person = models.ForeignKey("casebank.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("assigned by")
    )
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=EnrolmentState, default=EnrolmentState.ASSIGNED)
    answers = models.JSONField(default=dict, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    assigned_at = models.DateTimeField(_("assigned at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-assigned_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["lesson", "person"], name="lesson_once_per_person")]

    def __str__(self):
        return f"{self.person_id}: {self.lesson_id}"

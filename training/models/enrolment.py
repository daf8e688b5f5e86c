"""Who was given which lesson, and how far they are."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role
from training.models.lesson import Lesson
from training.states import OPEN_ENROLMENTS, EnrolmentState


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One's own; trainers those of their unit's lessons; heads those of their department's people."""
        if not user.is_authenticated or not user.is_active or user.person_id is None:
            return self.none()
        seen = models.Q(person_id=user.person_id)
        if Role.TRAINER in user.role_codes:
            seen |= models.Q(lesson__unit_id=user.person.unit_id)
        if Role.HEAD in user.role_codes and user.person.department_id:
            seen |= models.Q(person__department_id=user.person.department_id)
        return self.filter(seen)

    def open(self):
        return self.filter(state__in=OPEN_ENROLMENTS)

    def overdue(self, today):
        """Open after the last day."""
        return self.open().filter(due_on__lt=today)


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

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-assigned_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["lesson", "person"], name="lesson_once_per_person")]

    def __str__(self):
        return f"{self.person_id}: {self.lesson_id}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_ENROLMENTS

    def is_overdue(self, today) -> bool:
        return self.is_open and self.due_on is not None and self.due_on < today

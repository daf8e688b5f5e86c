"""Lessons made of released studies."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role
from training.states import LessonState


class LessonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Trainers: every lesson of their unit; others on the roster: the published ones of their unit."""
        if not user.is_authenticated or not user.is_active or user.person_id is None:
            return self.none()
        own = self.filter(unit_id=user.person.unit_id)
        return own if Role.TRAINER in user.role_codes else own.filter(state=LessonState.PUBLISHED)

    def published(self):
        return self.filter(state=LessonState.PUBLISHED)


class Lesson(models.Model):
    """A lesson (课程) on one defect code; its case is a released, anonymised study."""

    study_release = models.ForeignKey(
        "casebank.StudyRelease", models.PROTECT, related_name="+", verbose_name=_("released study")
    )
    title = models.CharField(_("title"), max_length=120)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    teaching_text = models.TextField(_("teaching text"), blank=True)
    defect_code = models.CharField(_("defect code"), max_length=20, db_index=True)
    hours = models.DecimalField(_("training hours"), max_digits=4, decimal_places=1, default=1)
    is_microclass = models.BooleanField(_("micro-class"), default=False)
    state = models.CharField(_("state"), max_length=10, choices=LessonState, default=LessonState.DRAFT)
    unit = models.ForeignKey("casebank.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        ordering = ["-updated_at"]

    def __str__(self):
        return self.title


class CheckQuestion(models.Model):
    """A question that closes the lesson. ``choices``: list of texts; ``right``: index of the right one."""

    lesson = models.ForeignKey(Lesson, models.CASCADE, related_name="questions")
    order = models.PositiveSmallIntegerField(default=1)
    text = models.TextField(_("question"))
    choices = models.JSONField(_("choices"), default=list)
    right = models.PositiveSmallIntegerField(_("right choice"))
    explanation = models.TextField(_("explanation"), blank=True)

    class Meta:
        ordering = ["lesson", "order"]

    def __str__(self):
        return self.text[:40]

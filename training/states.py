"""Life cycles of training as tables: state → states it may move to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


class EnrolmentState(models.TextChoices):
    ASSIGNED = "assigned", _("Assigned")
    STARTED = "started", _("Started")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


OPEN_ENROLMENTS = (EnrolmentState.ASSIGNED, EnrolmentState.STARTED)

LESSON_MOVES = {
    LessonState.DRAFT: {LessonState.PUBLISHED, LessonState.ARCHIVED},
    LessonState.PUBLISHED: {LessonState.DRAFT, LessonState.ARCHIVED},
    LessonState.ARCHIVED: {LessonState.DRAFT},
}
ENROLMENT_MOVES = {
    EnrolmentState.ASSIGNED: {EnrolmentState.STARTED, EnrolmentState.CANCELLED},
    EnrolmentState.STARTED: {EnrolmentState.COMPLETED, EnrolmentState.CANCELLED},
    EnrolmentState.COMPLETED: set(),
    EnrolmentState.CANCELLED: {EnrolmentState.ASSIGNED},
}

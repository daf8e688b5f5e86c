"""Life cycles of assessments as tables: state → states it may move to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    READY = "ready", _("Ready")
    ARCHIVED = "archived", _("Archived")


class PaperState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    ARCHIVED = "archived", _("Archived")


class SittingState(models.TextChoices):
    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class AttemptState(models.TextChoices):
    PREPARED = "prepared", _("Not started")
    IN_PROGRESS = "in_progress", _("In progress")
    SUBMITTED = "submitted", _("Handed in")
    VOIDED = "voided", _("Voided")


class MarkingState(models.TextChoices):
    UNMARKED = "unmarked", _("Not marked")
    PREMARKED = "premarked", _("Pre-marked")
    MARKED = "marked", _("Confirmed by a marker")
    RELEASED = "released", _("Released")


ITEM_MOVES = {
    ItemState.DRAFT: {ItemState.READY, ItemState.ARCHIVED},
    ItemState.READY: {ItemState.DRAFT, ItemState.ARCHIVED},
    ItemState.ARCHIVED: {ItemState.DRAFT},
}
PAPER_MOVES = {
    PaperState.DRAFT: {PaperState.APPROVED, PaperState.ARCHIVED},
    PaperState.APPROVED: {PaperState.ARCHIVED},
    PaperState.ARCHIVED: set(),
}
SITTING_MOVES = {
    SittingState.PLANNED: {SittingState.OPEN, SittingState.CANCELLED},
    SittingState.OPEN: {SittingState.CLOSED, SittingState.CANCELLED},
    SittingState.CLOSED: set(),
    SittingState.CANCELLED: set(),
}
ATTEMPT_MOVES = {
    AttemptState.PREPARED: {AttemptState.IN_PROGRESS, AttemptState.VOIDED},
    AttemptState.IN_PROGRESS: {AttemptState.SUBMITTED, AttemptState.VOIDED},
    AttemptState.SUBMITTED: {AttemptState.VOIDED},
    AttemptState.VOIDED: set(),
}
MARKING_MOVES = {
    MarkingState.UNMARKED: {MarkingState.PREMARKED},
    MarkingState.PREMARKED: {MarkingState.MARKED},
    MarkingState.MARKED: {MarkingState.PREMARKED, MarkingState.RELEASED},
    MarkingState.RELEASED: set(),
}

"""Life cycles of casebank as tables: state → states it may move to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportState(models.TextChoices):
    PREVIEWED = "previewed", _("Previewed")
    COMMITTED = "committed", _("Imported")
    CANCELLED = "cancelled", _("Cancelled")


class FindingState(models.TextChoices):
    SUGGESTED = "suggested", _("To be confirmed")
    CONFIRMED = "confirmed", _("Confirmed")
    DISMISSED = "dismissed", _("Dismissed")


class StudyState(models.TextChoices):
    DRAFT = "draft", _("Draft")
    SUGGESTED = "suggested", _("Masking proposed")
    RESOLVED = "resolved", _("Masking decided")
    RELEASED = "released", _("Released")
    WITHDRAWN = "withdrawn", _("Withdrawn")


EDITABLE_STUDY_STATES = frozenset({StudyState.DRAFT, StudyState.SUGGESTED, StudyState.RESOLVED})
OPEN_STUDY_STATES = frozenset({StudyState.DRAFT, StudyState.SUGGESTED})


class PointState(models.TextChoices):
    """A supervision point drafted from the findings, then published or dropped by an inspector."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    DROPPED = "dropped", _("Dropped")


IMPORT_MOVES = {
    ImportState.PREVIEWED: {ImportState.COMMITTED, ImportState.CANCELLED},
    ImportState.COMMITTED: set(),
    ImportState.CANCELLED: set(),
}
FINDING_MOVES = {
    FindingState.SUGGESTED: {FindingState.CONFIRMED, FindingState.DISMISSED},
    FindingState.CONFIRMED: {FindingState.SUGGESTED},
    FindingState.DISMISSED: {FindingState.SUGGESTED},
}
STUDY_MOVES = {
    StudyState.DRAFT: {StudyState.SUGGESTED},
    StudyState.SUGGESTED: {StudyState.RESOLVED, StudyState.DRAFT},
    StudyState.RESOLVED: {StudyState.RELEASED, StudyState.SUGGESTED, StudyState.DRAFT},
    StudyState.RELEASED: {StudyState.WITHDRAWN},
    StudyState.WITHDRAWN: set(),
}
POINT_MOVES = {
    PointState.DRAFT: {PointState.PUBLISHED, PointState.DROPPED},
    PointState.PUBLISHED: {PointState.DROPPED},
    PointState.DROPPED: {PointState.DRAFT},
}

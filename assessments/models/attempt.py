"""A person's attempt at a sitting: answers, their append-only revisions, and events."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.models.paper import Slot
from assessments.models.sitting import Sitting
from assessments.rules import may_take_tests
from assessments.states import AttemptState, MarkingState
from casebank.core.errors import Refused


class AttemptQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Candidates see their own attempts, nobody sees another person's. Markers come through the marking queries."""
        return self.filter(person_id=user.person_id) if may_take_tests(user) else self.none()

    def running(self):
        return self.filter(state=AttemptState.IN_PROGRESS)

    def marked_by(self, user):
        """Scripts in which ``user`` decided on a criterion."""
        return self.filter(premark_sheets__marks__steps__marker=user).distinct()


class Attempt(models.Model):
    """``deadline_at`` is fixed at the start from the sitting's schedule; ``code`` is what markers see instead of a name."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="attempts", verbose_name=_("sitting"))
    person = models.ForeignKey("casebank.Person", models.PROTECT, related_name="+", verbose_name=_("person"))
    code = models.CharField(_("script number"), max_length=12, unique=True)
    extra_minutes = models.PositiveIntegerField(_("extra minutes"), default=0)
    extra_reason = models.CharField(_("reason for extra time"), max_length=200, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=AttemptState, default=AttemptState.PREPARED)
    marking = models.CharField(_("marking"), max_length=10, choices=MarkingState, default=MarkingState.UNMARKED)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    deadline_at = models.DateTimeField(_("deadline"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("handed in at"), null=True, blank=True)
    submitted_by_server = models.BooleanField(_("handed in at the deadline by the server"), default=False)
    receipt = models.JSONField(_("receipt"), default=dict, blank=True)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["sitting", "code"]
        constraints = [models.UniqueConstraint(fields=["sitting", "person"], name="one_attempt_per_sitting")]

    def __str__(self):
        return self.code


class Answer(models.Model):
    """The newest state of one answer field. ``field``: ``findings`` or a section code of the document.

    ``payload``: ``{"text": …}`` for a section, ``{"findings": [finding, …]}`` for an evidence review, where a finding
    is ``{"id", "spans": [{"pid", "start", "end", "quote"}], "defect_code", "attribute", "consequence", "legal_basis",
    "remedy", "reasoning"}`` (all text but the spans; ``start``/``end`` count code points in the paragraph, null when
    the candidate named only the place). An empty payload ``{}`` means: never answered. ``rev`` numbers the packets
    received; ``seq`` and ``writer`` are those of the packet that is the answer.
    """

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="answers")
    slot = models.ForeignKey(Slot, models.PROTECT, related_name="+")
    field = models.CharField(max_length=20)
    payload = models.JSONField(default=dict)
    rev = models.PositiveIntegerField(default=0)
    seq = models.PositiveIntegerField(default=0)
    writer = models.UUIDField(null=True)
    saved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["attempt", "slot", "field"]
        constraints = [models.UniqueConstraint(fields=["attempt", "slot", "field"], name="answer_field_once")]

    def __str__(self):
        return f"{self.attempt_id}/{self.slot_id}/{self.field}"


class AnswerRevision(models.Model):
    """What was received, for ever. ``client_uuid`` makes a repeated packet harmless.

    ``writer`` names the browser window that sent it. ``stale``: the window did not know the newest revision.
    ``current``: the packet became the answer (false only for one that was overtaken by a newer one of its window).
    """

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="revisions")
    client_uuid = models.UUIDField()
    writer = models.UUIDField(null=True)
    seq = models.PositiveIntegerField()
    base_rev = models.PositiveIntegerField()
    rev = models.PositiveIntegerField()
    payload = models.JSONField()
    received_at = models.DateTimeField()
    late = models.BooleanField(default=False)
    stale = models.BooleanField(default=False)
    current = models.BooleanField(default=True)

    class Meta:
        ordering = ["answer", "rev"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "client_uuid"], name="revision_once"),
            models.UniqueConstraint(fields=["answer", "rev"], name="revision_number_once"),
        ]

    def __str__(self):
        return f"{self.answer_id}@{self.rev}"

    def save(self, *args, **kwargs):
        """Add the row; raises ``Refused`` for one that exists."""
        if not self._state.adding:
            raise Refused(gettext("A received answer cannot be changed."))
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Refused(gettext("A received answer cannot be deleted."))


class AttemptEvent(models.Model):
    """Start, submit, late packet, take-over … in order."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="events")
    at = models.DateTimeField()
    kind = models.CharField(max_length=30)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["attempt", "pk"]

    def __str__(self):
        return self.kind

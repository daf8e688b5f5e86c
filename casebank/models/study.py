"""A defective-case study (缺陷案例): real facts on one side, an immutable anonymised release on the other."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role, SpanDecision, SpanType
from casebank.models.append_only import AppendOnlyModel
from casebank.models.evaluation import Finding
from casebank.models.files import PrivateFile
from casebank.models.knowledge import DefectType
from casebank.states import StudyState


class StudyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Trainers and inspectors of the unit the case belongs to; nobody else sees the facts."""
        if not user.is_authenticated or not user.is_active or user.person_id is None:
            return self.none()
        if not user.role_codes & {Role.TRAINER, Role.INSPECTOR}:
            return self.none()
        return self.filter(finding__evaluation__case__unit=user.person.unit)


class Study(models.Model):
    """The working copy. ``facts`` is the real text and never leaves casebank.

    ``parties``: [{name, role}], roles as in ``casebank.enums.PartyRole``. ``masked``: the texts as decided, by field
    name; empty until the masking is decided. ``pseudonyms`` is the anonymiser's map: it names people, like the facts.
    """

    TEXT_FIELDS = ("title", "facts", "what_went_wrong", "rule", "right_practice", "questions")

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="studies", verbose_name=_("finding"))
    defect = models.ForeignKey(DefectType, models.PROTECT, related_name="studies", verbose_name=_("defect code"))
    title = models.CharField(_("title"), max_length=120)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    state = models.CharField(_("state"), max_length=12, choices=StudyState, default=StudyState.DRAFT)
    facts = models.TextField(_("facts of the case"), blank=True)
    upload = models.ForeignKey(PrivateFile, models.PROTECT, null=True, blank=True, verbose_name=_("uploaded file"))
    parties = models.JSONField(_("parties and other people"), default=list, blank=True)
    day_offset = models.IntegerField(_("secret date offset in days"), default=0)
    pseudonyms = models.JSONField(_("labels of the case"), default=dict, blank=True)
    masked = models.JSONField(_("masked texts"), default=dict, blank=True)
    what_went_wrong = models.TextField(_("what went wrong"), blank=True)
    rule = models.TextField(_("the rule"), blank=True)
    right_practice = models.TextField(_("right practice"), blank=True)
    questions = models.TextField(_("questions for discussion"), blank=True, help_text=_("One question per line."))
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    return_note = models.TextField(_("why it was sent back"), blank=True)
    withdraw_reason = models.TextField(_("why it was withdrawn"), blank=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = StudyQuerySet.as_manager()

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")
        ordering = ["-updated_at"]

    def __str__(self):
        return self.title

    @property
    def case(self):
        return self.finding.evaluation.case

    @property
    def texts(self) -> dict[str, str]:
        """The real texts that pass through the anonymiser, by field name."""
        return {name: getattr(self, name) for name in self.TEXT_FIELDS}


class MaskSpan(models.Model):
    """A stretch of a field of the study that may identify somebody, and what a person decided about it.

    ``layer`` and ``reason`` say which voice of the anonymiser spoke and why (``person``: added by hand); ``doubt``
    marks what only a weak voice named; ``note`` is the person's reason to keep the words.
    """

    study = models.ForeignKey(Study, models.CASCADE, related_name="spans")
    field = models.CharField(max_length=20, default="facts")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    type = models.CharField(max_length=20, choices=SpanType)
    text = models.TextField()
    replacement = models.CharField(max_length=200, blank=True)
    layer = models.CharField(max_length=20)
    reason = models.CharField(max_length=200, blank=True)
    certainty = models.FloatField(default=1.0)
    doubt = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=SpanDecision, default=SpanDecision.PENDING)
    note = models.CharField(_("reason to keep"), max_length=200, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["study", "field", "start"]

    def __str__(self):
        return f"{self.type} {self.start}-{self.end}"


class StudyRelease(AppendOnlyModel):
    """What may be shown: anonymised, confirmed by a second person, hashed. Never changed.

    ``content``: {schema, title, text, what_went_wrong, rule, right_practice, questions[], defect_code, defect_title,
    business_line, stage, severity}; ``sha256`` is over its canonical JSON (``casebank.core.canonical``).
    """

    study = models.ForeignKey(Study, models.PROTECT, related_name="releases", verbose_name=_("study"))
    number = models.PositiveIntegerField(_("release number"), unique=True)
    title = models.CharField(_("title"), max_length=120)
    defect_code = models.CharField(_("defect code"), max_length=20, db_index=True)
    content = models.JSONField(_("content"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("confirmed by")
    )
    released_at = models.DateTimeField(_("released at"), auto_now_add=True)

    class Meta(AppendOnlyModel.Meta):
        abstract = False
        verbose_name = _("released study")
        verbose_name_plural = _("released studies")
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(author=models.F("confirmed_by")), name="release_needs_second_person"
            )
        ]

    def __str__(self):
        return self.title

"""An evaluation (评查) of a case with its findings."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from casebank.models.case import Case
from casebank.models.knowledge import DefectType
from casebank.models.ledger_import import ImportBatch
from casebank.states import FindingState


class EvaluationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(case__in=Case.objects.visible_to(user))


class Evaluation(models.Model):
    """Result of one evaluation; ``grade`` is as stored under the scheme in force, ``raw_grade`` as written."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="evaluation", verbose_name=_("case"))
    kind = models.CharField(_("evaluation kind"), max_length=20, db_index=True)
    evaluator_name = models.CharField(_("evaluator"), max_length=40, blank=True)
    evaluated_on = models.DateField(_("evaluated on"), db_index=True)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2)
    grade = models.CharField(_("grade"), max_length=20, db_index=True)
    raw_grade = models.CharField(_("grade as written"), max_length=20, blank=True)
    problem_text = models.TextField(_("problems as written"), blank=True)
    rectify_until = models.CharField(_("rectification deadline"), max_length=60, blank=True)
    rectify_note = models.CharField(_("rectification"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    warnings = models.JSONField(_("warnings"), default=list, blank=True)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, null=True, related_name="evaluations")
    row_number = models.PositiveIntegerField(_("row"), null=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        ordering = ["-evaluated_on", "-pk"]

    def __str__(self):
        return str(self.case)

    @property
    def confirmed_codes(self) -> list[str]:
        """Codes of the confirmed defects, in the order of the problems (from prefetched findings)."""
        return [one.defect.code for one in self.findings.all() if one.state == FindingState.CONFIRMED and one.defect]

    @property
    def open_problems(self) -> int:
        """How many problems nobody has decided about yet."""
        return sum(one.state == FindingState.SUGGESTED for one in self.findings.all())


class FindingQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(evaluation__in=Evaluation.objects.visible_to(user))

    def confirmed(self):
        return self.filter(state=FindingState.CONFIRMED)


class Finding(models.Model):
    """One problem (问题) of an evaluation; a person confirms which negative-list code it is.

    ``sure``: the first suggestion is clear enough to be confirmed together with others.
    """

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="findings", verbose_name=_("evaluation"))
    order = models.PositiveSmallIntegerField(_("order"))
    text = models.TextField(_("problem"))
    stated_code = models.CharField(_("code as written"), max_length=20, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=FindingState, default=FindingState.SUGGESTED)
    sure = models.BooleanField(_("clear suggestion"), default=False)
    defect = models.ForeignKey(
        DefectType, models.PROTECT, null=True, blank=True, related_name="findings", verbose_name=_("defect code")
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decision_note = models.CharField(_("reason"), max_length=200, blank=True)

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["evaluation", "order"]
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "order"], name="finding_order"),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | models.Q(defect__isnull=False), name="confirmed_has_code"
            ),
        ]

    def __str__(self):
        return self.text[:40]


class FindingSuggestion(models.Model):
    """A proposed code for a finding; ``score`` 0..1; ``matched`` are the words that spoke for it."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="suggestions")
    defect = models.ForeignKey(DefectType, models.CASCADE, related_name="+")
    score = models.FloatField()
    reason = models.CharField(max_length=30)
    matched = models.JSONField(default=list)

    class Meta:
        ordering = ["finding", "-score"]
        constraints = [models.UniqueConstraint(fields=["finding", "defect"], name="suggestion_once")]

    def __str__(self):
        return f"{self.defect_id} {self.score:.2f}"

"""Test items. A row of ``Item`` is one immutable version once a paper that uses it is approved.

Case file, reference findings, reference document and rubric live in tables of their own, so that nothing a
candidate's page reads can carry the key.
"""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from assessments.enums import Attribute, Consequence, ItemKind, MissingCitation
from assessments.models.candidacy import families_before
from assessments.rules import may_author
from assessments.states import ItemState


class ItemQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Items of the trainer's unit, without any version of those that the trainer is still to sit."""
        if not may_author(user):
            return self.none()
        return self.filter(unit_id=user.person.unit_id).exclude(family__in=families_before(user))

    def with_points(self):
        """Annotate ``points``: what the reference findings and rubric points add up to."""
        key = KeyFinding.objects.filter(item=OuterRef("pk"), decoy=False)
        rubric = Criterion.objects.filter(item=OuterRef("pk"))
        return self.annotate(points=_sum(key) + _sum(rubric))


def _sum(rows):
    total = rows.order_by().values("item").annotate(total=models.Sum("points")).values("total")
    return Coalesce(models.Subquery(total), Value(Decimal(0)), output_field=models.DecimalField())


class Item(models.Model):
    """An item version. ``family`` groups the versions; ``competency_codes`` and defect codes are plain codes."""

    family = models.UUIDField(_("item family"), db_index=True)
    number = models.PositiveIntegerField(_("version"), default=1)
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind)
    title = models.CharField(_("title"), max_length=120)
    task = models.TextField(_("task for the candidate"))
    document_code = models.CharField(_("document type"), max_length=20, blank=True)
    competency_codes = models.JSONField(_("competencies"), default=list)
    missing_citation = models.CharField(
        _("right point without its citation"), max_length=10, choices=MissingCitation, blank=True
    )
    state = models.CharField(_("state"), max_length=10, choices=ItemState, default=ItemState.DRAFT)
    frozen_at = models.DateTimeField(_("fixed since"), null=True, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    unit = models.ForeignKey("casebank.Unit", models.PROTECT, related_name="+", verbose_name=_("unit"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["-updated_at"]
        constraints = [models.UniqueConstraint(fields=["family", "number"], name="item_version_once")]

    def __str__(self):
        return self.title


class CaseDocument(models.Model):
    """A document of the case file that the candidate reads."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="documents")
    order = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=120)
    evidence_kind = models.CharField(_("kind of evidence"), max_length=40, blank=True)

    class Meta:
        ordering = ["item", "order"]
        constraints = [models.UniqueConstraint(fields=["item", "order"], name="case_document_order")]

    def __str__(self):
        return self.title


class Paragraph(models.Model):
    """A paragraph with a stable id (``pid``, unique within the item); spans count code points in ``text``."""

    document = models.ForeignKey(CaseDocument, models.CASCADE, related_name="paragraphs")
    order = models.PositiveSmallIntegerField()
    pid = models.CharField(max_length=20)
    text = models.TextField()

    class Meta:
        ordering = ["document", "order"]
        constraints = [models.UniqueConstraint(fields=["document", "pid"], name="paragraph_pid")]

    def __str__(self):
        return self.pid


class KeyFinding(models.Model):
    """A reference finding (or, with ``decoy``, something that looks wrong and is right)."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="key_findings")
    order = models.PositiveSmallIntegerField(_("order"))
    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="+", verbose_name=_("place"))
    quote = models.CharField(_("words in the file"), max_length=400)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    decoy = models.BooleanField(_("decoy"), default=False)
    defect_code = models.CharField(_("defect code"), max_length=20, blank=True)
    attribute = models.CharField(_("attribute of evidence"), max_length=10, choices=Attribute, blank=True)
    consequence = models.CharField(_("consequence"), max_length=10, choices=Consequence, blank=True)
    statement = models.TextField(_("what is wrong"), blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    remedy = models.TextField(_("remedy"), blank=True)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=1, default=0)

    class Meta:
        ordering = ["item", "order"]
        verbose_name = _("reference finding")
        verbose_name_plural = _("reference findings")

    def __str__(self):
        return f"{self.order}. {self.quote[:30]}"

    @property
    def is_located(self) -> bool:
        """The quoted words stand where the finding says."""
        return bool(self.quote) and self.paragraph.text[self.start : self.end] == self.quote


class ReferenceSection(models.Model):
    """A section of the reference document; ``section`` is the code of the knowledge-pack section."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="reference_sections")
    order = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=20)
    heading = models.CharField(_("section"), max_length=60)
    guidance = models.TextField(_("help for the candidate"), blank=True)
    text = models.TextField(_("reference text"), blank=True)

    class Meta:
        ordering = ["item", "order"]
        constraints = [models.UniqueConstraint(fields=["item", "section"], name="reference_section_once")]

    def __str__(self):
        return self.heading


class Criterion(models.Model):
    """A rubric point (采分点) of a drafting item; ``required``/``forbidden``: lists of wordings (any of each group)."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="criteria")
    order = models.PositiveSmallIntegerField(_("order"))
    section = models.CharField(_("section"), max_length=20, blank=True)
    text = models.TextField(_("what earns the points"))
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=1)
    required = models.JSONField(_("required wording"), default=list, blank=True)
    forbidden = models.JSONField(_("wrong statements"), default=list, blank=True)

    class Meta:
        ordering = ["item", "order"]
        verbose_name = _("rubric point")
        verbose_name_plural = _("rubric points")

    def __str__(self):
        return self.text[:40]

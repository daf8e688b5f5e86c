"""Closed vocabularies of assessments."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ItemKind(models.TextChoices):
    EVIDENCE_REVIEW = "evidence_review", _("Evidence review")
    DRAFTING = "drafting", _("Document drafting")


class SittingKind(models.TextChoices):
    FORMAL = "formal", _("Formal")
    PRACTICE = "practice", _("Practice")


class MissingCitation(models.TextChoices):
    """What a right point without the decisive citation is worth; every rubric must say so."""

    FULL = "full", _("Full points")
    CAPPED = "capped", _("Half points")
    ZERO = "zero", _("No points")
    REVIEW = "review", _("The marker decides")


class Attribute(models.TextChoices):
    """三性 of evidence."""

    AUTHENTICITY = "真实性", _("Authenticity")
    RELEVANCE = "关联性", _("Relevance")
    LEGALITY = "合法性", _("Legality")


class Consequence(models.TextChoices):
    """What a defect of evidence leads to (最高法解释 2021: absolute, curable, exclusion procedure)."""

    ABSOLUTE = "absolute", _("Cannot be the basis of a decision")
    CURABLE = "curable", _("Usable after correction or reasonable explanation")
    ILLEGAL = "illegal", _("Exclusion of illegal evidence")
    WEIGHT = "weight", _("Weaker proof, other evidence needed")


class CriterionPart(models.TextChoices):
    """What a criterion of the marking sheet is about."""

    LOCATE = "locate", _("Place and code")
    ATTRIBUTE = "attribute", _("Attribute")
    CONSEQUENCE = "consequence", _("Consequence")
    LEGAL_BASIS = "legal_basis", _("Legal basis")
    REMEDY = "remedy", _("Remedy")
    ALARM = "alarm", _("Not in the key")
    POINT = "point", _("Rubric point")

"""Target level per post and competency."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class PostTarget(models.Model):
    """Level 1..5 that a post asks of a competency."""

    post = models.ForeignKey("casebank.Post", models.CASCADE, related_name="+", verbose_name=_("post"))
    competency = models.ForeignKey(
        "casebank.Competency", models.CASCADE, related_name="+", verbose_name=_("competency")
    )
    level = models.DecimalField(
        _("target level"), max_digits=2, decimal_places=1, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )

    class Meta:
        verbose_name = _("competency target")
        verbose_name_plural = _("competency targets")
        ordering = ["post", "competency"]
        constraints = [models.UniqueConstraint(fields=["post", "competency"], name="post_target_once")]

    def __str__(self):
        return f"{self.post_id} {self.competency_id}: {self.level}"

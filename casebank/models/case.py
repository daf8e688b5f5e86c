"""A case (案件) as far as its inspection needs it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role
from casebank.models.people import Department, Person, Unit


class CaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Inspectors: their unit; heads: their department; prosecutors: their own cases; others: none."""
        person = user.person if user.is_authenticated and user.is_active and user.person_id else None
        if person is None:
            return self.none()
        if Role.INSPECTOR in user.role_codes:
            return self.filter(unit=person.unit)
        seen = Q(handler=person)
        if Role.HEAD in user.role_codes and person.department_id:
            seen |= Q(department=person.department_id)
        return self.filter(seen)


class Case(models.Model):
    """One case; ``case_no`` is normalised (〔 〕 brackets, plain digits, no blanks), ``department`` is of its time."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases", verbose_name=_("unit"))
    case_no = models.CharField(_("case number"), max_length=60)
    business_line = models.CharField(_("business line"), max_length=20, db_index=True)
    cause = models.CharField(_("cause of action"), max_length=80)
    handler = models.ForeignKey(Person, models.PROTECT, related_name="cases", verbose_name=_("handler"))
    department = models.ForeignKey(Department, models.PROTECT, related_name="cases", verbose_name=_("department"))
    accepted_on = models.DateField(_("accepted on"), null=True)
    closed_on = models.DateField(_("closed on"), null=True, db_index=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["-closed_on", "case_no"]
        constraints = [models.UniqueConstraint(fields=["unit", "case_no"], name="case_no_in_unit")]

    def __str__(self):
        return self.case_no

"""Units, departments, people, posts, accounts and their roles."""

from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role, UnitLevel


def starter_score_bands() -> dict[str, int]:
    """Suggested bands until the unit sets its own: no national bands were found (domain guide, section 2)."""
    return {"1": 95, "2": 75, "3": 60, "4": 0}


class Unit(models.Model):
    """A procuratorate (检察院). ``score_bands``: rank of a grade → lowest score that earns it."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=80, unique=True)
    level = models.CharField(_("level"), max_length=10, choices=UnitLevel, default=UnitLevel.COUNTY)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, verbose_name=_("higher unit"))
    score_bands = models.JSONField(_("score bands"), default=starter_score_bands, blank=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["code"]

    def __str__(self):
        return self.name


class Department(models.Model):
    """An internal department (内设机构) of a unit; ``aliases`` are other written forms, as in ledgers."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="departments", verbose_name=_("unit"))
    name = models.CharField(_("name"), max_length=80)
    aliases = models.JSONField(_("other names"), default=list, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["unit", "order", "name"]
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="department_name_in_unit")]

    def __str__(self):
        return self.name


class Post(models.Model):
    """A post (岗位) with the competency targets that ``training`` attaches to it."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """People whose training and performance data ``user`` may open: see ``casebank.rules``."""
        codes = user.role_codes
        if not user.is_authenticated or not user.is_active:
            return self.none()
        own = Q(pk=user.person_id) if user.person_id else Q(pk__in=[])
        if user.person_id is None:
            return self.none()
        if codes & {Role.HR, Role.INSPECTOR}:
            return self.filter(own | Q(unit=user.person.unit))
        if Role.HEAD in codes:
            return self.filter(own | Q(department_id=user.person.department_id, department__isnull=False))
        return self.filter(own)


class Person(models.Model):
    """A member of staff as in the roster; ``department`` and ``post`` are the present ones."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="people", verbose_name=_("unit"))
    staff_no = models.CharField(_("staff number"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=40, db_index=True)
    sex = models.CharField(_("sex"), max_length=4, blank=True)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("department")
    )
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("post"))
    rank = models.CharField(_("rank"), max_length=30, blank=True)
    staff_class = models.CharField(_("staff class"), max_length=30, blank=True)
    joined_on = models.CharField(_("started work"), max_length=10, blank=True, help_text=_("YYYY-MM or YYYY-MM-DD"))
    note = models.CharField(_("note"), max_length=200, blank=True)
    is_active = models.BooleanField(_("in service"), default=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["staff_no"]

    def __str__(self):
        return self.name


class Posting(models.Model):
    """Where a person worked from when to when; a case keeps the department of its time."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="postings", verbose_name=_("person"))
    department = models.ForeignKey(Department, models.PROTECT, related_name="postings", verbose_name=_("department"))
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, verbose_name=_("post"))
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("posting")
        verbose_name_plural = _("postings")
        ordering = ["person", "starts_on"]

    def __str__(self):
        return f"{self.person} {self.department}"


class User(AbstractUser):
    """A sign-in. The staff number is the user name; the roster row is ``person``."""

    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="account", verbose_name=_("person")
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    @cached_property
    def role_codes(self) -> frozenset[str]:
        """Codes of the roles in force, as in ``casebank.enums.Role``."""
        return frozenset(self.grants.filter(revoked_at=None).values_list("role", flat=True))

    @property
    def display_name(self) -> str:
        return self.person.name if self.person_id else self.get_username()

    def get_full_name(self):
        return self.display_name


class RoleGrant(models.Model):
    """A role given to an account, kept after it is taken away."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants", verbose_name=_("account"))
    role = models.CharField(_("role"), max_length=20, choices=Role)
    granted_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("granted by")
    )
    granted_at = models.DateTimeField(_("granted at"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("taken away at"), null=True, blank=True)

    class Meta:
        verbose_name = _("role grant")
        verbose_name_plural = _("role grants")
        constraints = [
            models.UniqueConstraint(fields=["user", "role"], condition=Q(revoked_at=None), name="role_held_once")
        ]

    def __str__(self):
        return f"{self.user} {self.role}"

"""Accounts and roles."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casebank.core.errors import Refused
from casebank.domain.activity import record_activity
from casebank.enums import Role
from casebank.models import Person, RoleGrant, User
from casebank.rules import may_manage_accounts

# Roles that work in the Wagtail editor; the groups are made by the website's migrations.
EDITORIAL_GROUPS = {Role.TRAINER: "Editors", Role.INSPECTOR: "Moderators"}


@transaction.atomic
def grant_role(*, actor: User | None, user: User, role: Role) -> RoleGrant:
    """Give ``role``; a role already held stays as it is. ``actor`` is None only for set-up commands.

    Trainers and inspectors also enter the editorial group of the website. Raises ``Refused``.
    """
    _require_administrator(actor)
    grant, created = RoleGrant.objects.get_or_create(
        user=user, role=role, revoked_at=None, defaults={"granted_by": actor}
    )
    if created:
        _refresh_editorial_groups(user)
        record_activity(actor=actor, act="role.granted", subject=user, detail={"role": str(role)})
    return grant


@transaction.atomic
def revoke_role(*, actor: User, user: User, role: Role) -> None:
    """Take ``role`` away; the grant stays readable in the history. Raises ``Refused``."""
    _require_administrator(actor)
    if actor == user and role == Role.ADMINISTRATOR:
        raise Refused(_("You cannot take the administrator role from yourself."))
    if RoleGrant.objects.filter(user=user, role=role, revoked_at=None).update(revoked_at=timezone.now()):
        _refresh_editorial_groups(user)
        record_activity(actor=actor, act="role.revoked", subject=user, detail={"role": str(role)})


@transaction.atomic
def create_account(*, actor: User | None, person: Person, password: str, roles: tuple[Role, ...] = ()) -> User:
    """Open a sign-in for ``person``; the staff number is the user name. Raises ``Refused`` if there is one."""
    _require_administrator(actor)
    if User.objects.filter(person=person).exists():
        raise Refused(_("%(name)s already has an account.") % {"name": person.name})
    user = User.objects.create_user(person.staff_no, password=password, person=person)
    record_activity(actor=actor, act="account.created", subject=user)
    for role in roles:
        grant_role(actor=actor, user=user, role=role)
    return user


def _require_administrator(actor: User | None) -> None:
    if actor is not None and not may_manage_accounts(actor):
        raise Refused(_("Only an administrator may do this."))


def _refresh_editorial_groups(user: User) -> None:
    user.__dict__.pop("role_codes", None)
    wanted = {name for role, name in EDITORIAL_GROUPS.items() if role in user.role_codes}
    groups = Group.objects.filter(name__in=EDITORIAL_GROUPS.values())
    user.groups.remove(*groups.exclude(name__in=wanted))
    user.groups.add(*groups.filter(name__in=wanted))


@transaction.atomic
def set_account_active(*, actor: User, user: User, active: bool) -> None:
    """Open or close a sign-in; whatever is stored stays. Raises ``Refused`` for one's own account."""
    _require_administrator(actor)
    if actor == user:
        raise Refused(_("You cannot close your own account."))
    user.is_active = active
    user.save(update_fields=["is_active"])
    record_activity(actor=actor, act="account.opened" if active else "account.closed", subject=user)


@transaction.atomic
def reset_password(*, actor: User, user: User, password: str) -> None:
    """Set a new first password, handed over in person; open sessions of the account end. Raises ``Refused``."""
    _require_administrator(actor)
    user.set_password(password)
    user.save(update_fields=["password"])
    record_activity(actor=actor, act="account.password_reset", subject=user)

"""Accounts and roles, for the administrator."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from casebank.domain.people import create_account, grant_role, reset_password, revoke_role, set_account_active
from casebank.enums import Role
from casebank.interfaces.forms.people import AccountFilterForm, AccountForm, PasswordForm, RolesForm
from casebank.models import Activity, User
from casebank.rules import may_manage_accounts
from casebank.web.access import found_or_404, requires

PAGE_SIZE = 25


def _accounts(user):
    """Accounts of the administrator's unit."""
    accounts = User.objects.select_related("person__department").prefetch_related("grants")
    return accounts.filter(person__unit=user.person.unit_id if user.person_id else None).order_by("username")


@requires(may_manage_accounts)
def account_list(request: HttpRequest) -> HttpResponse:
    form = AccountFilterForm(request.GET)
    accounts = _accounts(request.user)
    if form.is_valid():
        wanted = form.cleaned_data
        if wanted["q"]:
            accounts = accounts.filter(Q(person__name__icontains=wanted["q"]) | Q(username__icontains=wanted["q"]))
        if wanted["role"]:
            accounts = accounts.filter(grants__role=wanted["role"], grants__revoked_at=None)
    page = Paginator(accounts, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "casebank/people/account_list.html", {"form": form, "page": page})


@requires(may_manage_accounts)
@require_http_methods(["GET", "POST"])
def account_create(request: HttpRequest) -> HttpResponse:
    form = AccountForm(request.POST or None, unit=request.user.person and request.user.person.unit)
    if form.is_valid():
        wanted = form.cleaned_data
        user = create_account(
            actor=request.user,
            person=wanted["person"],
            password=wanted["password"],
            roles=tuple(Role(code) for code in wanted["roles"]),
        )
        messages.success(
            request, _("%(name)s can now sign in as %(login)s.") % {"name": user.display_name, "login": user.username}
        )
        return redirect("casebank:account", pk=user.pk)
    return render(request, "casebank/people/account_create.html", {"form": form})


@requires(may_manage_accounts)
def account(request: HttpRequest, pk: int) -> HttpResponse:
    user = found_or_404(_accounts(request.user), pk=pk)
    context = {
        "account": user,
        "roles_form": RolesForm(account=user),
        "password_form": PasswordForm(),
        "history": _history(user),
    }
    return render(request, "casebank/people/account.html", context)


@requires(may_manage_accounts)
@require_POST
def account_roles(request: HttpRequest, pk: int) -> HttpResponse:
    user = found_or_404(_accounts(request.user), pk=pk)
    form = RolesForm(request.POST, account=user)
    if form.is_valid():
        _set_roles(actor=request.user, user=user, wanted=set(form.cleaned_data["roles"]))
        messages.success(request, _("The roles are saved and hold at once."))
    return redirect("casebank:account", pk=pk)


@requires(may_manage_accounts)
@require_POST
def account_password(request: HttpRequest, pk: int) -> HttpResponse:
    user = found_or_404(_accounts(request.user), pk=pk)
    form = PasswordForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["password"]))
    else:
        reset_password(actor=request.user, user=user, password=form.cleaned_data["password"])
        messages.success(request, _("The new first password is set; open sessions of this account have ended."))
    return redirect("casebank:account", pk=pk)


@requires(may_manage_accounts)
@require_POST
def account_active(request: HttpRequest, pk: int) -> HttpResponse:
    user = found_or_404(_accounts(request.user), pk=pk)
    active = request.POST.get("active") == "1"
    set_account_active(actor=request.user, user=user, active=active)
    messages.success(request, _("The account is open.") if active else _("The account is closed."))
    return redirect("casebank:account", pk=pk)


@transaction.atomic
def _set_roles(*, actor: User, user: User, wanted: set[str]) -> None:
    held = set(user.role_codes)
    for code in sorted(wanted - held):
        grant_role(actor=actor, user=user, role=Role(code))
    for code in sorted(held - wanted):
        revoke_role(actor=actor, user=user, role=Role(code))


def _history(user: User) -> list[dict]:
    acts = {
        "account.created": _("Account created"),
        "account.opened": _("Account opened"),
        "account.closed": _("Account closed"),
        "account.password_reset": _("New first password"),
        "role.granted": _("Role given: %(role)s"),
        "role.revoked": _("Role taken away: %(role)s"),
    }
    rows = Activity.objects.filter(subject=f"casebank.User:{user.pk}", act__in=acts).select_related("actor__person")
    labels = dict(Role.choices)
    return [
        {
            "when": row.at,
            "what": acts[row.act] % {"role": labels.get(row.detail.get("role"), "")},
            "who": row.actor.display_name if row.actor else _("System"),
        }
        for row in rows[:30]
    ]

"""Forms of the account pages."""

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from casebank.enums import Role
from casebank.models import Person, User


class AccountFilterForm(forms.Form):
    """What to look for in the list of accounts."""

    q = forms.CharField(label=_("Name or staff number"), required=False)
    role = forms.ChoiceField(label=_("Role"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [("", _("All")), *Role.choices]


class PasswordForm(forms.Form):
    """A first password, checked like any other."""

    password = forms.CharField(
        label=_("First password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. Hand it over in person; the owner changes it after signing in."),
    )

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password)
        return password


class AccountForm(PasswordForm):
    """A new account for somebody of the roster."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.none())
    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    field_order = ["person", "roles", "password"]

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        free = Person.objects.filter(unit=unit, is_active=True, account=None)
        self.fields["person"].queryset = free
        self.fields["person"].label_from_instance = lambda person: f"{person.staff_no} {person.name}"


class RolesForm(forms.Form):
    """The roles an account should hold."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=Role.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, account: User, **kwargs):
        super().__init__(*args, initial={"roles": sorted(account.role_codes)}, **kwargs)

"""Forms of the roster page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casebank.models import Department, Unit


class RosterFilterForm(forms.Form):
    """What to look for in the roster."""

    q = forms.CharField(label=_("Name or staff number"), required=False, max_length=40, widget=forms.SearchInput())
    department = forms.ModelChoiceField(label=_("Department"), queryset=Department.objects.none(), required=False)

    def __init__(self, *args: Any, unit: Unit | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].queryset = Department.objects.filter(unit=unit)
        self.fields["department"].empty_label = _("All")

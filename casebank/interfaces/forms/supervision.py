"""Forms of the supervision points."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casebank.domain.queries.knowledge import distinct_values, searched
from casebank.states import PointState

SEARCHED = ("cause", "text", "defect__title")


class PointFilterForm(forms.Form):
    """Which points to show on the inspectors' page."""

    state = forms.ChoiceField(choices=PointState.choices, required=False, widget=forms.HiddenInput)
    q = forms.CharField(label=_("Code or words"), required=False, widget=forms.SearchInput)
    cause = forms.ChoiceField(label=_("Cause of action"), required=False)

    def __init__(self, *args: Any, rows: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        causes = [(cause, cause) for cause in distinct_values(rows, "cause")]
        self.fields["cause"].choices = [("", _("All")), *causes]

    def apply(self, rows: QuerySet) -> QuerySet:
        """The rows that match; a wrong value counts as no filter."""
        self.is_valid()
        wanted = self.cleaned_data
        rows = searched(rows, wanted.get("q", ""), SEARCHED, code="defect__code")
        return rows.filter(cause=wanted["cause"]) if wanted.get("cause") else rows


class PointForm(forms.Form):
    """The wording of a point and what to do with it."""

    text = forms.CharField(label=_("What to check"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    state = forms.ChoiceField(choices=PointState.choices, widget=forms.HiddenInput)
    to = forms.ChoiceField(choices=[("", ""), *PointState.choices], required=False, widget=forms.HiddenInput)

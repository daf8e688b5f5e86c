"""Forms of sittings."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.enums import SittingKind
from assessments.interfaces.forms.item import ALL
from assessments.models import Sitting
from assessments.states import SittingState
from casebank.enums import Role
from casebank.public import accounts_with_role, departments_of, people_in_service


class MomentInput(forms.DateTimeInput):
    """Date and time as the browser's own picker."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class SittingFilterForm(forms.Form):
    q = forms.CharField(label=_("Search"), required=False, widget=forms.SearchInput)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[ALL, *SittingKind.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *SittingState.choices])


class SittingForm(forms.Form):
    """When and how long. ``paper`` only while planning anew."""

    paper = forms.ModelChoiceField(label=_("Paper"), queryset=None, empty_label="—")
    title = forms.CharField(label=_("Title"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=SittingKind.choices,
        widget=forms.RadioSelect,
        initial=SittingKind.FORMAL,
        help_text=_("Only a formal sitting enters the performance record; practice never does."),
    )
    opens_at = forms.DateTimeField(label=_("Opens at"), widget=MomentInput())
    closes_at = forms.DateTimeField(label=_("Closes at"), widget=MomentInput())
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=5,
        max_value=720,
        initial=480,
        help_text=_("Counted for each person from the start, and never past the closing time."),
    )
    grace_seconds = forms.IntegerField(
        label=_("Grace in seconds"),
        min_value=0,
        max_value=900,
        initial=180,
        help_text=_("Answers that were held up on the way are still accepted for so long, and flagged."),
    )

    def __init__(self, *args: Any, papers: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if papers is None:
            del self.fields["paper"]
        else:
            self.fields["paper"].queryset = papers

    def clean(self):
        data = super().clean()
        if data.get("opens_at") and data.get("closes_at") and data["closes_at"] <= data["opens_at"]:
            self.add_error("closes_at", gettext("The closing time must be after the opening time."))
        return data

    def values(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "paper"}


class CandidatesForm(forms.Form):
    """Whole departments, single people, or both."""

    departments = forms.ModelMultipleChoiceField(
        label=_("Whole departments"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    people = forms.ModelMultipleChoiceField(
        label=_("Single people"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sitting: Sitting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["departments"].queryset = departments_of(sitting.unit_id)
        self.fields["people"].queryset = people_in_service(sitting.unit_id)
        self.fields["people"].label_from_instance = lambda one: f"{one.name} · {one.department or '—'}"

    def chosen(self) -> list[Any]:
        """Everybody who is meant, each once."""
        departments = self.cleaned_data["departments"]
        members = self.fields["people"].queryset.filter(department__in=departments)
        return list({person.pk: person for person in (*self.cleaned_data["people"], *members)}.values())


class MarkersForm(forms.Form):
    markers = forms.ModelMultipleChoiceField(
        label=_("Markers"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, sitting: Sitting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["markers"].queryset = accounts_with_role(sitting.unit_id, Role.MARKER)
        self.fields["markers"].label_from_instance = lambda one: one.display_name


class ExtendForm(forms.Form):
    """More time for everybody."""

    minutes = forms.IntegerField(label=_("More minutes for everybody"), min_value=1, max_value=240)
    reason = forms.CharField(label=_("Reason"), max_length=200)


class ExtraTimeForm(forms.Form):
    """Extra minutes of one person in total."""

    minutes = forms.IntegerField(label=_("Extra minutes in total"), min_value=0, max_value=600)
    reason = forms.CharField(label=_("Reason"), max_length=200)


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=200)

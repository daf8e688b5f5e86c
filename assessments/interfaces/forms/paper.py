"""Forms of papers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.interfaces.forms.item import ALL
from assessments.states import PaperState


class PaperFilterForm(forms.Form):
    q = forms.CharField(label=_("Search"), required=False, widget=forms.SearchInput)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *PaperState.choices])


class PaperForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=120)
    instructions = forms.CharField(
        label=_("Instructions"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Shown on the first page, before the clock starts: aids allowed, how to answer, whom to ask."),
    )


class AddItemForm(forms.Form):
    """Choose a ready item that is not in the paper yet."""

    item = forms.ModelChoiceField(label=_("Item"), queryset=None, empty_label="—")

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = items
        self.fields["item"].label_from_instance = lambda one: f"{one.title} · v{one.number} · {one.get_kind_display()}"

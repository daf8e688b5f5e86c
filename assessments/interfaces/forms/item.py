"""Forms of items and of the list of items."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.enums import ItemKind, MissingCitation
from assessments.states import ItemState
from casebank.public import competency_choices, document_type_choices

ALL = ("", _("All"))


class ItemFilterForm(forms.Form):
    """Search and filters of the item bank."""

    q = forms.CharField(label=_("Search"), required=False, widget=forms.SearchInput)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[ALL, *ItemKind.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[ALL, *ItemState.choices])
    competency = forms.ChoiceField(label=_("Competency"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency"].choices = [ALL, *_competencies()]


class ItemForm(forms.Form):
    """Title, task and competencies; drafting items also have a document type and a citation policy."""

    title = forms.CharField(label=_("Title"), max_length=120)
    task = forms.CharField(
        label=_("Task for the candidate"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What the candidate is to do with the case file. It stands above the answer."),
    )
    document_code = forms.ChoiceField(
        label=_("Document to be drafted"),
        help_text=_("Its sections come from the knowledge lists; each becomes an answer field of its own."),
    )
    missing_citation = forms.ChoiceField(
        label=_("A right point without its decisive citation is worth"),
        choices=MissingCitation.choices,
        widget=forms.RadioSelect,
        help_text=_("Markers differ most where a rubric is silent about this. So it has to be decided here."),
    )
    competency_codes = forms.MultipleChoiceField(
        label=_("Competencies"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The result counts for these competencies in the performance record."),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["competency_codes"].choices = _competencies()
        self.fields["document_code"].choices = [("", "—"), *_document_types()]
        if kind != ItemKind.DRAFTING:
            del self.fields["document_code"], self.fields["missing_citation"]


def _competencies() -> list[tuple[str, str]]:
    return [(choice.code, f"{choice.title} ({choice.code})") for choice in competency_choices()]


def _document_types() -> list[tuple[str, str]]:
    return [(choice.code, choice.title) for choice in document_type_choices()]

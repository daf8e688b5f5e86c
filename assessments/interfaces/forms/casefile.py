"""Form of a document of the case file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from casebank.public import evidence_kind_choices


class DocumentForm(forms.Form):
    """One document; each line of the text becomes a paragraph."""

    title = forms.CharField(label=_("Title"), max_length=120)
    evidence_kind = forms.ChoiceField(label=_("Kind of evidence"), required=False)
    text = forms.CharField(
        label=_("Text"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 20, "class": "document-text"}),
        help_text=_(
            "Paste the text. Every line becomes a paragraph; unchanged paragraphs keep their place in the key."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(choice.title, choice.title) for choice in evidence_kind_choices()]
        current = self.initial.get("evidence_kind")
        if current and current not in dict(kinds):
            kinds.append((current, current))
        self.fields["evidence_kind"].choices = [("", "—"), *kinds]

"""Forms of the rubric and of the reference document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assessments.models import Item


class LinesField(forms.CharField):
    """A list of wordings, one per line."""

    widget = forms.Textarea

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class CriterionForm(forms.Form):
    """A rubric point."""

    section = forms.ChoiceField(label=_("Section"), required=False)
    text = forms.CharField(label=_("What earns the points"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    points = forms.DecimalField(label=_("Points"), min_value=0.5, max_value=100, decimal_places=1)
    required = LinesField(
        label=_("Required wording"),
        help_text=_("One element per line: an article, a charge, an amount, a date or a key word; “a|b” means either."),
    )
    forbidden = LinesField(
        label=_("Wrong statements"), help_text=_("One per line. An answer that states one of them loses the point.")
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sections = [(one.section, one.heading) for one in item.reference_sections.all()]
        self.fields["section"].choices = [("", _("Anywhere in the document")), *sections]


class ReferenceForm(forms.Form):
    """The reference text of every section of the document, one field each."""

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in item.reference_sections.all():
            self.fields[one.section] = forms.CharField(
                label=one.heading,
                required=False,
                max_length=60_000,
                initial=one.text,
                help_text=one.guidance,
                widget=forms.Textarea(attrs={"rows": 5}),
            )

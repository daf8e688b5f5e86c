"""Form of a reference finding."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessments.core.casefile import Place
from assessments.domain.key import find_place
from assessments.enums import Attribute, Consequence
from assessments.models import Item
from casebank.core.errors import Refused

NONE = ("", "—")
# 后果 as the common violations word it → our consequence.
CONSEQUENCES = {
    "不得作为定案根据": Consequence.ABSOLUTE,
    "补正或合理解释后可采": Consequence.CURABLE,
    "应当排除": Consequence.ILLEGAL,
}


class FindingForm(forms.Form):
    """Words of the file and what is wrong with them; ``cleaned_data["place"]`` is where they stand."""

    document = forms.ModelChoiceField(label=_("Document"), queryset=None, empty_label="—")
    quote = forms.CharField(
        label=_("Words in the file"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Select them in the case file, or copy them here exactly."),
    )
    pid = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    decoy = forms.BooleanField(
        label=_("Decoy: looks wrong and is right"),
        required=False,
        help_text=_("A decoy carries no points; reporting it costs the candidate a deduction."),
    )
    defect_code = forms.CharField(
        label=_("Defect code"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"data-code-picker": "defect-codes", "list": "defect-code-list"}),
    )
    attribute = forms.ChoiceField(label=_("Attribute"), required=False, choices=[NONE, *Attribute.choices])
    consequence = forms.ChoiceField(label=_("Consequence"), required=False, choices=[NONE, *Consequence.choices])
    statement = forms.CharField(label=_("What is wrong"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    legal_basis = forms.CharField(label=_("Legal basis"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    remedy = forms.CharField(label=_("Remedy"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    points = forms.DecimalField(label=_("Points"), required=False, min_value=0, max_value=100, decimal_places=1)

    TEXTS = ("decoy", "defect_code", "attribute", "consequence", "statement", "legal_basis", "remedy", "points")

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        self.fields["document"].queryset = item.documents.all()

    def clean_points(self):
        return self.cleaned_data["points"] or 0

    def clean_defect_code(self) -> str:
        """The code alone, also when it came with its title."""
        return (self.cleaned_data["defect_code"].split() or [""])[0]

    def clean(self):
        data = super().clean()
        if data.get("document") and data.get("quote"):
            try:
                data["place"] = find_place(
                    item=self.item, document=data["document"], quote=data["quote"], wanted=self._selected(data)
                )
            except Refused as refusal:
                self.add_error("quote", str(refusal))
        if not data.get("decoy") and not data.get("points"):
            self.add_error("points", gettext("A reference finding carries points; only a decoy has none."))
        return data

    def texts(self) -> dict[str, Any]:
        """The columns of the finding besides its place."""
        return {name: self.cleaned_data[name] for name in self.TEXTS}

    def _selected(self, data: dict[str, Any]) -> Place | None:
        start = data.get("start")
        return (
            Place(data["pid"], start, start + len(data["quote"].strip()))
            if data.get("pid") and start is not None
            else None
        )


def prefill(issue: Any) -> dict[str, Any]:
    """Initial values from a common violation of the knowledge lists."""
    return {
        "attribute": issue.attribute,
        "consequence": CONSEQUENCES.get(issue.consequence, Consequence.WEIGHT),
        "statement": issue.issue,
        "legal_basis": issue.legal_basis,
        "remedy": issue.remedy,
    }

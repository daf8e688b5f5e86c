"""Forms of the studies."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casebank.domain.study import MOST_CHARACTERS, MOST_PARTIES
from casebank.enums import PartyRole, ReadingCheck, SpanType
from casebank.models import DefectType, Study
from casebank.states import StudyState


class StudyFilterForm(forms.Form):
    """State, code and words; wrong values count as no filter."""

    q = forms.CharField(label=_("Title, code or case number"), required=False, widget=forms.SearchInput)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *StudyState.choices])
    code = forms.ChoiceField(label=_("Defect code"), required=False)

    def __init__(self, *args: Any, studies: QuerySet[Study], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = DefectType.objects.filter(studies__in=studies).order_by("code").values_list("code", flat=True)
        self.fields["code"].choices = [("", _("All")), *((code, code) for code in codes.distinct())]

    def wanted(self) -> dict[str, str]:
        """Keyword arguments of ``studies_for``."""
        self.is_valid()
        values = self.cleaned_data
        return {"state": values.get("state", ""), "code": values.get("code", ""), "words": values.get("q", "")}


class FindingSearchForm(forms.Form):
    q = forms.CharField(label=_("Problem, code, cause or case number"), required=False, widget=forms.SearchInput)

    def wanted(self) -> dict[str, str]:
        """Keyword arguments of ``findings_for_studies``."""
        self.is_valid()
        return {"words": self.cleaned_data.get("q", "")}


class StudyStartForm(forms.Form):
    title = forms.CharField(
        label=_("Title of the study"),
        max_length=120,
        help_text=_("May hold real names for now: the title is masked like all other texts."),
    )


class StudyForm(forms.Form):
    """All texts of a study; every one of them passes through the anonymiser."""

    title = forms.CharField(label=_("Title of the study"), max_length=120)
    facts = forms.CharField(
        label=_("Facts of the case"),
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 16, "class": "document-text"}),
        help_text=_(
            "Paste the part of the file that shows the defect. Only people of your unit who work on it see it."
        ),
    )
    upload = forms.FileField(
        label=_("Or a Word document"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        help_text=_(
            "Its text takes the place of the facts above; the file itself is kept in private. Comments, foot-notes, "
            "text boxes and tracked changes are not read."
        ),
    )
    what_went_wrong = forms.CharField(
        label=_("What went wrong"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    rule = forms.CharField(
        label=_("The rule"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    right_practice = forms.CharField(
        label=_("Right practice"), required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 4})
    )
    questions = forms.CharField(
        label=_("Questions for discussion"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("One question per line."),
    )

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in Study.TEXT_FIELDS}


class PartyForm(forms.Form):
    name = forms.CharField(label=_("Name or words"), required=False, max_length=120)
    role = forms.ChoiceField(label=_("What it is"), required=False, choices=PartyRole.choices, initial=PartyRole.PERSON)

    def clean_role(self) -> str:
        return self.cleaned_data["role"] or str(PartyRole.PERSON)


PartyFormSet = forms.formset_factory(PartyForm, extra=3, max_num=MOST_PARTIES, absolute_max=MOST_PARTIES + 20)


class AddSpanForm(forms.Form):
    words = forms.CharField(
        label=_("Words that the machine overlooked"),
        min_length=2,
        max_length=400,
        help_text=_("Type them, or select them in the text. They are replaced in every text."),
    )
    type = forms.ChoiceField(label=_("What they are"), choices=SpanType.choices)
    replacement = forms.CharField(
        label=_("To stand instead"), required=False, max_length=200, help_text=_("Empty: chosen to fit the case.")
    )


class ReadingForm(forms.Form):
    """What the second person looked for, and the hash of what was read."""

    checks = forms.MultipleChoiceField(
        label=_("I have looked for each of these"),
        choices=ReadingCheck.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please tick every line.")},
    )
    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean_checks(self) -> list[str]:
        checks = self.cleaned_data["checks"]
        if set(checks) != set(ReadingCheck.values):
            raise forms.ValidationError(_("Please tick every line."))
        return checks


class SpanDecisionForm(forms.Form):
    """What is typed beside a proposal; shown by the template of the desk."""

    note = forms.CharField(label=_("Reason"), required=False)
    replacement = forms.CharField(label=_("To stand instead"), required=False)


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=_("What still points at somebody"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Why it is withdrawn"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

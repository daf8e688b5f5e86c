"""Forms of the evaluation pages."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from casebank.models import DefectType, Department, Evaluation, ImportBatch, Person

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
TODO = [
    ("", _("All")),
    ("open", _("With problems to decide")),
    ("sure", _("With clear proposals")),
    ("confirmed", _("With confirmed defects")),
    ("none", _("Without problems")),
]


class EvaluationFilterForm(forms.Form):
    """What to look for in the list. Choices come from the rows that the person may see."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=80,
        widget=forms.SearchInput(attrs={"placeholder": _("Case number, cause, handler, problem")}),
    )  # fmt: skip
    department = forms.ModelChoiceField(label=_("Department"), queryset=Department.objects.none(), required=False)
    handler = forms.ModelChoiceField(label=_("Handler"), queryset=Person.objects.none(), required=False)
    business_line = forms.ChoiceField(label=_("Business line"), required=False)
    kind = forms.ChoiceField(label=_("Evaluation kind"), required=False)
    grade = forms.ChoiceField(label=_("Grade"), required=False)
    code = forms.CharField(label=_("Defect code"), required=False, max_length=20)
    since = forms.DateField(label=_("From"), required=False, widget=DAY)
    until = forms.DateField(label=_("To"), required=False, widget=DAY)
    todo = forms.ChoiceField(label=_("Problems"), choices=TODO, required=False)
    batch = forms.ModelChoiceField(queryset=ImportBatch.objects.none(), required=False, widget=forms.HiddenInput())
    sort = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput())

    def __init__(self, *args: Any, visible: QuerySet[Evaluation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, path in {"business_line": "case__business_line", "kind": "kind", "grade": "grade"}.items():
            values = visible.order_by(path).values_list(path, flat=True).distinct()
            self.fields[name].choices = [("", _("All")), *((value, value) for value in values if value)]
        self._narrow("department", Department.objects.filter(pk__in=visible.values("case__department")))
        self._narrow("handler", Person.objects.filter(pk__in=visible.values("case__handler")))
        self.fields["handler"].label_from_instance = lambda person: f"{person.name} {person.staff_no}"
        self.fields["batch"].queryset = ImportBatch.objects.filter(pk__in=visible.values("batch"))

    def _narrow(self, name: str, queryset: QuerySet) -> None:
        self.fields[name].queryset = queryset
        self.fields[name].empty_label = _("All")

    def clean_code(self) -> str:
        return self.cleaned_data["code"].strip().upper()


class ConfirmForm(forms.Form):
    """The code a problem is confirmed as, by its code."""

    defect = forms.ModelChoiceField(
        label=_("Defect code"), queryset=DefectType.objects.active(), to_field_name="code",
        error_messages={"invalid_choice": _("This code is not in the negative list."), "required": _("Please choose a code.")},
    )  # fmt: skip
    note = forms.CharField(label=_("Remark"), required=False, max_length=200)


class DismissForm(forms.Form):
    """Why a problem is no defect of the list."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=200,
        error_messages={"required": _("Please give the reason why this is not a defect.")},
    )


class CodeSearchForm(forms.Form):
    """Looking for a code by words, code, business line or severity."""

    q = forms.CharField(label=_("Search"), required=False, max_length=60, widget=forms.SearchInput())
    line = forms.ChoiceField(label=_("Business line"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lines = DefectType.objects.active().order_by("business_line").values_list("business_line", flat=True).distinct()
        self.fields["line"].choices = [("", _("All")), *((line, line) for line in lines)]

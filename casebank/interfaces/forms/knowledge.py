"""Forms of the knowledge lists."""

from typing import Any

from django import forms
from django.db.models import DateField, Field, QuerySet, TextField
from django.utils.translation import gettext_lazy as _

from casebank.domain.queries.knowledge import KnowledgeList, distinct_values, searched
from casebank.enums import VerifyClass
from casebank.models.knowledge_row import KnowledgeRow

NOT_FOR_EDITING = {"id", "code", "shipped", "is_active", "document_type"}
OPEN = (VerifyClass.UNVERIFIED, VerifyClass.MIXED)


class KnowledgeFilterForm(forms.Form):
    """Words to look for, and the columns that the list offers as filters."""

    q = forms.CharField(label=_("Code or words"), required=False, widget=forms.SearchInput)
    verification = forms.ChoiceField(
        label=_("Verification"),
        required=False,
        choices=[("", _("All")), ("open", _("To be verified")), ("done", _("Verified or a suggestion"))],
    )
    use = forms.ChoiceField(
        label=_("In use or retired"), required=False, choices=[("", _("All")), ("1", _("In use")), ("0", _("Retired"))]
    )

    def __init__(self, *args: Any, of: KnowledgeList, rows: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of = of
        for name in of.filters:
            values = [(value, value) for value in distinct_values(rows, name)]
            label = of.model._meta.get_field(name).verbose_name
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=[("", _("All")), *values])

    def apply(self, rows: QuerySet) -> QuerySet:
        """The rows that match; wrong values of a filter count as no filter."""
        self.is_valid()
        wanted = self.cleaned_data
        rows = searched(rows, wanted.get("q", ""), self.of.searched)
        rows = rows.filter(**{name: wanted[name] for name in self.of.filters if wanted.get(name)})
        if wanted.get("verification"):
            is_open = wanted["verification"] == "open"
            rows = rows.filter(verify_class__in=OPEN) if is_open else rows.exclude(verify_class__in=OPEN)
        return rows.filter(is_active=wanted["use"] == "1") if wanted.get("use") else rows


def knowledge_row_form(row: KnowledgeRow) -> type[forms.ModelForm]:
    """The editing form for rows like ``row``: every field except code, use and parent."""
    names = [field.name for field in row._meta.concrete_fields if field.name not in NOT_FOR_EDITING]
    return forms.modelform_factory(type(row), fields=names, formfield_callback=_form_field)


def _form_field(field: Field, **kwargs: Any) -> forms.Field | None:
    if isinstance(field, TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 3})
    if isinstance(field, DateField):
        kwargs["widget"] = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return field.formfield(**kwargs)

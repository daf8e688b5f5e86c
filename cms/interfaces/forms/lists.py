"""Filters above the lists of the website."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _


class ListFilterForm(forms.Form):
    """Words to look for. Filters by column are added with their present values, so data decides what is offered."""

    q = forms.CharField(label=_("Code or words"), required=False, max_length=200, widget=forms.SearchInput)

    def __init__(self, data: Any, columns: dict[str, tuple[Any, Iterable[str]]]) -> None:
        super().__init__(data)
        self.columns = tuple(columns)
        for name, (label, values) in columns.items():
            choices = [("", _("All")), *((value, value) for value in values)]
            self.fields[name] = forms.ChoiceField(label=label, required=False, choices=choices)
        self.is_valid()

    @property
    def words(self) -> str:
        return self.cleaned_data.get("q", "").strip()

    def chosen(self) -> dict[str, str]:
        """Column → chosen value; a value that is not offered counts as no filter."""
        return {name: self.cleaned_data[name] for name in self.columns if self.cleaned_data.get(name)}

    def narrow(self, rows: QuerySet) -> QuerySet:
        """``rows`` with the chosen values."""
        return rows.filter(**self.chosen())


class SearchForm(forms.Form):
    """The search over the whole site."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200, widget=forms.SearchInput)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, data: Any, kinds: Iterable[tuple[str, Any]]) -> None:
        super().__init__(data)
        self.fields["kind"].choices = [("", _("Everything")), *kinds]
        self.is_valid()

    @property
    def words(self) -> str:
        return self.cleaned_data.get("q", "").strip()

    @property
    def chosen_kind(self) -> str:
        return self.cleaned_data.get("kind", "")

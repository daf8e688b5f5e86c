"""The list of what may be published."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PublishingFilterForm(forms.Form):
    """Words to look for in titles and codes."""

    q = forms.CharField(label=_("Code or words"), required=False, max_length=200, widget=forms.SearchInput)

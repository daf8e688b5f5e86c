import pytest
from django import forms
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.utils import translation


def test_a_short_password_is_refused_in_chinese():
    with translation.override("zh-hans"), pytest.raises(ValidationError) as refused:
        MinimumLengthValidator(10).validate("short")

    assert "10" in refused.value.messages[0]
    assert "password" not in refused.value.messages[0]


def test_a_missing_field_is_asked_for_in_plain_chinese():
    with translation.override("zh-hans"):
        assert forms.CharField().error_messages["required"] == "此项必填。"

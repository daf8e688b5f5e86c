"""``manage.py load_knowledge``."""

import json

import pytest
from django.core.management import call_command

from casebank.models import DefectType

pytestmark = pytest.mark.django_db


def test_prints_one_json_line_with_counts_per_list(capsys):
    DefectType.objects.filter(code="XS-ZB-01").delete()

    call_command("load_knowledge")

    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert json.loads(out)["negative_list"] == {"created": 1, "updated": 0, "kept": 119, "edited": 0}

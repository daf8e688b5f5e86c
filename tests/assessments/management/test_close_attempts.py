from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from assessments.models import Attempt, Sitting
from tests.factories import assessments as make

pytestmark = pytest.mark.django_db


def test_the_command_hands_in_what_is_due_closes_the_sitting_and_may_run_again():
    make.started_attempt()
    past = timezone.now() - timedelta(minutes=10)
    Attempt.objects.update(deadline_at=past)
    Sitting.objects.update(closes_at=past)
    outputs = []

    for _ in range(2):
        out = StringIO()
        call_command("close_attempts", stdout=out)
        outputs.append(out.getvalue())

    assert outputs == ["1 attempts handed in, 1 sittings closed.\n", "0 attempts handed in, 0 sittings closed.\n"]
    assert Attempt.objects.get().submitted_by_server
    assert Sitting.objects.get().state == "closed"

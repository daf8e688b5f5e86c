from decimal import Decimal

import pytest

from assessments.domain.marking import accept_clear_proposals, confirm_script, decide_mark
from assessments.domain.premarking import premark_attempt
from assessments.domain.result import release_result
from assessments.models import PreMark, Result
from assessments.signals import result_released
from casebank.core.errors import Refused
from casebank.models import PerformanceEntry
from tests.factories import assessments as make
from tests.factories.marking import submitted_script
from tests.factories.people import PersonFactory, UnitFactory, UserFactory

pytestmark = pytest.mark.django_db


def marked_script(marker=None, **values):
    marker = marker or UserFactory(roles=["marker"])
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker, **values))
    accept_clear_proposals(actor=marker, attempt=script)
    for mark in PreMark.objects.filter(sheet__attempt=script, steps=None):
        decide_mark(actor=marker, premark=mark, points=mark.points)
    return confirm_script(actor=marker, attempt=script)


@pytest.fixture
def trainer():
    return make.trainer()


def test_a_released_formal_result_enters_the_record_once(trainer):
    script = marked_script()

    result = release_result(actor=trainer, attempt=script)
    again = release_result(actor=trainer, attempt=script)

    entries = PerformanceEntry.objects.filter(person=script.person)
    assert again == result
    assert {entry.competency_code for entry in entries} == {"", "CP-01", "CP-08"}
    assert entries.get(competency_code="").score == (100 * result.points / result.max_points).quantize(Decimal("0.01"))
    assert all(entry.kind == "formal_sitting" for entry in entries)


def test_practice_never_reaches_the_record(trainer):
    script = marked_script(kind="practice")

    release_result(actor=trainer, attempt=script)

    assert not PerformanceEntry.objects.exists()


def test_an_unconfirmed_script_is_not_released(trainer):
    marker = UserFactory(roles=["marker"])
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker))

    with pytest.raises(Refused):
        release_result(actor=trainer, attempt=script)

    assert not Result.objects.exists()
    assert not PerformanceEntry.objects.exists()


def test_who_marked_does_not_release():
    both = UserFactory(roles=["marker", "trainer"])
    script = marked_script(both)

    with pytest.raises(Refused):
        release_result(actor=both, attempt=script)


@pytest.mark.parametrize("roles", [["hr"], ["inspector"], ["head"], ["administrator"], ["marker"], ["prosecutor"]])
def test_others_do_not_release(roles):
    script = marked_script()

    with pytest.raises(Refused):
        release_result(actor=UserFactory(roles=roles), attempt=script)


def test_a_trainer_of_another_unit_does_not_release():
    script = marked_script()
    foreign = PersonFactory(unit=UnitFactory(code="ZZ"), department=None)

    with pytest.raises(Refused):
        release_result(actor=UserFactory(person=foreign, roles=["trainer"]), attempt=script)


def test_the_news_goes_out_after_the_commit(trainer, django_capture_on_commit_callbacks):
    script, heard = marked_script(), []
    result_released.connect(lambda **news: heard.append(news["attempt_id"]), weak=False, dispatch_uid="test")

    try:
        with django_capture_on_commit_callbacks(execute=True):
            release_result(actor=trainer, attempt=script)
    finally:
        result_released.disconnect(dispatch_uid="test")

    assert heard == [script.pk]

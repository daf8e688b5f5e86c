import json
from decimal import Decimal

import pytest

from assessments.domain.marking import accept_clear_proposals, confirm_script, decide_mark, reopen_script
from assessments.domain.premarking import premark_attempt, premark_sitting
from assessments.domain.queries.marking import scripts_to_mark, sheets_of
from assessments.models import MarkStep, PreMark, PreMarkSheet
from casebank.core.errors import Conflict, Refused
from casebank.models import Activity
from tests.factories import assessments as make
from tests.factories.marking import finding_from, submitted_script
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def marker():
    return UserFactory(roles=["marker"])


@pytest.fixture
def script(marker):
    return premark_attempt(actor=marker, attempt=submitted_script(marker=marker))


def evidence(script):
    return next(sheet for sheet in sheets_of(script) if sheet.slot.item.kind == "evidence_review")


def decide_everything(marker, script):
    accept_clear_proposals(actor=marker, attempt=script)
    for mark in PreMark.objects.filter(sheet__attempt=script, steps=None):
        decide_mark(actor=marker, premark=mark, points=mark.points)


def test_findings_of_the_key_earn_their_points_and_missed_ones_nothing(script):
    by_reference = {}
    for line in evidence(script).criteria:
        by_reference.setdefault(line.premark.criterion.split(":")[1], []).append(line.premark)

    shares = [sum(m.points for m in marks) / sum(m.max_points for m in marks) for marks in by_reference.values()]

    assert sorted(shares, reverse=True)[:2] == [1, 1]
    assert sorted(shares)[0] == 0


def test_every_proposal_lies_in_its_range_and_gives_a_reason(script):
    marks = PreMark.objects.filter(sheet__attempt=script)

    assert marks.exists()
    assert all(mark.min_points <= mark.points <= mark.max_points for mark in marks)
    assert all(mark.reason_zh and mark.reason_en for mark in marks)


def test_matched_words_are_words_of_the_answer(marker):
    def answer(key):
        return [finding_from(key[0], remedy="要求侦查机关补正,并作出合理解释。")]

    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker, findings=answer))
    written = json.dumps(list(script.answers.values_list("payload", flat=True)), ensure_ascii=False)

    quotes = [s["quote"] for m in PreMark.objects.filter(sheet__attempt=script) for s in m.spans if s["quote"]]

    assert quotes
    assert [quote for quote in quotes if quote not in written] == []


def test_a_false_alarm_is_a_deduction_that_the_marker_may_lift(marker):
    def answer(key):
        extra = finding_from(key[0], id="x1", spans=[{"pid": "", "start": None, "end": None, "quote": ""}])
        extra |= {"defect_code": "", "reasoning": "卷宗封面破损,影响阅读。", "legal_basis": "", "remedy": "更换封面"}
        return [finding_from(key[0]), extra]

    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker, findings=answer))
    alarm = PreMark.objects.get(sheet__attempt=script, part="alarm")
    before = evidence(script).total.points

    decide_mark(actor=marker, premark=alarm, points=Decimal(0), comment="确属新发现")

    assert alarm.points < 0
    assert evidence(script).total.points == before - alarm.points


def test_an_empty_script_is_worth_nothing_and_still_needs_a_person(marker):
    script = premark_attempt(actor=marker, attempt=submitted_script(marker=marker, findings=lambda key: []))

    assert [sheet.total.points for sheet in sheets_of(script)] == [0, 0]
    with pytest.raises(Refused):
        confirm_script(actor=marker, attempt=script)


def test_premarking_twice_leaves_one_sheet_per_question(marker, script):
    premark_attempt(actor=marker, attempt=script)

    assert PreMarkSheet.objects.filter(attempt=script).count() == 2


def test_a_sitting_is_premarked_in_one_go(marker):
    first, second = UserFactory(roles=["prosecutor"]), UserFactory(roles=["prosecutor"])
    script = submitted_script(first, marker=marker)
    submitted_script(second, marker=marker)

    assert premark_sitting(actor=marker, sitting=script.sitting) == 1


def test_a_changed_mark_needs_a_reason_and_keeps_the_first_decision(marker, script):
    mark = PreMark.objects.filter(sheet__attempt=script, points__gt=0).first()
    decide_mark(actor=marker, premark=mark, points=mark.points)

    with pytest.raises(Refused):
        decide_mark(actor=marker, premark=mark, points=Decimal(0))
    decide_mark(actor=marker, premark=mark, points=Decimal(0), comment="引用的条文不对")

    assert list(mark.steps.values_list("points", flat=True)) == [mark.points, 0]
    line = next(line for line in evidence(script).criteria if line.premark == mark)
    assert line.points == 0


@pytest.mark.parametrize("points", ["-0.01", "999"])
def test_points_outside_the_range_are_refused(marker, script, points):
    mark = PreMark.objects.filter(sheet__attempt=script, max_points__gt=0).first()

    with pytest.raises(Refused):
        decide_mark(actor=marker, premark=mark, points=Decimal(points), comment="试一试")

    assert not mark.steps.exists()


def test_marks_are_never_rewritten(marker, script):
    decide_everything(marker, script)
    step = MarkStep.objects.first()
    step.points = 1

    for act in (step.save, step.delete, lambda: MarkStep.objects.update(points=1), MarkStep.objects.all().delete):
        with pytest.raises(Refused):
            act()


def test_doubtful_proposals_stay_open_when_the_clear_ones_are_confirmed(marker):
    script = premark_attempt(
        actor=marker, attempt=submitted_script(marker=marker, text="补充侦查的理由是证据不足,请查清事实。")
    )

    accept_clear_proposals(actor=marker, attempt=script)

    left = PreMark.objects.filter(sheet__attempt=script, steps=None)
    assert not left.filter(route="suggest").exists()


def test_a_confirmed_script_takes_no_more_marks_until_it_is_reopened(marker, script):
    decide_everything(marker, script)
    confirm_script(actor=marker, attempt=script)
    mark = PreMark.objects.filter(sheet__attempt=script).first()

    with pytest.raises(Refused):
        decide_mark(actor=marker, premark=mark, points=mark.points)
    with pytest.raises(Refused):
        reopen_script(actor=marker, attempt=script, reason=" ")
    reopen_script(actor=marker, attempt=script, reason="漏看第二题附件")

    decide_mark(actor=marker, premark=mark, points=mark.points)
    assert Activity.objects.filter(act="attempt.premarked", detail__reason="漏看第二题附件").exists()


def test_confirming_twice_is_refused(marker, script):
    decide_everything(marker, script)
    confirm_script(actor=marker, attempt=script)

    with pytest.raises((Refused, Conflict)):
        confirm_script(actor=marker, attempt=script)


@pytest.mark.parametrize("roles", [["trainer"], ["hr"], ["inspector"], ["administrator"], ["marker"], ["prosecutor"]])
def test_only_named_markers_mark(script, roles):
    stranger = UserFactory(roles=roles)
    mark = PreMark.objects.filter(sheet__attempt=script).first()

    with pytest.raises(Refused):
        decide_mark(actor=stranger, premark=mark, points=mark.points)
    assert not scripts_to_mark(stranger).exists()


def test_nobody_marks_their_own_script():
    both = UserFactory(roles=["marker", "prosecutor"])
    script = submitted_script(both, marker=UserFactory(roles=["marker"]))
    script.sitting.markers.add(both)

    with pytest.raises(Refused):
        premark_attempt(actor=both, attempt=script)
    assert not scripts_to_mark(both).exists()


def test_a_running_attempt_is_not_marked(marker):
    attempt = make.started_attempt(markers=[marker])

    with pytest.raises(Refused):
        premark_attempt(actor=marker, attempt=attempt)

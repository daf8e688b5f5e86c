from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from assessments.domain.saving import AttemptClosed, Packet, save_answer
from assessments.domain.submitting import submit_attempt
from assessments.models import Answer, AnswerRevision
from casebank.core.errors import Refused
from tests.factories import assessments as make
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def candidate():
    return UserFactory(roles=["prosecutor"])


@pytest.fixture
def attempt(candidate):
    return make.started_attempt(candidate)


def section_of(attempt):
    return attempt.answers.exclude(field="findings").first()


def packet(text="第一稿", *, seq=1, base_rev=0, **values):
    return Packet(client_uuid=uuid4(), seq=seq, base_rev=base_rev, payload={"text": text}, **values)


def save(attempt, what, *, answer=None, at=None, actor=None):
    answer = answer or section_of(attempt)
    return save_answer(
        actor=actor or attempt.person.account,
        attempt_id=attempt.pk,
        slot_id=answer.slot_id,
        field=answer.field,
        packet=what,
        received_at=at or timezone.now(),
    )


def texts(attempt):
    return list(section_of(attempt).revisions.values_list("payload__text", flat=True))


def test_a_packet_becomes_the_answer_and_a_revision(attempt):
    at = timezone.now()

    saved = save(attempt, packet("补查监控"), at=at)

    answer = section_of(attempt)
    assert (saved.rev, saved.saved_at, saved.state) == (1, at, "saved")
    assert 7190 <= saved.seconds_left <= 7200
    assert (answer.payload, answer.rev, answer.seq, answer.saved_at) == ({"text": "补查监控"}, 1, 1, at)


def test_a_repeated_packet_changes_nothing_and_gets_the_same_confirmation(attempt):
    what = packet("一次")

    first, again = save(attempt, what), save(attempt, what)

    assert (first.rev, first.saved_at) == (again.rev, again.saved_at)
    assert AnswerRevision.objects.count() == 1


def test_a_repeated_packet_is_confirmed_even_after_the_test_was_handed_in(attempt):
    what = packet("最后一句")
    first = save(attempt, what)
    submit_attempt(actor=attempt.person.account, attempt=attempt, received_at=timezone.now())

    again = save(attempt, what)

    assert again.rev == first.rev


def test_a_stale_packet_is_flagged_wins_and_the_other_text_is_kept(attempt):
    save(attempt, packet("窗口甲", writer=uuid4()))

    saved = save(attempt, packet("窗口乙", base_rev=0, writer=uuid4()))

    assert saved.state == "stale"
    assert section_of(attempt).payload == {"text": "窗口乙"}
    assert texts(attempt) == ["窗口甲", "窗口乙"]
    assert list(attempt.events.values_list("kind", flat=True)) == ["started", "stale"]


def test_a_packet_overtaken_by_its_own_window_is_kept_but_not_current(attempt):
    window = uuid4()
    save(attempt, packet("新", seq=2, writer=window))

    saved = save(attempt, packet("旧", seq=1, base_rev=0, writer=window))

    assert (saved.rev, saved.state) == (2, "stale")
    assert section_of(attempt).payload == {"text": "新"}
    assert section_of(attempt).seq == 2
    assert texts(attempt) == ["新", "旧"]


@pytest.mark.parametrize(("seconds", "state"), [(0, "saved"), (1, "late"), (180, "late")])
def test_packets_are_taken_until_the_grace_ends(attempt, seconds, state):
    at = attempt.deadline_at + timedelta(seconds=seconds)

    saved = save(attempt, packet(), at=at)

    assert saved.state == state
    assert section_of(attempt).revisions.get().late is (state == "late")


def test_after_the_grace_nothing_is_stored(attempt):
    with pytest.raises(AttemptClosed):
        save(attempt, packet(), at=attempt.deadline_at + timedelta(seconds=181))

    assert not AnswerRevision.objects.exists()
    assert section_of(attempt).payload == {}


def test_after_handing_in_nothing_is_stored(attempt):
    submit_attempt(actor=attempt.person.account, attempt=attempt, received_at=timezone.now())

    with pytest.raises(AttemptClosed):
        save(attempt, packet())


def test_only_the_candidate_writes(attempt):
    others = [UserFactory(roles=["prosecutor"]), attempt.sitting.created_by, attempt.sitting.markers.get()]

    for other in others:
        with pytest.raises(Refused):
            save(attempt, packet(), actor=other)


def test_a_field_of_another_attempt_is_unknown(attempt):
    other = make.started_attempt(UserFactory(roles=["prosecutor"]), of=make.approved_paper())

    with pytest.raises(Refused):
        save(attempt, packet(), answer=section_of(other))


@pytest.mark.parametrize(
    "payload",
    [None, [], "text", {"text": 1}, {"text": ["a"]}, {"text": "字" * 60_001}],
)
def test_malformed_sections_are_refused_with_a_sentence(attempt, payload):
    with pytest.raises(Refused) as refusal:
        save(attempt, Packet(uuid4(), 1, 0, payload))

    assert len(str(refusal.value)) > 10
    assert not AnswerRevision.objects.exists()


@pytest.mark.parametrize(
    "payload",
    [
        {"findings": {}},
        {"findings": ["x"]},
        {"findings": [{}] * 61},
        {"findings": [{"reasoning": "字" * 10_001}]},
        {"findings": [{"spans": "p1"}]},
        {"findings": [{"spans": [{"pid": "p" * 21}]}]},
        {"findings": [{"legal_basis": {"law": 1}}]},
    ],
)
def test_malformed_findings_are_refused(attempt, payload):
    answer = attempt.answers.get(field="findings")

    with pytest.raises(Refused):
        save(attempt, Packet(uuid4(), 1, 0, payload), answer=answer)


def test_odd_characters_are_made_storable_and_the_rest_is_kept(attempt):
    save(attempt, packet("甲\x00乙\ud800丙\u200b𠮷"))

    assert section_of(attempt).payload == {"text": "甲乙\ufffd丙𠮷"}


def test_received_packets_are_never_changed(attempt):
    save(attempt, packet())
    revision = AnswerRevision.objects.get()

    with pytest.raises(Refused):
        revision.save()
    with pytest.raises(Refused):
        revision.delete()


def test_every_question_has_its_empty_fields_from_the_start(attempt):
    fields = list(Answer.objects.filter(attempt=attempt).values_list("slot__order", "field", "payload"))

    assert sorted(fields, key=lambda row: row[:2]) == [
        (1, "findings", {}),
        (2, "BCTG-1", {}),
        (2, "BCTG-2", {}),
        (2, "BCTG-3", {}),
    ]

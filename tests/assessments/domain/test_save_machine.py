"""Windows that type, send, repeat, overtake and hand in, against a model of what must be stored."""

from uuid import uuid4

from django.test import TestCase
from django.utils import timezone
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from assessments.domain.saving import AttemptClosed, Packet, save_answer
from assessments.domain.submitting import submit_attempt
from tests.factories import assessments as make

TEXTS = st.text(alphabet="甲乙丙丁𠮷 \n", max_size=6)


class Windows(RuleBasedStateMachine):
    """Two windows of one person on one field. ``sent`` is everything that was confirmed, in order."""

    attempt = None

    @initialize()
    def begin(self):
        self.answer = self.attempt.answers.exclude(field="findings").first()
        self.answer.revisions.all()._raw_delete("default")
        type(self.answer).objects.filter(pk=self.answer.pk).update(payload={}, rev=0, seq=0, writer=None, saved_at=None)
        type(self.attempt).objects.filter(pk=self.attempt.pk).update(state="in_progress", submitted_at=None, receipt={})
        self.writers = [uuid4(), uuid4()]
        self.known = [0, 0]
        self.seqs = [0, 0]
        self.sent, self.held, self.current, self.closed = [], [], {}, False

    @rule(window=st.integers(0, 1), text=TEXTS, hold=st.booleans())
    def type_and_send(self, window, text, hold):
        self.seqs[window] += 1
        packet = Packet(uuid4(), self.seqs[window], self.known[window], {"text": text}, self.writers[window])
        if hold:
            self.held.append((window, packet))
        else:
            self.deliver(window, packet)

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def what_was_held_up_arrives(self, data):
        index = data.draw(st.integers(0, len(self.held) - 1))
        self.deliver(*self.held.pop(index))

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def a_packet_is_repeated(self, data):
        window, packet, rev = data.draw(st.sampled_from(self.sent))

        again = self.save(packet)

        assert (again.rev, again.known) == (rev, True)

    @precondition(lambda self: len(self.sent) > 3)
    @rule()
    def hand_in(self):
        submit_attempt(actor=self.attempt.person.account, attempt=self.attempt, received_at=timezone.now())
        self.closed = True

    @invariant()
    def stored_is_what_was_confirmed(self):
        if self.attempt is None or not hasattr(self, "answer"):
            return
        self.answer.refresh_from_db()
        revisions = list(self.answer.revisions.order_by("rev").values_list("rev", "payload__text"))
        assert revisions == [(rev, packet.payload["text"]) for _window, packet, rev in self.sent]
        assert self.answer.payload == self.current
        assert self.answer.rev == len(self.sent)

    def deliver(self, window, packet):
        try:
            saved = self.save(packet)
        except AttemptClosed:
            assert self.closed
            return
        assert not self.closed
        overtaken = packet.base_rev != len(self.sent) and any(
            other.writer == packet.writer and other.seq > packet.seq for _window, other, _rev in self.sent
        )
        self.sent.append((window, packet, saved.rev))
        self.known[window] = max(self.known[window], saved.rev)
        if not overtaken:
            self.current = dict(packet.payload)

    def save(self, packet):
        return save_answer(
            actor=self.attempt.person.account,
            attempt_id=self.attempt.pk,
            slot_id=self.answer.slot_id,
            field=self.answer.field,
            packet=packet,
            received_at=timezone.now(),
        )


class SaveMachineTest(TestCase):
    def test_no_confirmed_text_is_ever_lost(self):
        Windows.attempt = make.started_attempt()
        self.addCleanup(setattr, Windows, "attempt", None)

        run_state_machine_as_test(
            Windows, settings=settings(max_examples=25, stateful_step_count=30, deadline=None, database=None)
        )

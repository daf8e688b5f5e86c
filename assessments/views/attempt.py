"""The candidate's pages: my tests, start, questions, hand-in, receipt."""

from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from assessments.domain.attempt import may_start, start_attempt
from assessments.domain.clock import schedule_of
from assessments.domain.queries.my_tests import stage_of, tests_of
from assessments.domain.queries.question import Line, Question, lines_of, question_of
from assessments.domain.saving import Packet, save_answer
from assessments.domain.submitting import close_if_due, submit_attempt
from assessments.enums import Attribute, Consequence
from assessments.interfaces.forms.answer import HandInForm, payloads_from_form
from assessments.models import Attempt
from assessments.rules import may_take_tests
from assessments.states import AttemptState, SittingState
from assessments.validators import clean_payload
from casebank.public import defect_choices
from casebank.web.access import found_or_404, requires


@requires(may_take_tests)
@never_cache
def my_attempts(request: HttpRequest) -> HttpResponse:
    tests = tests_of(request.user.person_id, timezone.now())
    waiting = [test for test in tests if test.stage in ("open", "running", "upcoming")]
    past = [test for test in tests if test not in waiting]
    return render(request, "assessments/attempt/mine.html", {"waiting": waiting, "past": past})


@requires(may_take_tests)
@never_cache
@require_GET
def attempt_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Rules and identity before the start; a test that was handed in shows its receipt."""
    attempt = _own(request, pk)
    if attempt.state == AttemptState.SUBMITTED:
        return redirect("assessments:attempt_receipt", pk=pk)
    now = timezone.now()
    context = {
        "attempt": attempt,
        "sitting": attempt.sitting,
        "paper": attempt.sitting.paper,
        "lines": lines_of(attempt.sitting.paper) if attempt.started_at else [],
        "questions": attempt.sitting.paper.slots.count(),
        "stage": stage_of(attempt, now),
        "may_start": attempt.state == AttemptState.PREPARED and may_start(attempt, now),
        "minutes": attempt.sitting.minutes + attempt.extra_minutes,
    }
    return render(request, "assessments/attempt/start.html", context)


@requires(may_take_tests)
@require_POST
def attempt_start(request: HttpRequest, pk: int) -> HttpResponse:
    attempt = start_attempt(actor=request.user, attempt=_own(request, pk), now=timezone.now())
    request.session.modified = True  # the sign-in lasts from here, however long ago it was
    return redirect("assessments:attempt_question", pk=attempt.pk, number=1)


@requires(may_take_tests)
@never_cache
@require_http_methods(["GET", "POST"])
def attempt_question(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One question on the desk. POST saves the whole question, for browsers without scripts."""
    received_at = timezone.now()
    attempt = _own(request, pk)
    if attempt.state != AttemptState.IN_PROGRESS:
        return redirect("assessments:attempt_detail", pk=pk)
    lines = lines_of(attempt.sitting.paper, attempt)
    line = _line(lines, number)
    question = question_of(line)
    if request.method == "POST":
        saved = _save_form(request, attempt, question, received_at)
        if saved:
            messages.success(request, _("Saved at %(time)s.") % {"time": f"{timezone.localtime(received_at):%H:%M:%S}"})
        else:
            messages.info(request, _("Nothing had changed."))
        return redirect(request.path)
    return render(request, "assessments/attempt/question.html", _desk(attempt, lines, line, question))


@requires(may_take_tests)
@never_cache
@require_http_methods(["GET", "POST"])
def attempt_hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """A summary that names what is empty, then one confirmation."""
    received_at = timezone.now()
    attempt = _own(request, pk)
    if attempt.state != AttemptState.IN_PROGRESS:
        return redirect("assessments:attempt_detail", pk=pk)
    form = HandInForm(request.POST or None)
    if form.is_valid():
        submit_attempt(actor=request.user, attempt=attempt, received_at=received_at)
        return redirect("assessments:attempt_receipt", pk=pk)
    lines = lines_of(attempt.sitting.paper, attempt)
    empty = sum(field.is_empty for line in lines for field in line.fields)
    context = {"form": form, "empty": empty, **_frame(attempt, lines)}
    return render(request, "assessments/attempt/hand_in.html", context)


@requires(may_take_tests)
@never_cache
@require_GET
def attempt_receipt(request: HttpRequest, pk: int) -> HttpResponse:
    attempt = _own(request, pk)
    if attempt.state != AttemptState.SUBMITTED:
        raise Http404
    headings = {
        (line.number, field.name): (line.title, field.heading)
        for line in lines_of(attempt.sitting.paper, attempt)
        for field in line.fields
    }
    rows = [
        {**row, "labels": headings.get((row["slot"], row["field"]), ("", row["field"]))}
        for row in attempt.receipt["answers"]
    ]
    context = {"attempt": attempt, "sitting": attempt.sitting, "rows": rows, "receipt": attempt.receipt}
    return render(request, "assessments/attempt/receipt.html", context)


def _own(request: HttpRequest, pk: int) -> Attempt:
    """The person's own attempt at an announced sitting, handed in if its time is over; anything else is 404."""
    rows = Attempt.objects.visible_to(request.user).exclude(state=AttemptState.VOIDED)
    rows = rows.filter(sitting__state__in=(SittingState.OPEN, SittingState.CLOSED))
    attempt = found_or_404(rows.select_related("sitting__paper", "person__department"), pk=pk)
    if attempt.state != AttemptState.IN_PROGRESS:
        return attempt
    settled = close_if_due(attempt=attempt, now=timezone.now())
    if settled.state != attempt.state:
        return found_or_404(rows.select_related("sitting__paper", "person__department"), pk=pk)
    return attempt


def _line(lines: list[Line], number: int) -> Line:
    if not 1 <= number <= len(lines):
        raise Http404
    return lines[number - 1]


def _frame(attempt: Attempt, lines: list[Line]) -> dict:
    """What the bar above every page of a running test shows, and what the scripts must know of every field."""
    plan = schedule_of(attempt)
    return {
        "lines": lines,
        "known": _known(lines),
        "last_saved": max((line.saved_at for line in lines if line.saved_at), default=None),
        "attempt": attempt,
        "sitting": attempt.sitting,
        "deadline": plan.deadline,
        "seconds_left": plan.seconds_left(timezone.now()),
        "grace_seconds": attempt.sitting.grace_seconds,
    }


def _desk(attempt: Attempt, lines: list[Line], line: Line, question: Question) -> dict:
    return {
        "line": line,
        "question": question,
        "previous": line.number - 1 or None,
        "next": line.number + 1 if line.number < len(lines) else None,
        "defects": defect_choices() if line.is_evidence_review else [],
        "attributes": Attribute.choices,
        "consequences": Consequence.choices,
        **_frame(attempt, lines),
    }


def _known(lines: list[Line]) -> list[dict]:
    """Newest revision of every field, so that text left in a browser can be told from what came later."""
    return [
        {
            "slot": line.slot_id,
            "field": field.name,
            "rev": field.rev,
            "seq": field.seq,
            "writer": str(field.writer or ""),
        }
        for line in lines
        for field in line.fields
    ]


def _save_form(request: HttpRequest, attempt: Attempt, question: Question, received_at) -> int:
    """Save every field that differs from what is stored; returns how many."""
    fields = {field.name: field for field in question.fields}
    saved = 0
    for name, payload in payloads_from_form(request.POST, question).items():
        field = fields[name]
        if clean_payload(name, payload) == (field.payload or clean_payload(name, _EMPTY)):
            continue
        base = request.POST.get(f"rev-{name}", "")
        packet = Packet(uuid4(), field.seq + 1, int(base) if base.isdigit() else field.rev, payload)
        save_answer(
            actor=request.user,
            attempt_id=attempt.pk,
            slot_id=question.line.slot_id,
            field=name,
            packet=packet,
            received_at=received_at,
        )
        saved += 1
    return saved


_EMPTY = {"text": "", "findings": []}

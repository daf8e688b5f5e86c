"""Sittings of the demonstration: one of last year with released results, a practice, one that runs now."""

from datetime import datetime, timedelta

from django.db.models import F
from django.utils import timezone

from assessments.domain.attempt import start_attempt
from assessments.domain.marking import accept_clear_proposals, confirm_script, decide_mark
from assessments.domain.premarking import premark_attempt
from assessments.domain.result import release_result
from assessments.domain.sitting import open_sitting, plan_sitting, set_candidates, set_markers
from assessments.domain.submitting import close_finished_sitting, submit_attempt
from assessments.enums import SittingKind
from assessments.management.demonstration.answers import write_answers
from assessments.models import Answer, AnswerRevision, Attempt, AttemptEvent, Paper, PreMark, Sitting
from assessments.states import ATTEMPT_MOVES, AttemptState
from casebank.public import move

LAST_YEAR = datetime(2025, 12, 18, 9, 0)
QUALITY = (0.85, 0.55, 0.7, 0.4, 0.9, 0.6, 0.75, 0.5, 0.65, 0.8, 0.45, 0.7, 0.6, 0.5)
# How far each candidate of the running sitting has come.
STAGES = (
    "prepared",
    "released",
    "marked",
    "premarked",
    "submitted",
    "submitted",
    "in_progress",
    "in_progress",
    "voided",
)


def build_last_year(*, trainer, marker, releaser, accounts: list, paper: Paper) -> None:
    """A formal sitting in December 2025, marked and released for everybody."""
    title = "2025年第四季度业务能力测试"
    if Sitting.objects.filter(title=title).exists():
        return
    sitting = _open(trainer, marker, accounts, paper, title=title, kind=SittingKind.FORMAL)
    for number, account in enumerate(accounts):
        attempt = _answered(sitting, account, QUALITY[number % len(QUALITY)])
        submit_attempt(actor=account, attempt=attempt, received_at=timezone.now())
    _move_back(sitting, to=timezone.make_aware(LAST_YEAR))
    sitting.refresh_from_db()
    close_finished_sitting(sitting=sitting, now=timezone.now())
    for attempt in sitting.attempts.all():
        _mark(marker, attempt)
        release_result(actor=releaser, attempt=attempt)


def build_practice(*, trainer, marker, accounts: list, paper: Paper) -> None:
    """A practice sitting that stays open for half a year."""
    title = "故意伤害案卷宗自测（练习）"
    if Sitting.objects.filter(title=title).exists():
        return
    _open(trainer, marker, accounts, paper, title=title, kind=SittingKind.PRACTICE, days=180)


def build_running(*, trainer, marker, releaser, accounts: list, paper: Paper) -> None:
    """A formal sitting of today with attempts in every state."""
    title = "2026年第四季度业务能力测试"
    if Sitting.objects.filter(title=title).exists():
        return
    sitting = _open(trainer, marker, accounts, paper, title=title, kind=SittingKind.FORMAL, days=14)
    for number, (account, stage) in enumerate(zip(accounts, STAGES, strict=False)):
        _bring_to(stage, sitting, account, marker, releaser, QUALITY[number])


def _open(trainer, marker, accounts, paper: Paper, *, title: str, kind: SittingKind, days: int = 1) -> Sitting:
    now = timezone.now()
    values = {
        "title": title,
        "kind": kind,
        "opens_at": now - timedelta(hours=1),
        "closes_at": now + timedelta(days=days),
        "minutes": 480,
        "grace_seconds": 180,
    }
    sitting = plan_sitting(actor=trainer, paper=paper, values=values)
    set_candidates(actor=trainer, sitting=sitting, people=[account.person for account in accounts])
    set_markers(actor=trainer, sitting=sitting, markers=[marker])
    return open_sitting(actor=trainer, sitting=sitting)


def _bring_to(stage: str, sitting: Sitting, account, marker, releaser, quality: float) -> None:
    attempt = sitting.attempts.get(person=account.person)
    if stage == "prepared":
        return
    if stage == "voided":
        detail = {"reason": "考试期间调离"}
        move(attempt, to=AttemptState.VOIDED, moves=ATTEMPT_MOVES, actor=sitting.created_by, detail=detail)
        return
    attempt = _answered(sitting, account, quality)
    if stage == "in_progress":
        return
    attempt = submit_attempt(actor=account, attempt=attempt, received_at=timezone.now())
    if stage == "premarked":
        premark_attempt(actor=marker, attempt=attempt)
    elif stage in ("marked", "released"):
        _mark(marker, attempt)
    if stage == "released":
        release_result(actor=releaser, attempt=attempt)


def _answered(sitting: Sitting, account, quality: float) -> Attempt:
    attempt = sitting.attempts.select_related("sitting").get(person=account.person)
    attempt = start_attempt(actor=account, attempt=attempt, now=timezone.now())
    write_answers(attempt=attempt, actor=account, quality=quality, seed=f"{sitting.title}/{account.username}")
    return attempt


def _mark(marker, attempt: Attempt) -> None:
    premark_attempt(actor=marker, attempt=attempt)
    accept_clear_proposals(actor=marker, attempt=attempt)
    for mark in PreMark.objects.filter(sheet__attempt=attempt, steps=None):
        decide_mark(actor=marker, premark=mark, points=mark.points)
    confirm_script(actor=marker, attempt=attempt)


def _move_back(sitting: Sitting, *, to: datetime) -> None:
    """Let a sitting that was just written lie in the past: every time of it moves by the same stretch."""
    shift = to - sitting.opens_at
    Sitting.objects.filter(pk=sitting.pk).update(
        opens_at=F("opens_at") + shift, closes_at=F("opens_at") + shift + timedelta(hours=10)
    )
    Attempt.objects.filter(sitting=sitting).update(
        started_at=F("started_at") + shift,
        deadline_at=F("deadline_at") + shift,
        submitted_at=F("submitted_at") + shift + timedelta(hours=6),
    )
    Answer.objects.filter(attempt__sitting=sitting).update(saved_at=F("saved_at") + shift)
    AnswerRevision.objects.filter(answer__attempt__sitting=sitting).update(received_at=F("received_at") + shift)
    AttemptEvent.objects.filter(attempt__sitting=sitting).update(at=F("at") + shift)

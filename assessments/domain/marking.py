"""People decide the marks."""

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.core.grading.confidence import Route
from assessments.models import Attempt, MarkStep, PreMark
from assessments.rules import may_mark_attempt
from assessments.states import MARKING_MOVES, MarkingState
from casebank.core.errors import Conflict, Refused
from casebank.public import move, record_activity


@transaction.atomic
def decide_mark(*, actor, premark: PreMark, points: Decimal, comment: str = "") -> MarkStep:
    """Add the marker's decision on one criterion; an earlier decision stays readable.

    Raises ``Refused`` outside the criterion's range, for a changed mark without a reason, and once the script is
    confirmed; ``Conflict`` once it is released.
    """
    attempt = _open_for_marking(actor, premark.sheet.attempt_id)
    if not premark.min_points <= points <= premark.max_points:
        raise Refused(
            _("%(points)s is not between %(least)s and %(most)s.")
            % {"points": points, "least": premark.min_points, "most": premark.max_points}
        )
    if points != premark.points and not comment.strip():
        raise Refused(_("Please say in the comment why the points differ from the proposal."))
    step = MarkStep.objects.create(premark=premark, marker=actor, points=points, comment=comment.strip()[:500])
    record_activity(
        actor=actor, act="mark.decided", subject=attempt, detail={"premark": premark.pk, "points": str(points)}
    )
    return step


@transaction.atomic
def accept_clear_proposals(*, actor, attempt: Attempt) -> int:
    """Confirm at once every undecided proposal that carries no doubt; returns how many. Doubtful ones stay open."""
    attempt = _open_for_marking(actor, attempt.pk)
    open_marks = PreMark.objects.filter(sheet__attempt=attempt, steps=None, route=Route.SUGGEST)
    steps = [MarkStep(premark=premark, marker=actor, points=premark.points) for premark in open_marks]
    MarkStep.objects.bulk_create(steps)
    record_activity(actor=actor, act="mark.accepted", subject=attempt, detail={"count": len(steps)})
    return len(steps)


@transaction.atomic
def confirm_script(*, actor, attempt: Attempt) -> Attempt:
    """Close the marking of a script. Raises ``Refused`` while a criterion is undecided."""
    attempt = _open_for_marking(actor, attempt.pk)
    undecided = PreMark.objects.filter(sheet__attempt=attempt, steps=None).count()
    if undecided:
        raise Refused(_("%(count)d criteria are still undecided.") % {"count": undecided})
    return move(
        attempt,
        to=MarkingState.MARKED,
        moves=MARKING_MOVES,
        actor=actor,
        expected=MarkingState.PREMARKED,
        field="marking",
    )


@transaction.atomic
def reopen_script(*, actor, attempt: Attempt, reason: str) -> Attempt:
    """Take a confirmed script up again before release. Raises ``Refused`` without a reason."""
    attempt = _script(actor, attempt.pk)
    if not reason.strip():
        raise Refused(_("Please say why the script is marked again."))
    return move(
        attempt,
        to=MarkingState.PREMARKED,
        moves=MARKING_MOVES,
        actor=actor,
        expected=MarkingState.MARKED,
        field="marking",
        detail={"reason": reason.strip()[:500]},
    )


def _script(actor, attempt_id: int) -> Attempt:
    attempt = Attempt.objects.select_for_update(of=("self",)).select_related("sitting").get(pk=attempt_id)
    if not may_mark_attempt(actor, attempt):
        raise Refused(_("You are not a marker of this script."))
    return attempt


def _open_for_marking(actor, attempt_id: int) -> Attempt:
    attempt = _script(actor, attempt_id)
    if attempt.marking == MarkingState.RELEASED:
        raise Conflict(_("The result is released; its marks cannot be changed here."))
    if attempt.marking != MarkingState.PREMARKED:
        raise Refused(_("This script is not open for marking."))
    return attempt

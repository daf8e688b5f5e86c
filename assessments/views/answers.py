"""The two addresses that scripts of the desk talk to: saving an answer, and the clock. Both speak JSON only."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from assessments.domain.clock import schedule_of
from assessments.domain.saving import AttemptClosed, UnknownAttempt, save_answer
from assessments.domain.submitting import close_if_due
from assessments.interfaces.forms.answer import packet_from_json
from assessments.models import Attempt
from assessments.states import AttemptState
from assessments.validators import MAX_REQUEST_BYTES
from casebank.core.errors import ActError, Conflict
from casebank.web.access import found_or_404


def for_scripts(view: Callable[..., JsonResponse]) -> Callable[..., JsonResponse]:
    """No page and no redirect ever answers a script: signed out is 401, unknown 404, each with an ``error``.

    A sign-in page sent with status 200 would look like a save that worked.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> JsonResponse:
        if not (request.user.is_authenticated and request.user.is_active):
            return _error(_("You are signed out. Sign in again in another window; your text is kept here."), 401)
        try:
            return view(request, *args, **kwargs)
        except (Http404, UnknownAttempt):
            return _error(_("This test does not exist for you."), 404)
        except ActError as error:
            return _error(str(error), 409 if isinstance(error, Conflict) else 422)

    return never_cache(guarded)


@for_scripts
@require_http_methods(["PUT", "POST"])
def answer(request: HttpRequest, pk: int, slot: int, field: str) -> JsonResponse:
    """Store one packet; ``{rev, saved_at, time_left, state, known}`` only after it is in the database."""
    received_at = timezone.now()
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_REQUEST_BYTES:
        return _error(_("The answer is larger than %(limit)d kB.") % {"limit": MAX_REQUEST_BYTES // 1024}, 413)
    try:
        saved = save_answer(
            actor=request.user,
            attempt_id=pk,
            slot_id=slot,
            field=field,
            packet=packet_from_json(request.body),
            received_at=received_at,
        )
    except AttemptClosed as closed:
        close_if_due(attempt=_own(request, pk), now=received_at)
        return _error(str(closed), 409, state="closed")
    return JsonResponse(
        {
            "rev": saved.rev,
            "saved_at": timezone.localtime(saved.saved_at).isoformat(timespec="seconds"),
            "time_left": saved.seconds_left,
            "state": saved.state,
            "known": saved.known,
        }
    )


@for_scripts
@require_GET
def clock(request: HttpRequest, pk: int) -> JsonResponse:
    """``{state, time_left, grace_left}`` by the server's clock; hands the test in when it is due."""
    now = timezone.now()
    attempt = close_if_due(attempt=_own(request, pk), now=now)
    if attempt.state != AttemptState.IN_PROGRESS:
        return JsonResponse({"state": attempt.state, "time_left": 0, "grace_left": 0})
    plan = schedule_of(attempt)
    grace_left = max(0, int((plan.hard_close - now).total_seconds()) + 1)
    return JsonResponse({"state": attempt.state, "time_left": plan.seconds_left(now), "grace_left": grace_left})


def _own(request: HttpRequest, pk: int) -> Attempt:
    return found_or_404(Attempt.objects.visible_to(request.user).exclude(started_at=None).defer("receipt"), pk=pk)


def _error(words: str, status: int, **more) -> JsonResponse:
    return JsonResponse({"error": words, **more}, status=status)

"""How views ask for permission. A page or row that is not yours looks exactly like one that does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def requires(predicate: Callable[[Any], bool]) -> Callable[[View], View]:
    """Sign-in, then ``predicate(user)``; without it the answer is 404."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not predicate(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return login_required(guarded)

    return decorate


def found_or_404(queryset: Any, **lookup: Any) -> Any:
    """The one row of a queryset that is already limited to what the person may see, or 404."""
    row = queryset.filter(**lookup).first()
    if row is None:
        raise Http404
    return row


def allowed_or_404(allowed: bool) -> None:
    """404 unless ``allowed``."""
    if not allowed:
        raise Http404

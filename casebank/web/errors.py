"""Domain errors become answers in one place."""

import json
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from casebank.core.errors import ActError, Conflict, Fault, Refused

STATUS = {Refused: 422, Conflict: 409, Fault: 500}


class DomainErrorMiddleware:
    """A refused act on a form sends the person back with the reason; scripts get JSON with a proper status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, ActError):
            return None
        status = next(code for kind, code in STATUS.items() if isinstance(exception, kind))
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"error": str(exception)}, status=status)
        if request.headers.get("HX-Request"):
            return _toast(str(exception), status)
        back = _own_page(request)
        if request.method == "POST" and back:
            messages.error(request, str(exception))
            return HttpResponseRedirect(back)
        return render(request, "errors/refused.html", {"reason": str(exception)}, status=status)


def _toast(reason: str, status: int) -> HttpResponse:
    """htmx keeps the page as it is and shows the reason in the corner (see ``cms/static/cms/toasts.js``)."""
    event = json.dumps({"toast": {"text": reason, "tone": "error"}})
    return HttpResponse(status=status, headers={"HX-Reswap": "none", "HX-Trigger": event})


def _own_page(request: HttpRequest) -> str:
    """The page the form was on, if it is ours."""
    back = request.headers.get("Referer", "")
    return back if url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()) else ""

"""Language, content policy and compression of every answer, and addresses that no page has."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_plus

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.template.loader import render_to_string
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]

ADMIN_PATH = "/admin/"
BUSY_SECONDS = 5
LARGEST_ID = 2**63 - 1
COMPRESSED = {"text/html", "text/css", "text/javascript", "application/javascript", "image/svg+xml", "application/json"}
SQLITE_BUSY_SIGNS = ("locked", "busy", "disk", "unable to open")

logger = logging.getLogger(__name__)


class DefaultChineseMiddleware:
    """Simplified Chinese unless the language cookie asks for another offered language.

    ``Accept-Language`` is ignored on purpose: office PCs often carry an English browser, and people there read Chinese.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self._chosen(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or language)
        return response

    def _chosen(self, request: HttpRequest) -> str:
        wanted = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The policy of the settings; the Wagtail admin alone may run inline code.

    Wagtail 8 calls its date choosers from inline scripts, so ``script-src 'self'`` would break its forms.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(ADMIN_PATH):
            response.headers.pop(HEADER, None)  # a page preview comes with the policy of the page it shows
            response._csp_update = {  # type: ignore[attr-defined]
                "script-src": ["'unsafe-inline'"],
                "style-src": ["'unsafe-inline'"],
                "img-src": ["blob:"],
            }
            response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
        return super().process_response(request, response)


class CompressTextMiddleware(GZipMiddleware):
    """Compress pages, styles and scripts; not workbooks and pictures, which are compressed, nor parts of files.

    Django pads each answer by a random length and masks the form token anew, so that its length tells nothing.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        whole = request.method != "HEAD" and response.status_code != HTTPStatus.PARTIAL_CONTENT
        return super().process_response(request, response) if whole and kind in COMPRESSED else response


class OddAddressMiddleware:
    """Addresses that no page of ours has: a NUL (400), or a number that no row can have (404).

    PostgreSQL refuses NULs and both databases refuse longer integers with errors that no view expects.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "\0" in unquote_plus(request.META.get("QUERY_STRING", "")):
            raise SuspiciousOperation("NUL in the address")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Look at the numbers of the address before any view does."""
        if any(isinstance(value, int) and value > LARGEST_ID for value in kwargs.values()):
            raise Http404


class BusyDatabaseMiddleware:
    """A database that is locked, full or away answers 503 with ``Retry-After``, so that clients try again."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for a refused connection or lock; every other exception goes on."""
        if not (isinstance(exception, OperationalError) and _will_pass(exception)):
            return None
        logger.warning("The database is busy: %s %s: %s", request.method, request.path, exception)
        page = render_to_string("503.html")  # without the request: its session and user live in the same database
        return HttpResponse(page, status=503, headers={"Retry-After": str(BUSY_SECONDS)})


def _will_pass(error: OperationalError) -> bool:
    """SQLite also calls a missing table an operational error; only those that time or an operator heals count."""
    words = str(error).lower()
    return connection.vendor != "sqlite" or any(sign in words for sign in SQLITE_BUSY_SIGNS)

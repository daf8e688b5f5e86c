"""Reading what was sent."""

from typing import Any

from django.http import HttpRequest


def posted(request: HttpRequest) -> Any | None:
    """The sent values for a form, also when nothing was filled in; None while the page is only looked at."""
    return request.POST if request.method == "POST" else None

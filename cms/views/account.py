"""Account pages beside those of django-allauth."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def ask_administrator(request: HttpRequest, **_kwargs: str) -> HttpResponse:
    """Stands where sign-up, mail addresses and password mails would be: all of them are the administrator's work."""
    return render(request, "account/ask_administrator.html")

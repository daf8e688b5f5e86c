"""Accounts are opened by an administrator; nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccountAdapter(DefaultAccountAdapter):
    """django-allauth with self-registration closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

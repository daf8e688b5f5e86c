"""Values that every template of the site may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from casebank.enums import Role
from cms.web.menu import MENU
from cms.web.navigation import groups_for


def navigation(request: HttpRequest) -> dict[str, Any]:
    """``navigation`` (groups of links), ``role_labels`` (the person's roles in words), ``demonstration`` (bool)."""
    roles = SimpleLazyObject(lambda: _role_codes(request))
    return {
        "navigation": SimpleLazyObject(lambda: _menu(request)),
        "role_labels": SimpleLazyObject(lambda: [role.label for role in Role if role in roles]),
        "demonstration": settings.DEMONSTRATION,
    }


def _menu(request: HttpRequest) -> Any:
    user = getattr(request, "user", None)
    return groups_for(user, request.path, MENU) if user and user.is_authenticated else ()


def _role_codes(request: HttpRequest) -> frozenset[str]:
    user = getattr(request, "user", None)
    return frozenset(getattr(user, "role_codes", ()))

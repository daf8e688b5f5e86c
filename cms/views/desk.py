"""The first page after signing in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from cms.web.menu import MENU
from cms.web.navigation import Group, groups_for
from cms.web.todos import todos_for


@login_required
def desk(request: HttpRequest) -> HttpResponse:
    """What waits for the person, where they can go with the roles they hold, and what each place is for."""
    person = request.user.person
    return render(
        request,
        "desk/index.html",
        {
            "todos": todos_for(request.user, timezone.now()),
            "groups": _without_desk(groups_for(request.user, request.path, MENU)),
            "place": person and " ".join(filter(None, [str(person.unit), str(person.department or "")])),
        },
    )


def _without_desk(groups: tuple[Group, ...]) -> list[Group]:
    here = reverse("desk")
    kept = [Group(group.label, tuple(link for link in group.entries if link.url != here)) for group in groups]
    return [group for group in kept if group.entries]

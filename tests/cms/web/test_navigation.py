"""The menu follows rights, addresses that exist, and the page shown."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from casebank.enums import Role
from casebank.rules import has_role
from cms.web.menu import MENU
from cms.web.navigation import Entry, Section, groups_for
from cms.web.todos import KINDS

TABLE = (
    Section("", (Entry("Desk", "desk", "house", ""), Entry("Library", "/", "globe", ""))),
    Section(
        "Accounts",
        (
            Entry("Password", "account_change_password", "key", "", lambda user: has_role(user, Role.HR, Role.HEAD)),
            Entry("Not built", "no_such_name", "key", ""),
        ),
    ),
    Section("Nothing", (Entry("Not built", "no_such_name", "key", ""),)),
)


def _user(*roles):
    return SimpleNamespace(is_authenticated=True, is_active=True, role_codes=frozenset(roles))


def _labels(groups):
    return [link.label for group in groups for link in group.entries]


@pytest.mark.parametrize(
    ("roles", "labels"),
    [
        ({"hr", "marker"}, ["Desk", "Library", "Password"]),
        ({"head"}, ["Desk", "Library", "Password"]),
        ({"marker"}, ["Desk", "Library"]),
        (set(), ["Desk", "Library"]),
    ],
)
def test_a_link_appears_to_those_whom_its_page_admits(roles, labels):
    assert _labels(groups_for(_user(*roles), "/", TABLE)) == labels


def test_a_closed_account_has_no_links():
    closed = SimpleNamespace(is_authenticated=True, is_active=False, role_codes=frozenset({"hr"}))

    assert groups_for(closed, "/", TABLE) == ()


def test_names_that_do_not_resolve_and_empty_groups_are_left_out():
    assert [group.label for group in groups_for(_user("hr"), "/", TABLE)] == ["", "Accounts"]


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/desk/", ["Desk"]),
        ("/accounts/password/change/", ["Password"]),
        ("/", ["Library"]),
        ("/elsewhere/", []),
    ],
)
def test_the_page_shown_is_marked(path, current):
    groups = groups_for(_user("hr"), path, TABLE)

    assert [link.label for group in groups for link in group.entries if link.current] == current


@pytest.mark.django_db
def test_the_menu_asks_nothing_that_an_account_without_person_cannot_answer(django_user_model):
    user = django_user_model.objects.create_user("operator")

    assert _labels(groups_for(user, "/desk/", MENU))[:1] == [MENU[0].entries[0].label]


def test_every_row_and_every_kind_of_waiting_work_leads_somewhere():
    names = {entry.url_name for section in MENU for entry in section.entries} | {
        kind.url_name for kind in KINDS.values()
    }

    assert [name for name in sorted(names) if not name.startswith("/") and not reverse(name)] == []

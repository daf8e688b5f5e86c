"""The menu follows roles, addresses that exist, and the page shown."""

import pytest

from casebank.enums import Role
from cms.web.navigation import SECTIONS, Entry, Section, groups_for

TABLE = (
    Section("", (Entry("Desk", "desk", "house", ""),)),
    Section(
        "Accounts",
        (
            Entry("Password", "account_change_password", "key", "", frozenset({"hr", "head"})),
            Entry("Not built", "no_such_name", "key", ""),
        ),
    ),
    Section("Nothing", (Entry("Not built", "no_such_name", "key", ""),)),
)


def test_a_link_needs_one_of_its_roles():
    assert _labels(groups_for({"hr", "marker"}, "/", TABLE)) == ["Desk", "Password"]
    assert _labels(groups_for({"marker"}, "/", TABLE)) == ["Desk"]
    assert _labels(groups_for(set(), "/", TABLE)) == ["Desk"]


def test_names_that_do_not_resolve_and_empty_groups_are_left_out():
    groups = groups_for({"hr"}, "/", TABLE)

    assert [group.label for group in groups] == ["", "Accounts"]


@pytest.mark.parametrize(
    ("path", "current"),
    [("/desk/", ["Desk"]), ("/accounts/password/change/", ["Password"]), ("/elsewhere/", [])],
)
def test_the_page_shown_is_marked(path, current):
    groups = groups_for({"hr"}, path, TABLE)

    assert [link.label for group in groups for link in group.entries if link.current] == current


def test_the_table_names_only_roles_that_exist():
    named = {role for section in SECTIONS for entry in section.entries for role in entry.roles}

    assert named <= set(Role.values)


def _labels(groups):
    return [link.label for group in groups for link in group.entries]

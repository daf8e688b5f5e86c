"""Every address × every part: the table in ``rights`` holds, and nothing of another unit is ever told.

The addresses come from the URL resolver, so a new one without a line in the table fails here.
"""

import json
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from casebank.enums import Role
from casebank.models import Case, Person, User
from tests.architecture.rights import RIGHTS
from tests.factories.office import account, office
from tests.factories.people import UnitFactory, UserFactory

pytestmark = pytest.mark.django_db
OURS = {"casebank", "assessments", "training"}
NOT_THERE = 987_654_321
GONE, NOT_SO = 404, 405


def named(resolver, spaces=()):
    """(name with namespace, pattern) of everything below ``resolver``."""
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            yield from named(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        else:
            yield ":".join((*spaces, pattern.name or "")), pattern


def is_ours(pattern) -> bool:
    return pattern.callback.__module__.split(".")[0] in OURS | {"cms"}


def browser(user=None, **options) -> Client:
    client = Client(raise_request_exception=False, **options)
    if user:
        client.force_login(user)
    return client


def address(name, objects) -> str:
    return reverse(name, kwargs=RIGHTS[name].fill(objects))


def missing(name, objects) -> str:
    filled = RIGHTS[name].fill(objects)
    return reverse(name, kwargs={key: NOT_THERE if key != "code" else "ZZZZZZ" for key in filled} | _field(filled))


def _field(filled):
    return {"field": filled["field"]} if "field" in filled else {}


def post(client, url, name):
    if name == "assessments:attempt_answer":
        packet = {"client_uuid": str(uuid4()), "seq": 1, "base_rev": 0, "payload": {"findings": []}}
        return client.post(url, json.dumps(packet), content_type="application/json")
    return client.post(url, {})


def everything(unit) -> User:
    """Somebody who holds every role there is."""
    return account(unit, *Role)


def test_every_address_has_a_line_in_the_table():
    names = {name for name, pattern in named(get_resolver()) if pattern.name and is_ours(pattern)}

    assert names == set(RIGHTS)


def test_the_table_holds_within_the_unit():
    """Pages open for those named and for nobody else; what only POST does, GET never does."""
    house, wrong = office("YP"), []
    for part, user in house.people.items():
        client = browser(user)
        for name, rule in RIGHTS.items():
            status = client.get(address(name, house.objects)).status_code
            opened = (200, 302) if part in rule.parts.split() else (GONE,)
            if status not in ((GONE, NOT_SO) if rule.act else opened):
                wrong.append((part, name, status))

    assert wrong == []


def test_acts_are_refused_to_everybody_else_in_the_unit():
    house, wrong = office("YP"), []
    for part, user in house.people.items():
        client = browser(user)
        for name, rule in RIGHTS.items():
            if part in rule.parts.split():
                continue
            status = post(client, address(name, house.objects), name).status_code
            if status != GONE and (rule.act or status != NOT_SO):
                wrong.append((part, name, status))

    assert wrong == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_belongs_to_another_unit_looks_like_what_does_not_exist(method):
    house, other, wrong = office("YP"), office("QS"), []
    people = {part: user for part, user in other.people.items() if part != "colleague" and not part.startswith("other")}
    people["everything"] = everything(other.people["hr"].person.unit)
    for part, user in people.items():
        client = browser(user)
        for name, rule in RIGHTS.items():
            if not rule.of_a_unit:
                continue
            urls = address(name, house.objects), missing(name, house.objects)
            answers = [client.get(url) if method == "get" else post(client, url, name) for url in urls]
            foreign, nowhere = (answer.status_code for answer in answers)
            if foreign != nowhere or foreign not in (GONE, NOT_SO):
                wrong.append((part, name, foreign, nowhere))

    assert wrong == []


def test_a_part_of_another_unit_is_not_reached_through_an_object_of_ones_own():
    house, other, wrong = office("YP"), office("QS"), []
    client = browser(other.people["trainer"])
    for name, rule in RIGHTS.items():
        own, foreign = rule.fill(other.objects), rule.fill(house.objects)
        if not rule.of_a_unit or len([key for key in own if key.endswith("pk")]) < 2:
            continue
        url = reverse(name, kwargs={**foreign, "pk": own["pk"]})
        wrong += [
            (name, status)
            for status in (client.get(url).status_code, client.post(url).status_code)
            if status not in (GONE, NOT_SO)
        ]

    assert wrong == []


def test_lists_and_searches_tell_nothing_of_another_unit():
    house = office("YP")
    unit = house.people["hr"].person.unit
    secrets = [*Person.objects.filter(unit=unit).values_list("name", flat=True)]
    secrets += Case.objects.filter(unit=unit).values_list("case_no", flat=True)
    assert secrets[0] in browser(everything(unit)).get(reverse("casebank:roster")).text
    client = browser(everything(UnitFactory(code="QS")))
    lists = [name for name, rule in RIGHTS.items() if not rule.of_a_unit and not rule.act]
    queries = ["", f"?q={secrets[0]}", f"?department={house.people['head'].person.department_id}&q={secrets[-1]}"]

    told = []
    for name in lists:
        for query in queries:
            answer = client.get(address(name, house.objects) + query)
            page = b"".join(answer) if answer.streaming else answer.content
            typed = query.rpartition("q=")[2]
            told += [(name, query, secret) for secret in secrets if secret != typed and secret.encode() in page]
            assert answer.status_code in (200, 422), (name, query, answer.status_code)

    assert told == []


def test_an_account_without_a_person_breaks_nothing_and_sees_no_unit():
    house, wrong = office("YP"), []
    user = UserFactory(person=None, username="nobody")
    for role in Role:
        user.grants.create(role=role)
    client = browser(user)
    for name, rule in RIGHTS.items():
        url = address(name, house.objects)
        for answer in (client.get(url), post(client, url, name)):
            if answer.status_code >= 500 or (rule.of_a_unit and answer.status_code not in (GONE, NOT_SO)):
                wrong.append((name, answer.status_code))

    assert wrong == []


def test_without_signing_in_there_is_only_the_way_in():
    house, client, wrong = office("YP"), browser(), []
    for name, rule in RIGHTS.items():
        url = address(name, house.objects)
        for answer in (client.get(url), post(client, url, name)):
            sent = answer.status_code == 302 and answer.url.startswith("/accounts/login/")
            told = rule.script and answer.status_code == 401
            if not (sent or told or rule.open or answer.status_code == NOT_SO):
                wrong.append((name, answer.status_code))

    assert wrong == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_changes_without_a_token(method):
    house = office("YP")
    client = browser(everything(house.people["hr"].person.unit), enforce_csrf_checks=True)

    statuses = {name: getattr(client, method)(address(name, house.objects)).status_code for name in RIGHTS}

    assert {name: status for name, status in statuses.items() if status not in (403, NOT_SO)} == {}


def test_no_view_is_excused_from_the_token():
    """But for the reading API of Wagtail's own choosers, which knows no other method than GET."""
    excused = [name for name, pattern in named(get_resolver()) if getattr(pattern.callback, "csrf_exempt", False)]

    assert [name for name in excused if not name.startswith("wagtailadmin_api:")] == []


# What Wagtail offers; trainers and inspectors edit pages, nobody manages people or the site there.
EDITED = ("", "pages/", "images/", "documents/", "reports/site-history/")
FORBIDDEN = ("users/", "groups/", "sites/", "collections/", "workflows/list/", "users/add/", "groups/new/", "locales/")


def test_only_trainers_and_inspectors_enter_the_editor_and_nobody_manages_people_there():
    house, wrong = office("YP"), []
    for part, user in house.people.items():
        client = browser(user)
        for path in EDITED:
            opens = client.get(f"/admin/{path}").status_code == 200
            if opens != (part in ("trainer", "inspector")) and not (
                opens is False and part == "trainer" and "reports" in path
            ):
                wrong.append((part, path))
        wrong += [(part, path) for path in FORBIDDEN if client.get(f"/admin/{path}").status_code == 200]

    assert wrong == []
